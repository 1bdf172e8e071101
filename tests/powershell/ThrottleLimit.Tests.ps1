# -ThrottleLimit: a number of requests at once, or Auto.

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe '-ThrottleLimit' {
    BeforeAll {
        $emulator = Start-Emulator
    }

    AfterAll { Stop-Emulator $emulator }

    It 'creates each row once with Auto' {
        $created = 1..100 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -ThrottleLimit Auto
        $created | Should -HaveCount 100
        $created.Id | Sort-Object -Unique | Should -HaveCount 100
    }

    It 'accepts <Value>' -ForEach @{ Value = 'auto' }, @{ Value = '16' }, @{ Value = 1 }, @{ Value = 256 } {
        New-Row 1000 | New-PaymentCustomer @onePay -ThrottleLimit $Value -WhatIf
    }

    It 'rejects <Value> and says what is accepted' -ForEach @{ Value = 0 }, @{ Value = 257 }, @{ Value = 'many' }, @{ Value = '-1' } {
        { New-Row 1000 | New-PaymentCustomer @onePay -ThrottleLimit $Value } |
            Should -Throw "*'$Value' is not a number of requests at once. Specify a whole number from 1 to 256, or Auto.*"
    }

    It 'completes Auto and usual numbers' {
        $completions = (TabExpansion2 'New-PaymentCustomer -ThrottleLimit ').CompletionMatches
        $completions.CompletionText | Should -Be 'Auto', '8', '16', '32', '64'
        (TabExpansion2 'New-PaymentCustomer -ThrottleLimit a').CompletionMatches.CompletionText | Should -Be 'Auto'
    }
}
