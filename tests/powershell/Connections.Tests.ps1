BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    function Protect([string] $Text) { ConvertTo-SecureString $Text -AsPlainText -Force }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Connections' {
    AfterEach { Get-PaymentConnection | Disconnect-PaymentProvider }
    BeforeEach { Reset-Emulator $emulator }
    It 'says what to do when there is none' {
        { Get-PaymentCustomer } | Should -Throw -ErrorId 'NotConnected,*'
        { New-PaymentCustomer -Provider OnePay -Email a@b.co } | Should -Throw -ErrorId 'NotConnected,*'
        try { Get-PaymentCustomer } catch { $_.ErrorDetails.RecommendedAction | Should -BeLike 'Run Connect-PaymentProvider *' }
    }

    It 'uses the last connection, or that of the named provider' {
        Connect-PaymentProvider @onePay | Out-Null
        Connect-PaymentProvider @dots | Out-Null
        New-PaymentCustomer -BusinessName A | ForEach-Object Provider | Should -Be Dots
        Get-PaymentCustomer -Provider OnePay | Should -BeNullOrEmpty
        (Get-Arrived $emulator list)[-1].path | Should -Be '/v1/customers'
    }

    It 'keeps several by name and takes one as -Connection' {
        $a = Connect-PaymentProvider @onePay -Name Bogotá
        $b = Connect-PaymentProvider @onePay -Name Cali
        (Get-PaymentConnection).Name | Should -Be 'Bogotá', 'Cali'
        (Get-PaymentConnection B*).Name | Should -Be 'Bogotá'
        Get-PaymentCustomer -Connection $a | Should -BeNullOrEmpty
        Disconnect-PaymentProvider -Name Cali
        (Get-PaymentConnection).Name | Should -Be 'Bogotá'
        $b.IsConnected | Should -BeFalse
        { Get-PaymentCustomer -Connection $b } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'belongs to its runspace' {
        Connect-PaymentProvider @onePay | Out-Null
        $module = (Get-Module PaymentCustomers).Path
        $other = [powershell]::Create()
        try { $other.AddScript("Import-Module '$module'; Get-PaymentConnection").Invoke() | Should -BeNullOrEmpty }
        finally { $other.Dispose() }
    }

    It 'tells the environment of a OnePay key, and of Dots the sandbox unless production is asked for' {
        (Connect-PaymentProvider OnePay -ApiKey (Protect sk_test_1) -SkipCheck).Environment | Should -Be Sandbox
        (Connect-PaymentProvider OnePay -ApiKey (Protect sk_live_1) -SkipCheck).Environment | Should -Be Production
        (Connect-PaymentProvider Dots -Credential $dots.Credential -SkipCheck).BaseUri | Should -Be 'https://pls.senddotssandbox.com/api'
        (Connect-PaymentProvider Dots -Credential $dots.Credential -Environment Production -SkipCheck).BaseUri | Should -Be 'https://api.dots.dev/api'
    }

    It 'refuses <Why>' -TestCases @(
        @{ Why = 'a public key'; Id = 'CredentialInvalid'; Key = 'pk_test_1'; More = @{} }
        @{ Why = 'a key of no known kind'; Id = 'CredentialInvalid'; Key = 'whatever'; More = @{} }
        @{ Why = 'a live key with -Environment Sandbox'; Id = 'CredentialInvalid'; Key = 'sk_live_1'; More = @{ Environment = 'Sandbox' } }
        @{ Why = 'a key with a line break'; Id = 'CredentialInvalid'; Key = "sk_test_1`n"; More = @{} }
        @{ Why = 'plain http to another machine'; Id = 'ConnectionInvalid'; Key = 'sk_test_1'; More = @{ BaseUri = 'http://example.com/v1' } }
        @{ Why = 'an app at OnePay'; Id = 'ConnectionInvalid'; Key = 'sk_test_1'; More = @{ AppId = 'x' } }
    ) {
        $secure = Protect $Key
        { Connect-PaymentProvider OnePay -ApiKey $secure @More } | Should -Throw -ErrorId "$Id,*"
        $Error[0] | Format-List * -Force | Out-String | Should -Not -Match 'whatever'
    }

    It 'names the providers when an unknown one is asked for' {
        { Connect-PaymentProvider Stripe } | Should -Throw '*Dots, OnePay*'
        { New-PaymentCustomer -Provider Stripe } | Should -Throw '*Dots, OnePay*'
    }

    It 'takes credentials from the environment' {
        $env:ONEPAY_API_KEY = 'sk_test_env'
        try {
            Get-PaymentCustomer -Provider OnePay -BaseUri $emulator.Address | Should -BeNullOrEmpty
            (Get-Arrived $emulator)[0].headers.Authorization | Should -BeExactly 'Bearer sk_test_env'
        }
        finally { Remove-Item Env:ONEPAY_API_KEY }
    }

    It 'says that the provider cannot be reached' {
        $nowhere = @{ Provider = 'OnePay'; ApiKey = Protect sk_test_1; BaseUri = 'http://127.0.0.1:9' }
        Get-PaymentCustomer @nowhere -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failed[0].ToString() | Should -BeLike '*OnePay could not be reached*'
    }
}

Describe 'Get-PaymentProvider' {
    BeforeEach { Reset-Emulator $emulator }
    It 'shows the providers, what they can do and their fields' {
        $providers = Get-PaymentProvider
        $providers.Name | Should -Be Dots, OnePay
        $providers.CanRemove | Should -Be $false, $true
        ($providers[1].Fields | Where-Object IsRequired).Name |
            Should -Be FirstName, LastName, Email, Phone, CustomerType, DocumentType, DocumentNumber
        (Get-PaymentProvider onepay).Name | Should -Be OnePay
    }
}
