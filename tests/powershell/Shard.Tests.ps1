BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
}
AfterAll { Stop-Emulator $emulator }

Describe 'A shard of the input (-Shard)' {
    BeforeEach { Reset-Emulator $emulator @{ } }

    It 'creates every row in one shard, keeps row numbers, and counts the rows of other shards' {
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

    It 'shows only the rows of its shard in a dry run' {
        $shown = 1..2 | ForEach-Object {
            $run = Invoke-Unattended @"
Import-Module `$env:MODULE
1..6 | ForEach-Object { [pscustomobject]@{ first_name = 'Ana'; last_name = 'A'; email = "a`$_@example.com"; phone = '+573001234567'; document_type = 'CC'; document_number = "10`$_" } } |
    New-PaymentCustomer -Provider OnePay -BaseUri `$env:EMULATOR -EnableNotifications false -Shard $_/2 -WhatIf
"@ @{ ONEPAY_API_KEY = $onePayKey }
            $run.ExitCode | Should -Be 0 -Because $run.Errors
            $run.Errors | Should -BeNullOrEmpty
            [regex]::Matches($run.Output, 'What if:').Count
        }
        $shown | Measure-Object -Sum | ForEach-Object Sum | Should -Be 6
        $shown | Should -Not -Contain 6
    }

    It 'imports a file in shards with separate files, and checks each shard' {
        $folder = New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory
        $file = Join-Path $folder customers.csv
        1..8 + 1, 2 | ForEach-Object { New-Row $_ } | Export-Csv $file
        $checks = 1..2 | ForEach-Object { Import-PaymentCustomer $file @onePay -Shard "$_/2" -WhatIf }
        $checks.Rows | Should -Be 10, 10
        $checks[0].Valid + $checks[1].Valid | Should -Be 10
        $checks.OtherShard | Should -Be $checks[1].Valid, $checks[0].Valid
        $checks.Invalid | Should -Be 0, 0
        $parts = 1..2 | ForEach-Object { Import-PaymentCustomer $file @onePay -Shard "$_/2" }
        $parts.IsComplete | Should -Be $true, $true
        $parts[0].Created + $parts[1].Created | Should -Be 8
        $parts[0].Duplicate + $parts[1].Duplicate | Should -Be 2
        $parts.OtherShard | Should -Be $checks.OtherShard
        "$($parts[0])" | Should -BeLike "10 rows: *, $($parts[0].OtherShard) of other shards; *"
        (Get-ChildItem $folder).Name | Should -Be @(1..2 | ForEach-Object { "customers.$_-of-2.created.csv"; "customers.$_-of-2.onepay-127.0.0.1-$(([uri]$emulator.Address).Port).journal" }; 'customers.csv')
        Import-Csv (Get-ChildItem $folder *.created.csv) | Should -HaveCount 10
        Get-Stored $emulator OnePay | Should -HaveCount 8
    }

    It 'changes every customer in one shard' {
        $stripe = @{ Provider = 'Stripe'; ApiKey = ConvertTo-SecureString 'sk_test_shard' -AsPlainText; BaseUri = "$($emulator.Address.ToString().TrimEnd('/'))/stripe/v1" }
        $ids = 1..6 | ForEach-Object { (New-PaymentCustomer @stripe -BusinessName "Acme $_" -Email "a$_@example.com").Id }
        $changed = 1..3 | ForEach-Object { $ids | ForEach-Object { [pscustomobject]@{ Id = $_; Email = "new-$_@example.com" } } | Set-PaymentCustomer @stripe -Shard "$_/3" }
        $changed.Row | Sort-Object | Should -Be (1..6)
        $changed.Outcome | Sort-Object -Unique | Should -Be Updated
    }

    It 'refuses <_>, which is not a shard' -ForEach '3/2', '1/0', 'two', '' {
        { New-Row 1 | New-PaymentCustomer @onePay -Shard $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }
}
