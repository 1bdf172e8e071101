BeforeAll {
    . $PSScriptRoot/Common.ps1
    # The completions at the end of a line.
    function Complete([string] $Line) {
        [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches
    }
}

Describe 'Tab completion' {
    AfterEach { Get-PaymentConnection | Disconnect-PaymentProvider }

    It 'completes the providers with their addresses as tooltips: <_>' -TestCases @(
        'Connect-PaymentProvider ', 'Get-PaymentProvider ', 'New-PaymentCustomer -Provider ', 'Test-PaymentCustomer -Provider '
        'Get-PaymentCustomer -Provider ', 'Get-PaymentConnection -Provider ', 'Disconnect-PaymentProvider -Provider '
    ) {
        $found = Complete $_
        $found.CompletionText | Should -Be Dots, OnePay, Stripe
        $found.ToolTip | Should -Be api.dots.dev, api.onepay.la, api.stripe.com
        (Complete "${_}o").CompletionText | Should -Be OnePay
    }

    It 'completes <Line>' -TestCases @(
        @{ Line = 'Connect-PaymentProvider OnePay -Environment '; Expected = 'Production', 'Sandbox' }
        @{ Line = 'New-PaymentCustomer -CustomerType '; Expected = 'natural', 'company' }
        @{ Line = 'Test-PaymentCustomer -CustomerType c'; Expected = 'company' }
        @{ Line = 'New-PaymentCustomer -DocumentType '; Expected = 'CC', 'CE', 'NIT', 'PASSPORT' }
        @{ Line = 'Test-PaymentCustomer -DocumentType ce'; Expected = 'CE' }
        @{ Line = 'New-PaymentCustomer -EnableNotifications '; Expected = 'true', 'false' }
        @{ Line = 'New-PaymentCustomer -MatchBy '; Expected = 'Email', 'Phone', 'UserId' }
        @{ Line = 'New-PaymentCustomer -Country colom'; Expected = 'CO' }
        @{ Line = 'New-PaymentCustomer -Nationality co'; Expected = 'CC', 'CD', 'CG', 'CK', 'CO', 'CR', 'KM' }
        @{ Line = "Test-PaymentCustomer -Country 'united s"; Expected = 'UM', 'US' }
        @{ Line = 'New-PaymentCustomer -CountryCode 57'; Expected = '57' }
        @{ Line = 'Test-PaymentCustomer -CountryCode colom'; Expected = '57' }
        # Other names of the same fields.
        @{ Line = 'New-PaymentCustomer -user_type '; Expected = 'natural', 'company' }
        @{ Line = 'Test-PaymentCustomer -document_type p'; Expected = 'PASSPORT' }
        @{ Line = 'New-PaymentCustomer -CallingCode spain'; Expected = '34' }
        @{ Line = 'New-PaymentCustomer -enable_notifications f'; Expected = 'false' }
        @{ Line = 'New-PaymentCustomer -Provider OnePay -Country zz'; Expected = $null }
    ) {
        (Complete $Line | Where-Object ResultType -EQ ParameterValue).CompletionText | Sort-Object | Should -Be ($Expected | Sort-Object)
    }

    It 'explains the values in tooltips' {
        (Complete 'New-PaymentCustomer -Country CO' | Where-Object CompletionText -EQ CO).ToolTip | Should -Be Colombia
        (Complete 'New-PaymentCustomer -Nationality ES').ToolTip | Should -Contain Spain
        (Complete 'New-PaymentCustomer -CountryCode 57').ToolTip | Should -Be Colombia
        (Complete 'New-PaymentCustomer -CountryCode 1' | Where-Object CompletionText -EQ 1).ToolTip | Should -BeLike '*United States*'
        (Complete 'New-PaymentCustomer -DocumentType NIT').ToolTip | Should -Be 'Tax number of a company'
        (Complete 'New-PaymentCustomer -CustomerType n').ToolTip | Should -Be 'A person'
    }

    It 'completes every country once' {
        $codes = (Complete 'New-PaymentCustomer -Country ').CompletionText
        $codes.Count | Should -BeGreaterThan 240
        $codes | Select-Object -Unique | Should -HaveCount $codes.Count
        $codes | Should -Match '^[A-Z]{2}$'
    }

    It 'completes the names of connections, quoted if necessary: <_>' -TestCases @(
        'New-PaymentCustomer -Connection ', 'Test-PaymentCustomer -Connection ', 'Get-PaymentCustomer -Connection '
        'Remove-PaymentCustomer -Connection ', 'Disconnect-PaymentProvider -Connection ', 'Disconnect-PaymentProvider ', 'Get-PaymentConnection '
    ) {
        "sales", 'north side', "it's Ana's" | ForEach-Object { Connect-PaymentProvider OnePay -Name $_ -ApiKey $onePay.ApiKey -SkipCheck | Out-Null }
        $found = Complete $_
        $found.CompletionText | Should -Be 'sales', "'north side'", "'it''s Ana''s'"
        $found[1].ListItemText | Should -Be 'north side'
        $found[1].ToolTip | Should -Be 'north side (OnePay, Sandbox)'
        (Complete "${_}n").CompletionText | Should -Be "'north side'"
        (Complete "${_}'n").CompletionText | Should -Be "'north side'"
        # Every completed value is accepted.
        (Invoke-Expression "Get-PaymentConnection $($found[2].CompletionText)").Name | Should -Be "it's Ana's"
    }

    It 'offers no file names for values that cannot be completed: <_>' -TestCases @(
        'Get-PaymentCustomer -Id ', 'Get-PaymentCustomer -Email ', 'Remove-PaymentCustomer -Id ', 'New-PaymentCustomer -Email ', 'Test-PaymentCustomer -FirstName '
        'New-PaymentCustomer -IdempotencyKey ', 'Connect-PaymentProvider -Account ', 'Start-PaymentEmulator -Fault '
    ) {
        (Complete $_).CompletionText | Should -Be ' '
        (Complete "${_}re").CompletionText | Should -Be 're'
    }
}
