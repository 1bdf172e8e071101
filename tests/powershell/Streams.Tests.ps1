BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $withBad = 1..5 | ForEach-Object { New-Row $_ }
    $withBad[2].email = 'no address'

    # Runs a script in a separate PowerShell, and returns the streams that a host receives.
    function Invoke-Hosted([string] $Script, [object[]] $Rows) {
        $shell = [powershell]::Create()
        try {
            $shell.AddScript('param($module) Import-Module $module; $PSDefaultParameterValues = @{ "New-PaymentCustomer:ThrottleLimit" = 1 }').
                AddArgument($modulePath).Invoke() | Out-Null
            $shell.Commands.Clear()
            $shell.AddScript("param(`$onePay, `$rows) $Script").AddArgument($onePay).AddArgument($Rows) | Out-Null
            $output = $shell.Invoke()
            [pscustomobject]@{ Output = $output; Progress = @($shell.Streams.Progress); Errors = @($shell.Streams.Error) }
        }
        finally { $shell.Dispose() }
    }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Errors' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }

    It 'are written once for each invalid row to the variable and to $Error, and do not affect the other rows' {
        $Error.Clear()
        $created = $withBad | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
        $? | Should -BeFalse
        $created.Row | Should -Be 1, 2, 4, 5
        $failed | Should -HaveCount 1
        $Error | Should -HaveCount 1
        $Error[0].TargetObject.document_number | Should -Be $withBad[2].document_number
        "$($Error[0].CategoryInfo.Category) $($Error[0].CategoryInfo.Activity)" | Should -Be 'InvalidData New-PaymentCustomer'
        $withBad[0] | New-PaymentCustomer @onePay | Out-Null
        $? | Should -BeTrue
    }

    It 'are not added to $Error if they are ignored' {
        $Error.Clear()
        $withBad | New-PaymentCustomer @onePay -ErrorAction Ignore | Should -HaveCount 4
        $Error | Should -HaveCount 0
    }

    It 'end the run at the first invalid row with -ErrorAction Stop, and every created customer is returned' {
        $created = [Collections.Generic.List[object]]::new()
        $Error.Clear()
        { $withBad | New-PaymentCustomer @onePay -ErrorAction Stop -ErrorVariable failed | ForEach-Object { $created.Add($_) } } |
            Should -Throw "Row 3: Email 'n***' is not an e-mail address." -ErrorId 'CustomerInvalid,*'
        $created.Row[0, 1] | Should -Be 1, 2
        $Error | Should -HaveCount 1
        # Rows that were under way at this time may also have been created. They are returned before the error.
        $created.Id | Sort-Object | Should -Be ((Get-Stored $emulator OnePay).id | Sort-Object)
        $mended = $withBad | ForEach-Object { $_.PSObject.Copy() }
        $mended[2].email = 'ana3@example.com'
        $mended | New-PaymentCustomer @onePay -ErrorAction Stop | Should -HaveCount 5
        Get-Stored $emulator OnePay | Should -HaveCount 5
    }

    It 'prevent every request with -ErrorAction Stop if the first row is invalid' {
        { $withBad[2, 0, 1] | New-PaymentCustomer @onePay -ErrorAction Stop } | Should -Throw -ErrorId 'CustomerInvalid,*'
        $ErrorActionPreference = 'Stop'
        { $withBad[2, 0, 1] | New-PaymentCustomer @onePay } | Should -Throw -ErrorId 'CustomerInvalid,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'reach a trap: an invalid row with -ErrorAction Stop, and a refused credential always' {
        $trapped = & {
            trap { $_.FullyQualifiedErrorId; continue }
            $withBad[2] | New-PaymentCustomer @onePay -ErrorAction Stop
            'after'
        }
        $trapped[0] | Should -BeLike 'CustomerInvalid,*'
        $trapped[1] | Should -Be after
        Set-Fault $emulator @{ kind = 'status'; code = 401 }
        $trapped = & {
            trap { $_.FullyQualifiedErrorId; continue }
            $withBad | New-PaymentCustomer @onePay
            Get-PaymentCustomer @onePay
            'after'
        }
        $trapped[0, 1] | Should -BeLike 'AuthenticationFailed,*'
        $trapped[2] | Should -Be after
    }
}

Describe 'Warnings' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }

    It 'are written once for each cause and run' {
        $rows = 1..20 | ForEach-Object { New-Row $_ | Add-Member City Cali -PassThru | Add-Member State Valle -PassThru }
        $rows | New-PaymentCustomer @onePay -WarningVariable warnings -WarningAction SilentlyContinue | Should -HaveCount 20
        $warnings.Message | Should -Be "These columns are ignored, because OnePay does not have their fields: 'City' (City), 'State' (State)."
    }
}

