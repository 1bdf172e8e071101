BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $PSDefaultParameterValues = @{ 'Import-PaymentCustomer:ThrottleLimit' = 1 }
    function Save-Rows([string] $Name, $Rows) {
        $path = Join-Path $folder $Name
        $Rows | Export-Csv -LiteralPath $path
        $path
    }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Import-PaymentCustomer' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator @{ dotsListOrder = 'oldestFirst' }
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $rows = 1..4 | ForEach-Object { New-Row $_ }
    }

    Context 'One file' {
        It 'is imported with one summary, and with results beside it' {
            $rows[1].email = 'nobody'
            $path = Save-Rows customers.csv $rows
            $summary = Import-PaymentCustomer $path @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
            $summary | Should -BeOfType PaymentCustomers.PaymentImportSummary
            $summary.Rows, $summary.Created, $summary.Failed, $summary.IsComplete | Should -Be 4, 3, 1, $false
            $failed | Should -HaveCount 1
            "$failed" | Should -Be "Row 3: Email 'n***' is not an e-mail address."
            $failed[0].CategoryInfo.TargetName | Should -Be 'row 3'
            (Get-ChildItem $folder).Name | Should -Be 'customers.created.csv', 'customers.csv', "customers.onepay-127.0.0.1-$(([uri]$emulator.Address).Port).journal", 'customers.rejects.csv'
            $rejects = @(Import-Csv $summary.RejectPath)
            $rejects.reject_state, $rejects.email | Should -Be 'refused', 'nobody'
            $created = Import-Csv $summary.OutputPath
            $created.customer_id | Should -Be (Get-Stored $emulator OnePay).id
            $created.outcome | Should -Be 'Created', 'Created', 'Created'
        }

        It 'is continued after a stop, and nothing is sent twice' {
            $path = Save-Rows customers.csv $rows
            $first = Import-PaymentCustomer $path @onePay -First 1
            $first.Rows, $first.FileRows, $first.Created | Should -Be 1, 4, 1
            $second = Import-PaymentCustomer $path @onePay
            $second.Created, $second.FromJournal | Should -Be 4, 1
            Get-Arrived $emulator create | Should -HaveCount 4
        }

        It 'that an earlier import wrote is not imported: <how>' -ForEach @(
            @{ how = 'a wildcard'; import = { Import-PaymentCustomer (Join-Path $folder *.csv) @dots -WarningVariable told -WarningAction SilentlyContinue; $script:told = $told } }
            @{ how = 'a list of the folder'; import = { Get-ChildItem $folder -Filter *.csv | Import-PaymentCustomer @dots -WarningVariable told -WarningAction SilentlyContinue; $script:told = $told } }
        ) {
            'first_name,last_name', 'Ana,Gil', "$('A' * 5000),Rey" | Set-Content (Join-Path $folder a.csv)
            'first_name,last_name', 'Eva,Gil' | Set-Content (Join-Path $folder b.csv)
            $first = & $import 2>$null
            $first.Created | Should -Be 1, 1
            $again = & $import 2>$null
            $again.FromJournal | Should -Be 1, 1
            ($told | Where-Object { "$_" -like '*was skipped, because an import wrote it.' }) | Should -HaveCount 3
            Get-Stored $emulator Dots | Should -HaveCount 2
        }

        It 'that does not exist is an error even if it is specified with a wildcard' {
            { Import-PaymentCustomer (Join-Path $folder *.nothing) @onePay } | Should -Throw -ErrorId 'InputInvalid,PaymentCustomers.PowerShell.Commands.ImportPaymentCustomerCommand'
        }

        It 'is only checked with -WhatIf: it reports columns and problems by kind, and writes nothing' {
            $rows[1].email = $rows[2].email = 'nobody'
            $path = Save-Rows customers.csv ($rows | Add-Member Emial x -PassThru)
            $check = Import-PaymentCustomer $path @onePay -WhatIf
            $check | Should -BeOfType PaymentCustomers.PaymentImportCheck
            $check.Rows, $check.Valid, $check.Invalid | Should -Be 4, 2, 2
            $check.Problems | Should -HaveCount 1
            $check.Problems[0].Message, $check.Problems[0].Count | Should -Be 'Email is not an e-mail address', 2
            $check.Problems[0].Rows | Should -Be 3, 4
            ($check.Columns | Where-Object Name -EQ document_number).Field | Should -Be DocumentNumber
            (Get-ChildItem $folder).Name | Should -Be 'customers.csv'
            Get-Arrived $emulator | Should -HaveCount 0
            $shown = $check | Out-String
            $shown | Should -BeLike '*document_number -> DocumentNumber*'
            $shown | Should -BeLike '*Email is not an e-mail address: 2 (row 3, 4)*'
        }

        It 'has a readable summary' {
            $shown = Import-PaymentCustomer (Save-Rows customers.csv $rows) @onePay | Out-String
            $shown | Should -BeLike '*File *customers.csv*Created *4*JournalPath*customers.onepay-127.0.0.1-*.journal*'
            $shown | Should -Not -BeLike '*Failed*'
        }

        It 'shows its progress in percent, and the time left' {
            # The requests together take longer than the delay before progress is shown.
            Reset-Emulator $emulator @{ latencyMs = 60 }
            $path = Save-Rows customers.csv (1..20 | ForEach-Object { New-Row $_ })
            $shell = [powershell]::Create()
            try {
                $shell.AddScript({
                        param($module, $path, $connect)
                        [cultureinfo]::CurrentUICulture = 'en-US'
                        Import-Module $module
                        Import-PaymentCustomer $path @connect -ThrottleLimit 1
                    }).AddArgument($modulePath).AddArgument($path).AddArgument($onePay) | Out-Null
                $shell.Invoke().Created | Should -Be 20
                $shown = @($shell.Streams.Progress | Where-Object Activity -EQ 'Creating customers')
            }
            finally { $shell.Dispose() }
            $shown.Count | Should -BeGreaterThan 1
            $shown[-1].RecordType | Should -Be Completed
            foreach ($record in $shown | Select-Object -SkipLast 1) {
                $record.StatusDescription -match '^(\d+) of 20 rows, 0 failed, (\d+) per second$' | Should -BeTrue
                [int]$done, [double]$perSecond = $Matches[1], $Matches[2]
                $record.PercentComplete | Should -Be ($done * 5)
                # The rate is rounded when it is shown.
                $record.SecondsRemaining | Should -BeGreaterOrEqual ([Math]::Floor((20 - $done) / ($perSecond + 0.5)))
                $record.SecondsRemaining | Should -BeLessOrEqual ((20 - $done) / [Math]::Max($perSecond - 0.5, 0.1))
            }
        }

        It 'returns its customers with -PassThru, and the summary as an information record' {
            $customers = Import-PaymentCustomer (Save-Rows customers.csv $rows) @onePay -PassThru -InformationVariable info
            $customers | Should -BeOfType PaymentCustomers.PaymentCustomerResult
            $customers.Row | Should -Be 2, 3, 4, 5
            $info.MessageData.Created | Should -Be 4
        }

        It 'takes a value of the command line for all rows, and refuses a script block' {
            $path = Save-Rows customers.csv ($rows | Select-Object * -ExcludeProperty enable_notifications)
            (Import-PaymentCustomer $path @onePay -EnableNotifications false -WhatIf).Notified | Should -Be 0
            (Import-PaymentCustomer $path @onePay -WhatIf).Notified | Should -Be 4
            { Import-PaymentCustomer $path @onePay -Email { $_.Correo } } | Should -Throw '*-Map*'
        }

        It 'stops at the first error with -ErrorAction Stop, and reports the remaining rows' {
            $rows[1].email = 'nobody'
            $path = Save-Rows customers.csv $rows
            { Import-PaymentCustomer $path @onePay -ErrorAction Stop } | Should -Throw 'Row 3: *'
            (Import-Csv (Join-Path $folder customers.rejects.csv)).reject_state | Should -Contain 'refused'
        }

        It 'stops at the maximum number of failed rows' {
            Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; kind = 'status'; code = 422 }
            { Import-PaymentCustomer (Save-Rows customers.csv $rows) @onePay -MaximumErrorCount 2 -ErrorAction SilentlyContinue } |
                Should -Throw -ErrorId 'TooManyErrors,*'
            (Import-Csv (Join-Path $folder customers.rejects.csv)).reject_state | Should -Be 'failed', 'failed', 'not-sent', 'not-sent'
        }

        It 'reports ten errors of each kind, and counts the others' {
            $many = 1..25 | ForEach-Object { $row = New-Row $_; $row.email = 'nobody'; $row }
            $null = Import-PaymentCustomer (Save-Rows customers.csv $many) @onePay -ErrorAction SilentlyContinue -ErrorVariable failed -WarningVariable warned -WarningAction SilentlyContinue
            $failed | Should -HaveCount 10
            "$warned" | Should -BeLike "15 more rows have CustomerInvalid. All of them are in '*customers.rejects.csv'."
        }

        It 'that cannot be imported is an error, and nothing is sent' {
            $path = Join-Path $folder x.csv
            Set-Content $path 'colour,shape', 'red,round'
            { Import-PaymentCustomer $path @onePay } | Should -Throw -ErrorId 'InputInvalid,*'
            { Import-PaymentCustomer (Join-Path $folder nowhere.csv) @onePay } | Should -Throw -ErrorId 'InputInvalid,*'
            Get-Arrived $emulator | Should -HaveCount 0
        }
    }

    Context 'Several files' {
        It 'can be specified by wildcards or the pipeline, and each has its own summary' {
            $null = Save-Rows a.csv $rows[0, 1]
            $null = Save-Rows b.csv $rows[2]
            $null = Save-Rows 'c[1].csv' $rows[3]
            (Import-PaymentCustomer (Join-Path $folder '?.csv') @onePay).Created | Should -Be 2, 1
            (Get-ChildItem $folder -Filter 'c*' | Import-PaymentCustomer @onePay).Created | Should -Be 1
            Get-Stored $emulator OnePay | Should -HaveCount 4
        }

        It 'cannot share one file of results' {
            $null = Save-Rows a.csv $rows[0, 1]
            $null = Save-Rows b.csv $rows[2]
            { Import-PaymentCustomer (Join-Path $folder '?.csv') @onePay -RejectPath (Join-Path $folder r.csv) } | Should -Throw '*several files*'
        }
    }

    Context 'A mapping' {
        It 'assigns columns to fields, sets values for all rows, and translates values' {
            $people = 1..2 | ForEach-Object { [pscustomobject]@{ Tratamiento = 'Ana'; Clan = "Gómez $_"; Kontakt = "ana$_@example.com"; Tel = '+573001234567'; Papel = 'C'; Num = "10$_"; Nacido = '31/01/1990'; Otro = 'x' } }
            $path = Save-Rows people.csv $people
            $map = @{
                Columns    = @{ Tratamiento = 'FirstName'; Clan = 'LastName'; Kontakt = 'Email'; Tel = 'Phone'; Papel = 'DocumentType'; Num = 'DocumentNumber'; Nacido = 'BirthDate'; Otro = '' }
                Constants  = @{ EnableNotifications = $false }
                DateFormat = 'dd/MM/yyyy'
                Values     = @{ DocumentType = @{ C = 'CC' } }
            }
            $summary = Import-PaymentCustomer $path @onePay -Map $map -WarningVariable warned
            $summary.Created | Should -Be 2
            $warned | Should -BeNullOrEmpty
            (Get-Arrived $emulator create)[0].body | Should -Be '{"first_name":"Ana","last_name":"Gómez 1","email":"ana1@example.com","phone":"+573001234567","user_type":"natural","document_type":"CC","document_number":"101","enable_notifications":false,"birthdate":"1990-01-31"}'
        }

        It 'is saved with the detected columns, and read by the cmdlet and the command line: <_>' -TestCases 'map.psd1', 'map.json' {
            $path = Save-Rows customers.csv ($rows | Add-Member Emial x -PassThru)
            $map = Join-Path $folder $_
            $null = Import-PaymentCustomer $path @onePay -SaveMap $map -WhatIf
            Get-Content $map -Raw | Should -Match 'document_number.+DocumentNumber'
            Get-Content $map -Raw | Should -Match 'Emial.*not used'
            (Import-PaymentCustomer $path @onePay -Map $map).Created | Should -Be 4
            { Import-PaymentCustomer $path @onePay -SaveMap $map -WhatIf } | Should -Throw -ErrorId 'OutputFailed,*'
            & dotnet (Join-Path $root out cli payment-customers.dll) import $path --provider OnePay --dry-run --map $map | Out-String | Should -BeLike '*Can be sent       4*'
            if ($_ -like '*.psd1') { (Import-PowerShellDataFile $map).Columns.email | Should -Be Email }
        }

        It 'that is invalid is refused before anything is sent: <Problem>' -TestCases @(
            @{ Map = @{ Columns = @{ email = 'Mail2' } }; Problem = "*'Mail2' is not a customer field*" }
            @{ Map = @{ nowhere = 'Email' }; Problem = "*does not have the column 'nowhere'*" }
            @{ Map = @{ Columns = @{}; Konstants = @{} }; Problem = "*'Konstants' is not an entry of a mapping*" }
            @{ Map = @{ DateFormat = 'dd/mm' }; Problem = '*is not a date format*' }
        ) {
            { Import-PaymentCustomer (Save-Rows customers.csv $rows) @onePay -Map $Map } | Should -Throw $Problem
            Get-Arrived $emulator | Should -HaveCount 0
        }
    }

    Context 'Production' {
        It 'requires a confirmation, and nothing is sent if the session is not interactive' {
            $path = Save-Rows customers.csv $rows
            $env:ONEPAY_API_KEY = 'sk_live_x'
            try {
                $run = Invoke-Unattended "Import-Module `$env:MODULE; Import-PaymentCustomer '$path' -Provider OnePay -BaseUri `$env:EMULATOR"
                # PowerShell 7.4 writes errors with colors even where NO_COLOR is set.
                $run.Errors -replace '\e\[[\d;]*m' -replace '[\s|]+', ' ' | Should -BeLike '*needs a confirmation, which is not possible in a session that is not interactive*'
                Get-Arrived $emulator | Should -HaveCount 0
                (Get-ChildItem $folder).Name | Should -Be 'customers.csv'
                $run = Invoke-Unattended "Import-Module `$env:MODULE; (Import-PaymentCustomer '$path' -Provider OnePay -BaseUri `$env:EMULATOR -Confirm:`$false).Created"
                $run.Output.Trim() | Should -Be 4
                $run = Invoke-Unattended "Import-Module `$env:MODULE; (Import-PaymentCustomer '$path' -Provider OnePay -BaseUri `$env:EMULATOR -Force).FromJournal"
                $run.Output.Trim() | Should -Be 4
            }
            finally { $env:ONEPAY_API_KEY = $null }
        }
    }

    Context 'Rows that Dots may or may not have created' {
        BeforeEach {
            $people = 1..2 | ForEach-Object { [pscustomobject]@{ first_name = "Grace $_"; last_name = 'Hopper'; email = "grace$_@example.com" } }
            Set-Fault $emulator @(
                @{ provider = 'dots'; operation = 'create'; kind = 'reset'; moment = 'after' }
                @{ provider = 'dots'; operation = 'list'; kind = 'status'; code = 500 })
        }

        It 'are written to the rejects, and are created once when these are imported' {
            $path = Save-Rows people.csv $people
            $summary = Import-PaymentCustomer $path @dots -MaximumRetryCount 0 -ErrorAction SilentlyContinue
            $summary.Unknown | Should -Be 2
            Set-Fault $emulator
            $again = Import-PaymentCustomer $summary.RejectPath @dots -JournalPath (Join-Path $folder other.journal)
            $again.Created, $again.IsComplete | Should -Be 2, $true
            Get-Stored $emulator Dots | Should -HaveCount 2
        }

        It 'can be sent again with <Name>, and are created once' -TestCases @(
            @{ Name = 'their errors'; Back = { $failed | New-PaymentCustomer @dots } }
            @{ Name = 'the rows behind them'; Back = { $failed | ForEach-Object TargetObject | New-PaymentCustomer @dots } }
            @{ Name = 'a CSV of these'; Back = { $failed | ForEach-Object TargetObject | Export-Csv "$folder/x.csv"; Import-Csv "$folder/x.csv" | New-PaymentCustomer @dots } }
            @{ Name = '-RejectPath'; Back = { Import-Csv "$folder/r.csv" | New-PaymentCustomer @dots } }
            @{ Name = '-RejectPath and the command line'; Back = {
                    $env:DOTS_CLIENT_ID = 'emulator'; $env:DOTS_API_KEY = $dotsKey
                    & dotnet (Join-Path $root out cli payment-customers.dll) import "$folder/r.csv" --provider Dots --base-uri $dots.BaseUri | Select-String '^Created +2$' | ForEach-Object { 1, 2 }
                    $env:DOTS_CLIENT_ID = $env:DOTS_API_KEY = $null
                } }
        ) {
            # The first row is refused. The file must have the columns of the other rows too.
            $bad = [pscustomobject]@{ first_name = 'Bad'; last_name = 'Row'; email = 'nobody' }
            @($bad) + $people | New-PaymentCustomer @dots -MaximumRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable failed -RejectPath "$folder/r.csv" | Should -BeNullOrEmpty
            $failed.TargetObject.reject_state | Should -Be 'refused', 'doubtful', 'doubtful'
            Get-Stored $emulator Dots | Should -HaveCount 2
            Set-Fault $emulator
            & $Back -ErrorAction SilentlyContinue 2>$null | Should -HaveCount 2
            Get-Stored $emulator Dots | Should -HaveCount 2
        }

        It 'can also be sent again from hashtables and other objects' {
            $table = @{ first_name = 'Ada'; last_name = 'Lovelace'; email = 'ada@example.com' }
            $table | New-PaymentCustomer @dots -MaximumRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable failed
            $table.Keys | Should -Not -Contain 'reject_state'
            Set-Fault $emulator
            $failed | ForEach-Object TargetObject | New-PaymentCustomer @dots | Should -HaveCount 1
            Get-Stored $emulator Dots | Should -HaveCount 1
        }
    }
}

