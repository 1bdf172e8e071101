# Tests of runs that end early, and of rows that were announced, refused, or could not be read.

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
}
AfterAll { Stop-Emulator $emulator }

Describe 'A run that stops' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }

    It 'ends at its maximum time, and is continued with its journal' {
        $journal = Join-Path $TestDrive time.journal
        # Start the first run before the measurement, because its start takes additional time.
        $null = New-Row 9 | New-PaymentCustomer @onePay
        Reset-Emulator $emulator
        # The second row arrives after the maximum time, even on a fast machine. The first row arrives within it, even on a slow
        # one.
        $slow = { 1..3 | ForEach-Object { if ($_ -eq 2) { Start-Sleep -Milliseconds 5100 }; New-Row $_ } }
        $created = [System.Collections.Generic.List[object]]::new()
        { & $slow | New-PaymentCustomer @onePay -JournalPath $journal -MaximumTime 00:00:05 -TotalCount 3 -ErrorAction SilentlyContinue -ErrorVariable script:failed -InformationVariable script:summary |
            ForEach-Object { $created.Add($_) } } |
            Should -Throw -ErrorId 'MaximumTimeReached,*' -ExpectedMessage 'The run reached its maximum time of 00:00:05. Nothing more was sent. 1 of the expected rows were not yet received when the run stopped. Nothing was sent for them.'
        $created.Row | Should -Be 1
        $notSent = $failed | Where-Object TargetObject
        $notSent.Exception.Error.Id | Should -Be NotSent
        $notSent.Exception.Error.Row | Should -Be 2
        $notSent.Exception.Error.RecommendedAction | Should -BeLike 'Run the same command again, with the same journal*'
        $summary.MessageData.Rows | Should -Be 2
        $summary.MessageData.NotSent | Should -Be 1
        $summary.MessageData.Stopped | Should -Be MaximumTimeReached
        Get-Arrived $emulator create | Should -HaveCount 1

        $created = 1..3 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -JournalPath $journal -MaximumTime (New-TimeSpan -Hours 2)
        $created.Outcome | Should -Be Created, Created, Created
        Get-Stored $emulator OnePay | Should -HaveCount 3
    }

    It 'refuses a maximum time that is too short, negative or not a time: <_>' -ForEach 30, '30', '00:00:00', '-00:30:00' {
        { New-Row 1 | New-PaymentCustomer @onePay -MaximumTime $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage '*from one second to 24 days, such as 00:30:00*'
        Get-Arrived $emulator | Should -BeNullOrEmpty
    }

    It 'counts the row at which the stop was noticed' {
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; kind = 'status'; code = 401 }
        { 1..3 | ForEach-Object { if ($_ -gt 1) { Start-Sleep -Milliseconds 300 }; New-Row $_ } |
            New-PaymentCustomer @onePay -ErrorAction SilentlyContinue -ErrorVariable script:failed -InformationVariable script:summary } | Should -Throw -ErrorId 'AuthenticationFailed,*'
        $rows = @($failed | Where-Object TargetObject)
        $summary.MessageData.Rows | Should -Be $rows.Count
        $rows.Exception.Error.Row | Should -Be (1..$rows.Count)
    }

    It 'is stopped by a row that causes an internal error, and loses no other row' {
        if (-not ('Test.BrokenKey' -as [type])) {
            Add-Type 'namespace Test { public class BrokenKey { public override string ToString() => throw new System.InvalidOperationException("broken for ana@example.com"); } }'
        }
        $rows = 1..6 | ForEach-Object { New-Row $_ }
        $rows[2] = @{ ([Activator]::CreateInstance('Test.BrokenKey' -as [type])) = 1 }
        $created = [System.Collections.Generic.List[object]]::new()
        { $rows | New-PaymentCustomer @onePay -ErrorAction SilentlyContinue -ErrorVariable script:failed -InformationVariable script:summary | ForEach-Object { $created.Add($_) } } |
            Should -Throw -ErrorId 'InternalError,*' -ExpectedMessage 'The run stopped. Row 3: PaymentCustomers had an internal error on this row (InvalidOperationException: broken for *).'
        $own = @($failed | Where-Object TargetObject)
        # The row before it may have been under way at this time, and rows after it may have been received already.
        $accounted = @(@($created.Row) + $own.Exception.Error.Row | Sort-Object)
        $accounted.Count | Should -BeGreaterOrEqual 3
        $accounted | Should -Be (1..$accounted.Count)
        $broken, $others = $own.Where({ $_.Exception.Error.Row -eq 3 }, 'Split')
        $broken.Exception.Error.Id | Should -Be InternalError
        $others | ForEach-Object { $_.Exception.Error.Id | Should -Be NotSent }
        "$own" | Should -Not -Match 'ana@'
        $summary.MessageData.Rows | Should -Be ($created.Count + $own.Count)
        $summary.MessageData.Stopped | Should -Be InternalError
    }

    It 'shows the internal error of such a row in Test-PaymentCustomer, and checks the others' {
        if (-not ('Test.BrokenKey' -as [type])) {
            Add-Type 'namespace Test { public class BrokenKey { public override string ToString() => throw new System.InvalidOperationException("broken for ana@example.com"); } }'
        }
        $tested = (New-Row 1), @{ ([Activator]::CreateInstance('Test.BrokenKey' -as [type])) = 1 }, (New-Row 3) | Test-PaymentCustomer -Provider OnePay
        $tested.IsValid | Should -Be $true, $false, $true
        $tested[1].Problems.Id | Should -Be InternalError
    }
}