Describe 'The information record' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }

    It 'summarizes a run with every kind of outcome as an object' {
        $other = New-Row 2
        $other.first_name = 'Otra'
        New-Row 2 | New-PaymentCustomer @onePay | Out-Null
        Set-Fault $emulator @{ operation = 'create'; contains = 'ana5@'; kind = 'reset'; moment = 'after' }
        $bad = New-Row 4
        $bad.phone = '12'
        $outcomes = (New-Row 1), $other, (New-Row 1), $bad, (New-Row 5), (New-Row 6) |
            New-PaymentCustomer @onePay -SkipExisting -MaximumRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable failed -InformationVariable information
        $outcomes.Outcome | Should -Be Created, Existing, Duplicate, Created
        $failed.Exception.Error.Row | Should -Be 4, 5
        $information | Should -HaveCount 1
        $information[0].Tags | Should -Be PaymentCustomers
        $summary = $information[-1].MessageData
        $summary.PSObject.TypeNames[0] | Should -Be PaymentCustomers.PaymentRunSummary
        $summary | Select-Object * -ExcludeProperty Seconds, RowsPerSecond | ConvertTo-Json -Compress -EnumsAsStrings |
            Should -Be '{"Provider":"OnePay","Environment":"Sandbox","Rows":6,"Created":2,"Existing":1,"Updated":0,"Duplicate":1,"Failed":1,"Unknown":1,"NotSent":0,"OtherShard":0,"FromJournal":0,"Stopped":null}'
        $summary.Seconds | Should -BeGreaterThan 0
        $summary.RowsPerSecond | Should -Be ([Math]::Round(6 / $summary.Seconds, 1))
        "$summary" | Should -Match '^6 rows: 2 created, 1 existing, 1 duplicate, 1 failed, 1 unknown, 0 not sent; \d+\.\d s, \d+ rows/s$'
        "$($information[0])" | Should -BeExactly "$summary"
    }

    It 'says what stopped a run' {
        Set-Fault $emulator @{ operation = 'create'; kind = 'status'; code = 401 }
        try { 1..10 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -InformationVariable information } catch { $stop = $_ }
        $stop.FullyQualifiedErrorId | Should -BeLike 'AuthenticationFailed,*'
        $information | Should -HaveCount 1
        $summary = $information[0].MessageData
        # The first row is sent alone, so that no further row was accepted.
        "$($summary.Rows) $($summary.Created) $($summary.Failed) $($summary.NotSent) $($summary.Stopped)" | Should -Be '2 0 1 1 AuthenticationFailed'

        Reset-Emulator $emulator
        Set-Fault $emulator @{ operation = 'create'; kind = 'status'; code = 429; retryAfter = '3600'; which = 'nth'; n = 4 }
        try { 1..200 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -InformationVariable information -ErrorAction SilentlyContinue } catch { $stop = $_ }
        $stop.FullyQualifiedErrorId | Should -BeLike 'RateLimited,*'
        $summary = $information[-1].MessageData
        "$($summary.Created) $($summary.Failed) $($summary.Unknown) $($summary.Stopped)" | Should -Be '3 1 0 RateLimited'
        $summary.Rows | Should -Be (4 + $summary.NotSent)
    }

    It 'is not written in a dry run, or if no rows were received' {
        $withBad | New-PaymentCustomer @onePay -WhatIf -ErrorAction SilentlyContinue -InformationVariable information | Should -BeNullOrEmpty
        $information | Should -BeNullOrEmpty
        @() | New-PaymentCustomer @onePay -InformationVariable information -WarningAction SilentlyContinue
        $information | Should -BeNullOrEmpty
    }
}

