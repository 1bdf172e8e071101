BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
}
AfterAll { Stop-Emulator $emulator }

Describe 'A run of many rows' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator @{ dotsListOrder = 'oldestFirst' }
    }

    It 'returns outcomes in input order, whatever the order of the answers' {
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'everyNth'; n = 3; kind = 'slowDrip'; moment = 'after'; dripMs = 150 }
        $created = 1..40 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -ThrottleLimit 16
        $created.Row | Should -Be (1..40)
        Get-Stored $emulator OnePay | Should -HaveCount 40
    }

    It 'reports a row that cannot be read, and continues with the others' {
        $cycle = @{}
        $cycle.self = $cycle
        $rows = 1..6 | ForEach-Object { New-Row $_ }
        $rows[1] | Add-Member ScriptProperty Unused { throw 'out of order' }
        $rows[2] | Add-Member Unused $cycle
        $rows[3] = $rows[3] | Select-Object * -ExcludeProperty email | Add-Member ScriptProperty email { throw 'out of order' } -PassThru
        $rows[4].first_name = 'Ana', 'María'
        $rows[5].first_name = @('Ana')
        $created = $rows | New-PaymentCustomer @onePay -ErrorAction SilentlyContinue -ErrorVariable failed
        $created.Row | Should -Be 1, 2, 3, 6
        $created[-1].FirstName | Should -Be Ana
        $failed.Exception.Error.Row | Should -Be 4, 5
        "$($failed[0])" | Should -BeLike "Row 4: The column 'email' cannot be read: out of order*"
        "$($failed[1])" | Should -BeLike "Row 5: The column 'first_name' cannot be read: 2 values were specified, but the field accepts only one*"
    }

    # The cmdlet learns from the first row how to read the others. This must not lose a field of a different row.
    It 'reads every row completely if it differs from the rows before it: <Name>' -TestCases @(
        @{ Name = 'another column'; Change = { $_ | Add-Member birthdate '1990-01-31' -PassThru } }
        @{ Name = 'columns in another order'; Change = { $_ | Select-Object last_name, first_name, email, phone, document_type, document_number, @{ n = 'birthdate'; e = { '1990-01-31' } } } }
        @{ Name = 'a script added to one object'; Change = { $_ | Add-Member ScriptProperty birthdate { '1990-01-31' } -PassThru } }
        @{ Name = 'an alias added to one object'; Change = { $_ | Add-Member born '1990-01-31' -PassThru | Add-Member AliasProperty birthdate born -PassThru } }
        @{ Name = 'a property by type'; Change = { $_.PSTypeNames.Insert(0, 'Test.Born'); $_ } }
        @{ Name = 'looked at before'; Change = { $_ | Add-Member birthdate '1990-01-31'; $null = @($_.PSObject.Properties), $_.PSTypeNames; $_ } }
        @{ Name = 'a hashtable'; Change = { $row = @{ birthdate = '1990-01-31' }; $_.PSObject.Properties | ForEach-Object { $row[$_.Name] = $_.Value }; $row } }
        @{ Name = 'deserialized'; Change = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(($_ | Add-Member birthdate '1990-01-31' -PassThru))) } }
    ) {
        Update-TypeData -TypeName Test.Born -MemberType ScriptProperty -MemberName birthdate -Value { '1990-01-31' } -Force
        $rows = 1..3 | ForEach-Object { New-Row $_ } | ForEach-Object { if ($_.document_number -eq '102') { & $Change } else { $_ } }
        ($rows | New-PaymentCustomer @onePay).BirthDate | Should -Be $null, '1990-01-31', $null
        (Get-Arrived $emulator create).body | ForEach-Object { $_ -like '*"birthdate":"1990-01-31"*' } | Should -Be $false, $true, $false
    }

    It 'reads properties that were added to all objects' {
        # The first object also has the property itself.
        $rows = 1..3 | ForEach-Object { New-Row $_ }
        $rows[0] | Add-Member birthdate '1990-01-31'
        Update-TypeData -TypeName System.Management.Automation.PSCustomObject -MemberType ScriptProperty -MemberName birthdate -Value { '1990-01-31' }
        try { $created = $rows | New-PaymentCustomer @onePay }
        finally { Remove-TypeData -TypeName System.Management.Automation.PSCustomObject }
        $created.BirthDate | Should -Be '1990-01-31', '1990-01-31', '1990-01-31'
    }

    # This host is not interactive. A prompt therefore causes an error, which shows that the cmdlet asked.
    It 'asks for a confirmation of each row only if the preference requires it: <Name>' -TestCases @(
        @{ Name = 'as PowerShell begins'; Preference = 'High'; Confirm = @{}; IsAsked = $false }
        @{ Name = 'ConfirmPreference Medium'; Preference = 'Medium'; Confirm = @{}; IsAsked = $true }
        @{ Name = 'ConfirmPreference Low'; Preference = 'Low'; Confirm = @{}; IsAsked = $true }
        @{ Name = 'ConfirmPreference None'; Preference = 'None'; Confirm = @{}; IsAsked = $false }
        @{ Name = '-Confirm'; Preference = 'High'; Confirm = @{ Confirm = $true }; IsAsked = $true }
        @{ Name = '-Confirm:$false'; Preference = 'Low'; Confirm = @{ Confirm = $false }; IsAsked = $false }
    ) {
        $shell = [powershell]::Create().AddScript({
            param($module, $preference, $options, $rows)
            Import-Module $module
            $ConfirmPreference = $preference
            $rows | New-PaymentCustomer @options
        }).AddArgument("$root/out/PaymentCustomers/PaymentCustomers.psd1").AddArgument($Preference).AddArgument($onePay + $Confirm).AddArgument(@(New-Row 1))
        try {
            $thrown = try { $null = $shell.Invoke() } catch { "$_" }
            $failed = "$thrown $($shell.Streams.Error)"
        }
        finally { $shell.Dispose() }
        ($failed -like '*prompt*user*failed*') | Should -Be $IsAsked -Because $failed
        Get-Arrived $emulator create | Should -HaveCount ($IsAsked ? 0 : 1)
    }

    It 'accepts -MatchBy in any case' {
        New-PaymentCustomer @dots -FirstName Ana -LastName Gómez -Email ana@example.com -SkipExisting -MatchBy email |
            ForEach-Object Outcome | Should -Be Created
    }

    It 'refuses several values for one field on the command line' {
        { New-PaymentCustomer @dots -FirstName Ana, María -LastName Gómez } | Should -Throw '*2 values were specified, but the field accepts only one*'
    }

    It 'sends no more than one window ahead of the outcomes that are needed' {
        1..500 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -ThrottleLimit 4 | Select-Object -First 10 | Should -HaveCount 10
        (Get-Arrived $emulator).Count | Should -BeLessOrEqual (10 + 32)
    }

    It 'returns the outcomes of slow input before the next row arrives' {
        $script:written = 0
        $script:before = @()
        $seen = 1..3 | ForEach-Object {
            # The pause is longer than any answer takes, so that the input counts as slow.
            Start-Sleep -Milliseconds 300
            $script:before += , $script:written
            New-Row $_
        } | New-PaymentCustomer @onePay | ForEach-Object { $script:written++; $_ }
        $seen | Should -HaveCount 3
        # When a row is made, the outcomes of the rows before it have been returned.
        $script:before | Should -Be 0, 1, 2
    }

    It 'sends a request again with the same key and body if that is safe' {
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 1; kind = 'status'; code = 503 }
        $created = New-Row 1 | New-PaymentCustomer @onePay -Verbose 4>&1
        $arrived = Get-Arrived $emulator
        $arrived | Should -HaveCount 2
        $arrived.body | Select-Object -Unique | Should -HaveCount 1
        $arrived.headers.'x-idempotency' | Select-Object -Unique | Should -HaveCount 1
        ($created | Out-String) | Should -Match 'Create: retry in [0-9.]+ s \(503, attempt 2 of 5\)'
    }

    It 'reports a requested wait in the verbose stream' {
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 1; kind = 'status'; code = 429; retryAfter = '1' }
        $all = New-Row 1 | New-PaymentCustomer @onePay -Verbose 4>&1
        ($all | Out-String) | Should -Match 'The provider asked to wait. Nothing is sent for 1 s, until \d\d:\d\d:\d\dZ'
    }

    It 'stops if the requested wait is too long, and says until when' {
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 3; kind = 'status'; code = 429; retryAfter = '3600' }
        $failed = $null
        { 1..10 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -ErrorAction SilentlyContinue -ErrorVariable failed } |
            Should -Throw -ErrorId 'RateLimited,*' -ExpectedMessage '*asked to wait 3600 s. The run stopped. Run it again after*'
        Get-Stored $emulator OnePay | Should -HaveCount 2
    }

    It 'finds the first customer at Dots after a lost answer, and creates no second one' {
        Set-Fault $emulator @{ provider = 'dots'; operation = 'create'; which = 'nth'; n = 1; kind = 'reset'; moment = 'after' }, @{ provider = 'dots'; operation = 'create'; which = 'nth'; n = 2; kind = 'reset'; moment = 'before' }
        # One request runs at a time, so that C is sent after the request for B has ended. Only such a row can show that B was not
        # created.
        $created = 'A', 'B', 'C', 'D' | ForEach-Object { [pscustomobject]@{ BusinessName = $_ } } | New-PaymentCustomer @dots -ThrottleLimit 1
        $created.Outcome | Should -Be Created, Created, Created, Created
        $created.BusinessName | Should -Be A, B, C, D
        $stored = Get-Stored $emulator Dots
        $stored._key | Sort-Object -Unique | Should -HaveCount 4
        $created.Id | Sort-Object | Should -Be ($stored.id | Sort-Object)
    }

    It 'sends a repeated row once' {
        $created = (New-Row 1), (New-Row 2), (New-Row 1) | New-PaymentCustomer @onePay
        $created.Outcome | Should -Be Created, Created, Duplicate
        $created[2].Id | Should -Be $created[0].Id
        Get-Arrived $emulator | Should -HaveCount 2
    }

    It 'does not create existing customers, found by document at OnePay and by e-mail at Dots' {
        New-Row 1 | New-PaymentCustomer @onePay | Out-Null
        $other = New-Row 1
        $other.first_name = 'Otra'
        $result = $other, (New-Row 2) | New-PaymentCustomer @onePay -SkipExisting
        $result.Outcome | Should -Be Existing, Created
        Get-Stored $emulator OnePay | Should -HaveCount 2

        New-PaymentCustomer @dots -BusinessName A -Email a@example.com | Out-Null
        $result = [pscustomobject]@{ BusinessName = 'A2'; Email = 'A@example.com' }, [pscustomobject]@{ BusinessName = 'B'; Email = 'b@example.com' } |
            New-PaymentCustomer @dots -SkipExisting
        $result.Outcome | Should -Be Existing, Created
        Get-Arrived $emulator list | Where-Object provider -EQ dots | Should -HaveCount 1
    }

    It 'continues with its journal after a stop' {
        $journal = Join-Path $TestDrive run.journal
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 3; kind = 'status'; code = 401 }
        { 1..6 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -JournalPath $journal -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'AuthenticationFailed,*'
        Get-Stored $emulator OnePay | Should -HaveCount 2
        (Get-PaymentCustomerJournal $journal | Where-Object State -EQ Created).Row | Should -Be 1, 2
        $created = 1..6 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -JournalPath $journal
        $created.Outcome | Select-Object -Unique | Should -Be Created
        $created.Row | Should -Be (1..6)
        Get-Stored $emulator OnePay | Should -HaveCount 6
        # The journal has three rows of the first run, and only the four open ones of the second.
        Get-Arrived $emulator create | Should -HaveCount 7
        Get-Content $journal -Raw | Should -Not -Match 'ana \d|ana\d@|Gómez|3001234567|sk_test'
        (Get-PaymentCustomerJournal $journal).State | Select-Object -Unique | Should -Be Created

        # One object shows both runs with the outcomes of the rows.
        $summary = Get-PaymentCustomerJournal $journal -Summary
        $summary | Should -HaveCount 1
        $summary.Runs | Should -HaveCount 2
        $summary.Created, $summary.Failed, $summary.Refused, $summary.IsComplete | Should -Be 6, 0, 0, $true
        $summary.First | Should -Be $summary.Runs[0].Begun
        $summary.Last | Should -BeGreaterOrEqual $summary.Runs[1].Begun

        # Journals can be specified by wildcards, as files, and by a literal path with wildcard characters.
        Copy-Item $journal (Join-Path $TestDrive 'part-1[a].log')
        Copy-Item $journal (Join-Path $TestDrive 'part-2.log')
        $rows = @(Get-PaymentCustomerJournal $journal).Count
        Get-PaymentCustomerJournal (Join-Path $TestDrive 'part-*.log') | Should -HaveCount (2 * $rows)
        Get-ChildItem $TestDrive -Filter part-*.log | Get-PaymentCustomerJournal | Should -HaveCount (2 * $rows)
        Get-PaymentCustomerJournal -LiteralPath (Join-Path $TestDrive 'part-1[a].log') | Should -HaveCount $rows
        Get-PaymentCustomerJournal (Join-Path $TestDrive 'nothing-*.log') | Should -BeNullOrEmpty
    }

    It 'marks the rows that an earlier run created' {
        $journal = Join-Path $TestDrive told.journal
        (1..2 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -JournalPath $journal).FromJournal | Should -Be $false, $false
        $created = 1..3 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -JournalPath $journal -InformationVariable summary
        $created.FromJournal | Should -Be $true, $true, $false
        $summary.MessageData.Created | Should -Be 3
        $summary.MessageData.FromJournal | Should -Be 2
        # If these objects are used as input again, the additional properties are not read as customer fields.
        $created | Test-PaymentCustomer @onePay -WarningVariable warnings | Out-Null
        $warnings | Should -BeNullOrEmpty
    }

    It 'warns once about a journal of a version with different keys' {
        $journal = Join-Path $TestDrive older.journal
        New-Row 1 | New-PaymentCustomer @onePay -JournalPath $journal -WarningVariable first | Out-Null
        # Writes format 1 of earlier versions: the header does not name the rules of the keys, and the lines have no checksums.
        $header, $lines = Get-Content $journal
        $older = $header | ConvertFrom-Json | Select-Object format, @{ n = 'version'; e = { 1 } }, provider, environment, account | ConvertTo-Json -Compress
        @($older) + ($lines -replace ',"sum":"[^"]*"', '') | Set-Content $journal
        New-Row 1 | New-PaymentCustomer @onePay -JournalPath $journal -WarningVariable second -WarningAction SilentlyContinue | Out-Null
        $first | Should -BeNullOrEmpty
        "$second" | Should -BeLike 'An earlier version of PaymentCustomers started this journal and read some values differently * Before it is sent, its document is looked up at the provider.'
        Get-Stored $emulator OnePay | Should -HaveCount 1
    }

    It 'warns if a journal is continued with different values for all rows' {
        $journal = Join-Path $TestDrive values.journal
        $given = @{ JournalPath = $journal; WarningVariable = 'warnings'; WarningAction = 'SilentlyContinue' }
        $rows = 1..2 | ForEach-Object { New-Row $_ | Select-Object * -ExcludeProperty enable_notifications }
        $rows | New-PaymentCustomer @onePay @given -EnableNotifications false | Out-Null
        $rows | New-PaymentCustomer @onePay @given -EnableNotifications false | Out-Null
        $warnings | Should -BeNullOrEmpty
        $rows | New-PaymentCustomer @onePay @given | Out-Null
        "$warnings" | Should -BeLike 'The journal was started with other values for all rows on the command line. *'
        Get-Content $journal -Raw | Should -Not -Match 'ana \d|ana\d@|Gómez|3001234567'
    }

    It 'reports the error of the row that stopped the run, and the stop as another error' {
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 2; kind = 'status'; code = 401 }
        $rows = 1..4 | ForEach-Object { New-Row $_ }
        try { $rows | New-PaymentCustomer @onePay -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Null } catch { $stop = $_ }
        $own = $failed | Where-Object TargetObject
        $own[0].TargetObject.document_number | Should -Be $rows[1].document_number
        "$($own[0])" | Should -BeLike 'Row 2: OnePay answered 401*'
        "$stop" | Should -BeLike 'The run stopped. Row 2: OnePay answered 401*'
    }

    It 'advises to check the path if a journal does not exist' {
        Get-PaymentCustomerJournal (Join-Path $TestDrive none.journal) -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'JournalFailed,*'
        "$($failed[0])" | Should -BeLike "The journal '*none.journal' does not exist."
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike 'Check the path*'
    }

    It 'refuses a journal of another provider and a file that is not a journal, and does not change them' {
        $journal = Join-Path $TestDrive other.journal
        New-Row 1 | New-PaymentCustomer @onePay -JournalPath $journal | Out-Null
        $before = Get-Content $journal -Raw
        { New-PaymentCustomer @dots -BusinessName A -JournalPath $journal } | Should -Throw -ErrorId 'JournalMismatch,*'
        Get-Content $journal -Raw | Should -BeExactly $before
        Set-Content TestDrive:/rows.csv "a,b`n1,2"
        { New-Row 1 | New-PaymentCustomer @onePay -JournalPath (Join-Path $TestDrive rows.csv) } | Should -Throw -ErrorId 'JournalMismatch,*'
        Get-Content TestDrive:/rows.csv -Raw | Should -Match '^a,b'
    }

    It 'says that the journal is in use by another run' {
        $journal = Join-Path $TestDrive busy.journal
        $holder = [IO.FileStream]::new($journal, 'OpenOrCreate', 'ReadWrite', 'None')
        try { { New-Row 1 | New-PaymentCustomer @onePay -JournalPath $journal } | Should -Throw -ErrorId 'JournalLocked,*' }
        finally { $holder.Dispose() }
        Get-Arrived $emulator | Should -HaveCount 0
    }
}