Describe 'A specified number of rows' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }

    It 'that differs from the received rows is an error: <Announced>' -ForEach @{ Announced = 4 }, @{ Announced = 2 } {
        $created = 1..3 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -TotalCount $Announced -ErrorAction SilentlyContinue -ErrorVariable failed
        $created | Should -HaveCount 3
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'TotalCountMismatch,*'
        "$($failed[0])" | Should -Be "$Announced rows were expected (-TotalCount), but 3 rows were received."
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike 'Check the value of -TotalCount*'
    }

    It 'that matches the received rows is no error, even with blank and failed rows' {
        $blank = New-Row 2
        $blank.PSObject.Properties | ForEach-Object { $_.Value = '' }
        $bad = New-Row 3
        $bad.email = 'nobody'
        (New-Row 1), $blank, $bad | New-PaymentCustomer @onePay -TotalCount 3 -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable failed | Should -HaveCount 1
        $failed.Exception.Error.Id | Should -Be CustomerInvalid
    }
}

Describe 'A journal' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }

    It 'shows the rows that its last run refused' {
        $journal = Join-Path $TestDrive refused.journal
        $rows = 1..3 | ForEach-Object { New-Row $_ }
        $rows[1].email = 'nobody'
        $rows | New-PaymentCustomer @onePay -JournalPath $journal -ErrorAction SilentlyContinue | Out-Null
        $entries = Get-PaymentCustomerJournal $journal
        $entries.State | Should -Be Created, Created, Refused
        $entries[-1].Row | Should -Be 2
        $entries[-1].Error | Should -Be CustomerInvalid
        Get-Content $journal -Raw | Should -Not -Match 'nobody'
        $rows[1].email = 'ana2@example.com'
        $rows | New-PaymentCustomer @onePay -JournalPath $journal | Should -HaveCount 3
        (Get-PaymentCustomerJournal $journal).State | Should -Be Created, Created, Created
    }

    It 'of an account with a changed key is continued with -Account and the old fingerprint' {
        $journal = Join-Path $TestDrive rotated.journal
        New-Row 1 | New-PaymentCustomer @onePay -JournalPath $journal | Out-Null
        $rotated = $onePay.Clone()
        $rotated.ApiKey = ConvertTo-SecureString sk_test_rotated -AsPlainText -Force
        $failure = $null
        try { 1..2 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @rotated -JournalPath $journal } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'JournalMismatch,*'
        $failure.ErrorDetails.RecommendedAction -match 'add -Account ([0-9a-f]{12}) ' | Should -BeTrue
        $created = 1..2 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @rotated -JournalPath $journal -Account $Matches[1]
        $created.FromJournal | Should -Be $true, $false
        Get-Arrived $emulator create | Should -HaveCount 2
        Get-Stored $emulator OnePay | Should -HaveCount 2
    }
}

Describe 'Rejects of the command line' {
    It 'are read by the cmdlet without the mark that protects them from spreadsheets' {
        Set-Fault $emulator
        Reset-Emulator $emulator
        $row = New-Row 1
        $row.first_name = '=1+1'
        $row.last_name = "=HYPERLINK('x')"
        $row.email = 'nobody'
        $row | Export-Csv (Join-Path $TestDrive in.csv)
        $rejects = Join-Path $TestDrive rejects.csv
        $env:ONEPAY_API_KEY = $onePayKey
        try { dotnet (Join-Path $root out cli payment-customers.dll) import (Join-Path $TestDrive in.csv) --provider OnePay --base-uri $emulator.Address --rejects $rejects | Out-Null }
        finally { $env:ONEPAY_API_KEY = $null }
        $rejected = Import-Csv $rejects
        $rejected.first_name | Should -Be "'=1+1"
        $rejected.email = 'ana@example.com'
        $created = $rejected | New-PaymentCustomer @onePay -WarningAction SilentlyContinue
        $created.FirstName | Should -Be '=1+1'
        $created.LastName | Should -Be "=HYPERLINK('x')"
    }
}