Describe 'Progress' {
    BeforeEach {
        Set-Fault $emulator
        # The latency is longer than the interval of progress records, so that a run of a few rows shows some.
        Reset-Emulator $emulator @{ latencyMs = 250 }
    }
    AfterAll { Reset-Emulator $emulator @{ latencyMs = 0 } }

    It 'shows count, percent and time left of one activity, and its end' {
        $run = Invoke-Hosted '$rows | New-PaymentCustomer @onePay -TotalCount 4 -MaximumRetryCount 0' (1..4 | ForEach-Object { New-Row $_ })
        $run.Output | Should -HaveCount 4
        $run.Progress.Activity | Select-Object -Unique | Should -Be 'Creating customers'
        $run.Progress.ActivityId | Select-Object -Unique | Should -Be 0
        $run.Progress.RecordType | Select-Object -SkipLast 1 | Select-Object -Unique | Should -Be Processing
        $run.Progress[-1].RecordType | Should -Be Completed
        $going = $run.Progress | Select-Object -SkipLast 1
        foreach ($record in $going) {
            $record.StatusDescription | Should -Match '^[0-4] of 4 rows, 0 failed, \d+ per second$'
            $record.PercentComplete | Should -Be (25 * [int]$record.StatusDescription.Substring(0, 1))
            if ($record.PercentComplete -gt 0) { $record.SecondsRemaining | Should -BeGreaterOrEqual 0 }
        }
        ($going | Measure-Object PercentComplete -Maximum).Maximum | Should -BeGreaterThan 0
        $going.PercentComplete | Should -Be ($going.PercentComplete | Sort-Object)
    }

    It 'shows no percent and no time left if the number of rows is unknown' {
        $run = Invoke-Hosted '$rows | New-PaymentCustomer @onePay' (1..3 | ForEach-Object { New-Row $_ })
        $going = $run.Progress | Where-Object RecordType -EQ Processing
        $going | Should -Not -BeNullOrEmpty
        $going.PercentComplete | Select-Object -Unique | Should -Be -1
        $going.SecondsRemaining | Select-Object -Unique | Should -Be -1
        $going.StatusDescription | Should -Match '^\d rows, 0 failed, \d+ per second$'
        $run.Progress[-1].RecordType | Should -Be Completed
    }

    It 'shows at most 100 percent if more rows arrive than were announced' {
        $run = Invoke-Hosted '$rows | New-PaymentCustomer @onePay -TotalCount 1' (1..3 | ForEach-Object { New-Row $_ })
        $run.Output | Should -HaveCount 3
        ($run.Progress.PercentComplete | Measure-Object -Maximum).Maximum | Should -Be 100
    }

    It 'ends when the run stops' {
        Set-Fault $emulator @{ operation = 'create'; kind = 'status'; code = 401; which = 'nth'; n = 2 }
        $run = Invoke-Hosted '$rows | New-PaymentCustomer @onePay' (1..5 | ForEach-Object { New-Row $_ })
        $run.Errors[-1].FullyQualifiedErrorId | Should -BeLike 'AuthenticationFailed,*'
        $run.Progress.Count | Should -BeGreaterThan 1
        $run.Progress[-1].RecordType | Should -Be Completed
    }

    It 'shows that the provider asked to wait' {
        Set-Fault $emulator @{ operation = 'create'; kind = 'status'; code = 429; retryAfter = '1'; which = 'nth'; n = 1 }
        $run = Invoke-Hosted '$rows | New-PaymentCustomer @onePay' (New-Row 1)
        $run.Output | Should -HaveCount 1
        $run.Progress.StatusDescription -match ', waiting until \d\d:\d\d:\d\dZ as the provider asked$' | Should -Not -BeNullOrEmpty
    }

    It 'is not shown if progress is switched off' {
        $run = Invoke-Hosted '$ProgressPreference = "SilentlyContinue"; $rows | New-PaymentCustomer @onePay -TotalCount 2' (1..2 | ForEach-Object { New-Row $_ })
        $run.Output | Should -HaveCount 2
        $run.Progress | Should -HaveCount 0
    }
}

Describe 'Verbose and debug' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }

    It 'show the method, the address, the status and the beginning of the key for each attempt' {
        Set-Fault $emulator @{ operation = 'create'; kind = 'status'; code = 503; which = 'nth'; n = 1 }
        $all = New-Row 1 | New-PaymentCustomer @onePay -Verbose 4>&1
        $created = $all | Where-Object { $_ -is [PaymentCustomers.PaymentCustomerResult] }
        $lines = ($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message | Where-Object { $_ -notlike 'Performing*' }
        $address = [regex]::Escape("$($emulator.Address.TrimEnd('/'))/v1/customers")
        $key = [regex]::Escape($created.IdempotencyKey.Substring(0, 12))
        $lines | Should -HaveCount 3
        $lines[0] | Should -Match "^POST $address 503 \d+ ms key $key`$"
        $lines[1] | Should -Match '^Create: retry in \d\.\d s \(503, attempt 2 of 5\)\.$'
        $lines[2] | Should -Match "^POST $address 201 \d+ ms key $key`$"
    }

    It 'show no query, and no complete e-mail address, phone or document' {
        $seen = & {
            New-Row 1 | New-PaymentCustomer @onePay -Verbose -Debug
            New-Row 1 | New-PaymentCustomer @onePay -SkipExisting -Verbose -Debug
            Get-PaymentCustomer @onePay -Email ana1@example.com -Verbose -Debug
            Get-PaymentCustomer @onePay -DocumentNumber 1060500333 -Phone +573001234567 -Verbose -Debug
            [pscustomobject]@{ FirstName = 'Ana'; Email = 'ana.gomez@example'; Phone = '57300123456789012'; DocumentNumber = '1060500333' } |
                New-PaymentCustomer @onePay -Verbose -Debug -ErrorAction SilentlyContinue
            New-PaymentCustomer @dots -BusinessName Café -Email ana1@example.com -Phone +573001234567 -Metadata @{ cedula = '1060500333' } -Verbose -Debug
            New-Row 1 | New-PaymentCustomer @onePay -WhatIf -Verbose -Debug
        } *>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -or $_ -is [System.Management.Automation.DebugRecord] }
        $lines = $seen.Message
        $lines -like 'GET *' | Should -Not -BeNullOrEmpty
        $lines -like '> POST /v1/customers {*' | Should -Not -BeNullOrEmpty
        $lines -like '< 201 {*' | Should -Not -BeNullOrEmpty
        $lines -match '\?' | Should -BeNullOrEmpty
        $lines -match 'ana1@|ana\.gomez|3001234567|1060500333|(?<!\d)101(?!\d)' | Should -BeNullOrEmpty
    }
}