Describe 'New-PaymentCustomer -RejectPath' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $rows = 1..3 | ForEach-Object { New-Row $_ }
    }

    It 'contains the rows without a customer with all their columns, and can be imported unchanged' {
        $rows[0].email = 'nobody'
        $rows[2] = $rows[2] | Select-Object * -ExcludeProperty last_name | Add-Member note 'a "b", c' -PassThru
        $rows | New-PaymentCustomer @onePay -RejectPath "$folder/r.csv" -ErrorAction SilentlyContinue | Should -HaveCount 1
        $rejects = Import-Csv "$folder/r.csv"
        $rejects.reject_state | Should -Be 'refused', 'refused'
        $rejects[1].note | Should -Be 'a "b", c'
        @($rejects[0].PSObject.Properties.Name)[-4..-1] | Should -Be 'idempotency_key', 'reject_state', 'reject_reason', 'reject_time'
        $rejects[0].email = 'ana1@example.com'
        $rejects[1].last_name = 'Gómez'
        $rejects | New-PaymentCustomer @onePay -WarningAction SilentlyContinue | Should -HaveCount 2
        Get-Stored $emulator OnePay | Should -HaveCount 3
        Get-ChildItem $folder | Should -HaveCount 1
    }

    It 'is not written if every row has a customer, and must differ from the journal' {
        $rows | New-PaymentCustomer @onePay -RejectPath "$folder/r.csv" | Should -HaveCount 3
        Get-ChildItem $folder | Should -HaveCount 0
        { $rows | New-PaymentCustomer @onePay -RejectPath "$folder/x" -JournalPath "$folder/x" } | Should -Throw '*is the same file as*'
        { $rows | New-PaymentCustomer @onePay -RejectPath "$folder/nowhere/r.csv" } | Should -Throw -ErrorId 'OutputFailed,*'
    }

    It 'does not change the input object' {
        $rows[0].email = 'nobody'
        $rows | New-PaymentCustomer @onePay -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Null
        $rows[0].PSObject.Properties.Name | Should -Not -Contain 'reject_state'
        $failed[0].TargetObject.document_number | Should -Be $rows[0].document_number
    }
}
