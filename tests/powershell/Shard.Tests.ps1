BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
}
AfterAll { Stop-Emulator $emulator }

Describe 'A part of the input (-Shard)' {
    BeforeEach { Reset-Emulator $emulator @{ } }

    It 'creates every row in one part, keeps row numbers, and counts what it passes over' {
        $rows = 1..20 + 1..5 | ForEach-Object { New-Row $_ }
        $outcomes = 1..3 | ForEach-Object {
            $rows | New-PaymentCustomer @dots -IgnoreUnsupportedField -Shard "$_/3" -InformationVariable summary -WarningAction SilentlyContinue
            $numbers = $summary[-1].MessageData
            $numbers.Rows | Should -Be 25
            $numbers.OtherShard | Should -Be (25 - $numbers.Created - $numbers.Duplicate)
            "$numbers" | Should -BeLike "*, $($numbers.OtherShard) of other shards; *"
        }
        $outcomes.Row | Sort-Object | Should -Be (1..25)
        ($outcomes | Where-Object Outcome -EQ Duplicate).Row | Sort-Object | Should -Be (21..25)
        Get-Stored $emulator Dots | Should -HaveCount 20
    }

    It 'shows in a dry run only the rows of its part' {
        $shown = 1..2 | ForEach-Object {
            $run = Invoke-Unattended @"
Import-Module `$env:MODULE
1..6 | ForEach-Object { [pscustomobject]@{ first_name = 'Ana'; last_name = 'A'; email = "a`$_@example.com"; phone = '+573001234567'; document_type = 'CC'; document_number = "10`$_" } } |
    New-PaymentCustomer -Provider OnePay -BaseUri `$env:EMULATOR -EnableNotifications false -Shard $_/2 -WhatIf
"@ @{ ONEPAY_API_KEY = $onePayKey }
            [regex]::Matches($run.Output, 'What if:').Count
        }
        $shown | Measure-Object -Sum | ForEach-Object Sum | Should -Be 6
        $shown | Should -Not -Contain 6
    }

    It 'refuses <_>, which names no part' -ForEach '3/2', '1/0', 'two', '' {
        { New-Row 1 | New-PaymentCustomer @onePay -Shard $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }
}
