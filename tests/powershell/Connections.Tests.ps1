BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    # Another file in this process may have left connections.
    Get-PaymentConnection | Disconnect-PaymentProvider
    function Protect([string] $Text) { ConvertTo-SecureString $Text -AsPlainText -Force }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Connections' {
    AfterEach { Get-PaymentConnection | Disconnect-PaymentProvider }
    BeforeEach { Reset-Emulator $emulator }
    It 'says what to do if there is no connection' {
        { Get-PaymentCustomer } | Should -Throw -ErrorId 'NotConnected,*'
        { New-PaymentCustomer -Provider OnePay -Email a@b.co } | Should -Throw -ErrorId 'NotConnected,*'
        try { Get-PaymentCustomer } catch { $_.ErrorDetails.RecommendedAction | Should -BeLike 'Run Connect-PaymentProvider *' }
    }

    It 'names the variables of <Name> if there is no connection to it' -TestCases @(
        @{ Name = 'Dots'; Variables = 'DOTS_CLIENT_ID and DOTS_API_KEY' }
        @{ Name = 'OnePay'; Variables = 'ONEPAY_API_KEY' }
    ) {
        { Get-PaymentCustomer -Provider $Name } | Should -Throw "There is no connection to $Name." -ErrorId 'NotConnected,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeExactly "Run Connect-PaymentProvider -Provider $Name, or specify -Provider with -Credential or -ApiKey, or set $Variables."
    }

    It 'names the missing connection when it cannot be disconnected, and ignores a pattern without a match' {
        Connect-PaymentProvider @onePay -Name Cali -SkipCheck | Out-Null
        { Disconnect-PaymentProvider nope -ErrorAction Stop } | Should -Throw "There is no connection named 'nope' in this session." -ErrorId 'NotConnected,*'
        { Disconnect-PaymentProvider -Provider Dots -ErrorAction Stop } | Should -Throw 'There is no connection to Dots.' -ErrorId 'NotConnected,*'
        Disconnect-PaymentProvider nope* -ErrorAction Stop
        (Get-PaymentConnection).Name | Should -Be Cali
    }

    It 'uses the last connection, or the one to the specified provider' {
        Connect-PaymentProvider @onePay | Out-Null
        Connect-PaymentProvider @dots | Out-Null
        New-PaymentCustomer -BusinessName A | ForEach-Object Provider | Should -Be Dots
        Get-PaymentCustomer -Provider OnePay | Should -BeNullOrEmpty
        (Get-Arrived $emulator list)[-1].path | Should -Be '/v1/customers'
    }

    It 'keeps several connections by name and accepts one as -Connection' {
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

    It 'keeps connections separate for each runspace' {
        Connect-PaymentProvider @onePay | Out-Null
        $other = [powershell]::Create()
        try { $other.AddScript("Import-Module '$modulePath'; Get-PaymentConnection").Invoke() | Should -BeNullOrEmpty }
        finally { $other.Dispose() }
    }

    It 'derives the environment from a OnePay key, and uses the sandbox of Dots by default' {
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

    It 'names the providers if an unknown one is specified' {
        { Connect-PaymentProvider Acme } | Should -Throw '*Dots, OnePay, Stripe*'
        { New-PaymentCustomer -Provider Acme } | Should -Throw '*Dots, OnePay, Stripe*'
    }

    It 'says what to do about <Why>' -TestCases @(
        @{ Why = 'a key of the other environment'; Key = 'sk_live_1'; More = @{ Environment = 'Sandbox' }; Action = 'Omit -Environment, because the key determines it, or use a key of Sandbox.' }
        @{ Why = 'plain http to another machine'; Key = 'sk_test_1'; More = @{ BaseUri = 'http://example.com/v1' }; Action = 'Specify an address that starts with https in -BaseUri*' }
    ) {
        { Connect-PaymentProvider OnePay -ApiKey (Protect $Key) @More } | Should -Throw
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike $Action
    }

    It 'reads credentials from the environment' {
        $env:ONEPAY_API_KEY = 'sk_test_env'
        try {
            Get-PaymentCustomer -Provider OnePay -BaseUri $emulator.Address | Should -BeNullOrEmpty
            (Get-Arrived $emulator)[0].headers.Authorization | Should -BeExactly (Hide-Authorization $emulator 'Bearer sk_test_env')
        }
        finally { Remove-Item Env:ONEPAY_API_KEY }
    }

    It 'says that the provider cannot be reached' {
        $nowhere = @{ Provider = 'OnePay'; ApiKey = Protect sk_test_1; BaseUri = 'http://127.0.0.1:9' }
        Get-PaymentCustomer @nowhere -MaximumRetryCount 0 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
        $failed[0].ToString() | Should -BeLike '*Could not connect to OnePay*'
    }
}

Describe 'Connecting' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator @{ onePayAcceptedKeys = @(); dotsAcceptedCredentials = @() }
    }
    AfterEach { Get-PaymentConnection | Disconnect-PaymentProvider }

    It 'checks the credential with exactly one read-only request at <Name>, and with none if the check is skipped' -TestCases @(
        @{ Name = 'OnePay'; Asked = 'GET /v1/customers?page=1&per_page=1'; Scheme = 'Bearer'; Names = 'Accept', 'Accept-Encoding', 'Authorization', 'Host', 'User-Agent' }
        @{ Name = 'Dots'; Asked = 'GET /api/v2/payment-customers?limit=1'; Scheme = 'Basic'; Names = 'Accept', 'Accept-Encoding', 'Authorization', 'Host', 'User-Agent' }
    ) {
        $target = $Name -eq 'Dots' ? $dots : $onePay
        $connection = Connect-PaymentProvider @target
        "$($connection.Provider) $($connection.Environment) $($connection.IsConnected)" | Should -Be "$Name Sandbox True"
        $arrived = Get-Arrived $emulator
        $arrived | Should -HaveCount 1
        "$($arrived[0].method) $($arrived[0].path)?$($arrived[0].query)" | Should -BeExactly $Asked
        $arrived[0].body | Should -BeNullOrEmpty
        $arrived[0].headers.PSObject.Properties.Name | Sort-Object | Should -Be $Names
        $arrived[0].headers.Authorization | Should -BeLike "$Scheme *"
        Connect-PaymentProvider @target -SkipCheck | Out-Null
        Get-Arrived $emulator | Should -HaveCount 1
    }

    It 'stores nothing if <Name> does not accept the credential, and keeps the earlier connection' -TestCases @(
        @{ Name = 'OnePay'; Options = @{ onePayAcceptedKeys = @('sk_test_another') } }
        @{ Name = 'Dots'; Options = @{ dotsAcceptedCredentials = @('another:key') } }
    ) {
        $target = $Name -eq 'Dots' ? $dots : $onePay
        Reset-Emulator $emulator $Options
        { Connect-PaymentProvider @target } | Should -Throw -ErrorId 'AuthenticationFailed,*'
        Get-Arrived $emulator | Should -HaveCount 1
        Get-PaymentConnection | Should -BeNullOrEmpty
        try { Connect-PaymentProvider @target } catch { $_.ErrorDetails.RecommendedAction | Should -BeLike "$Name does not accept the credential. Check the credential.*" }

        $first = Connect-PaymentProvider @target -SkipCheck
        { Connect-PaymentProvider @target } | Should -Throw -ErrorId 'AuthenticationFailed,*'
        [object]::ReferenceEquals((Get-PaymentConnection), $first) | Should -BeTrue
        $first.IsConnected | Should -BeTrue
    }

    It 'says that the provider cannot be reached or is not the expected one, and how to connect nevertheless' {
        $free = [Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $free.Start()
        $nowhere = "http://127.0.0.1:$($free.LocalEndpoint.Port)"
        $free.Stop()
        { Connect-PaymentProvider OnePay -ApiKey $onePay.ApiKey -BaseUri $nowhere } | Should -Throw -ErrorId 'ConnectionFailed,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*To connect without this check, use -SkipCheck.'
        Set-Fault $emulator @{ kind = 'status'; code = 503 }
        { Connect-PaymentProvider @onePay } | Should -Throw -ErrorId 'ProviderUnavailable,*'
        Set-Fault $emulator @{ kind = 'html'; code = 200 }
        { Connect-PaymentProvider @dots } | Should -Throw -ErrorId 'ResponseInvalid,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike 'Check -BaseUri*'
        Get-PaymentConnection | Should -BeNullOrEmpty
        (Connect-PaymentProvider OnePay -ApiKey $onePay.ApiKey -BaseUri $nowhere -SkipCheck).Name | Should -Be OnePay
    }

    It 'accepts a connection or its name in every cmdlet' {
        $sales = Connect-PaymentProvider @onePay -Name sales -SkipCheck
        Connect-PaymentProvider @dots -SkipCheck | Out-Null
        foreach ($connection in 'sales', 'SALES', $sales, [psobject] $sales) {
            Reset-Emulator $emulator
            $created = New-Row 1 | New-PaymentCustomer -Connection $connection
            (Get-PaymentCustomer -Connection $connection).Id | Should -Be $created.Id
            Remove-PaymentCustomer -Connection $connection -Id $created.Id -Confirm:$false
            Get-Stored $emulator OnePay | Should -HaveCount 0
            (Get-Arrived $emulator).provider | Should -Be onepay, onepay, onepay
        }
        Disconnect-PaymentProvider -Connection sales
        $sales.IsConnected | Should -BeFalse
        (Get-PaymentConnection).Name | Should -Be Dots
    }

    It 'says which command to run if <Command> gets the name of an unknown connection' -TestCases @(
        @{ Command = 'New-PaymentCustomer' }, @{ Command = 'Test-PaymentCustomer' }, @{ Command = 'Get-PaymentCustomer' }
        @{ Command = 'Remove-PaymentCustomer' }, @{ Command = 'Disconnect-PaymentProvider' }
    ) {
        $more = $Command -eq 'Remove-PaymentCustomer' ? @{ Id = 'x'; Confirm = $false } : @{}
        { & $Command -Connection nobody @more -ErrorAction Stop } | Should -Throw 'There is no connection named ''nobody'' in this session.' -ErrorId 'NotConnected,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike "Run Connect-PaymentProvider -Name 'nobody' first*"
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'says that a connection was disconnected' {
        $connection = Connect-PaymentProvider @onePay -SkipCheck
        Disconnect-PaymentProvider
        foreach ($command in { Get-PaymentCustomer -Connection $connection }, { New-Row 1 | New-PaymentCustomer -Connection $connection }, { Remove-PaymentCustomer x -Connection $connection -Confirm:$false }) {
            $command | Should -Throw "The connection 'OnePay' was disconnected." -ErrorId 'NotConnected,*'
        }
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'says that a connection of a job cannot be used in this session' {
        $copy = Start-Job {
            Import-Module $using:root/out/PaymentCustomers/PaymentCustomers.psd1
            Connect-PaymentProvider OnePay -ApiKey (ConvertTo-SecureString sk_test_job -AsPlainText) -Name job -SkipCheck
        } | Receive-Job -Wait -AutoRemoveJob
        $copy.Name | Should -Be job
        { Get-PaymentCustomer -Connection $copy } | Should -Throw -ErrorId 'NotConnected,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike "*A connection of another process, such as a job, cannot be used here."
    }

    It 'uses a copy of a connection for the original, but not for another account''s connection of the same name' {
        $connection = Connect-PaymentProvider @onePay -SkipCheck
        $serializer = [System.Management.Automation.PSSerializer]
        $copy = $serializer::Deserialize($serializer::Serialize($connection))
        Get-PaymentCustomer -Connection $copy | Should -BeNullOrEmpty
        Get-Arrived $emulator | Should -HaveCount 1
        Connect-PaymentProvider OnePay -ApiKey (Protect sk_test_another) -BaseUri $emulator.Address -SkipCheck | Out-Null
        { Get-PaymentCustomer -Connection $copy } | Should -Throw -ErrorId 'NotConnected,*'
        Get-Arrived $emulator | Should -HaveCount 1
    }

    It 'does not use a copy of a connection for one of another environment' {
        $copied = Connect-PaymentProvider OnePay -ApiKey (Protect sk_test_copied) -Account acme -BaseUri $emulator.Address -SkipCheck
        $serializer = [System.Management.Automation.PSSerializer]
        $copy = $serializer::Deserialize($serializer::Serialize($copied))
        Connect-PaymentProvider OnePay -ApiKey (Protect sk_live_stored) -Account acme -BaseUri $emulator.Address -SkipCheck | Out-Null
        { Get-PaymentCustomer -Connection $copy } | Should -Throw -ErrorId 'NotConnected,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'refuses an account name that is too long for a journal, in both languages' {
        $long = @{ ApiKey = Protect sk_test_long; Account = 'a' * 5000; BaseUri = $emulator.Address; SkipCheck = $true }
        { Connect-PaymentProvider OnePay @long } | Should -Throw 'The name of the account (-Account, --account) can have 100 characters at most*' -ErrorId 'ConnectionInvalid,*'
        $before = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'es-CO'
            { Connect-PaymentProvider OnePay @long } | Should -Throw 'El nombre de la cuenta (-Account, --account) puede tener 100 caracteres como*'
        }
        finally { [cultureinfo]::CurrentUICulture = $before }
        { New-Row 1 | New-PaymentCustomer -Provider OnePay -ApiKey $long.ApiKey -Account $long.Account -BaseUri $emulator.Address -JournalPath $TestDrive/long.jsonl } |
            Should -Throw -ErrorId 'ConnectionInvalid,*'
        "$TestDrive/long.jsonl" | Should -Not -Exist
    }

    It 'stops a run whose connection is disconnected, and reports the outcome of each row' {
        Connect-PaymentProvider @onePay -SkipCheck | Out-Null
        $created = [System.Collections.Generic.List[object]]::new()
        {
            1..100 | ForEach-Object { New-Row $_ } | New-PaymentCustomer -ErrorAction SilentlyContinue -ErrorVariable script:failed |
                ForEach-Object { if ($_.Row -eq 3) { Disconnect-PaymentProvider }; $created.Add($_) }
        } | Should -Throw "The connection 'OnePay' was disconnected." -ErrorId 'NotConnected,*'
        Get-Stored $emulator OnePay | Should -HaveCount $created.Count
    }

    It 'accepts the secrets of a vault: a SecureString or a PSCredential' {
        function Get-Secret([string] $Name) { $Name -eq 'onepay' ? (Protect sk_test_vault) : [pscredential]::new('vault-client', (Protect vault-key)) }
        Connect-PaymentProvider OnePay -ApiKey (Get-Secret onepay) -BaseUri $emulator.Address | Out-Null
        Connect-PaymentProvider Dots -Credential (Get-Secret dots) -BaseUri $emulator.Address | Out-Null
        $basic = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('vault-client:vault-key'))
        (Get-Arrived $emulator).headers.Authorization | Should -BeExactly (Hide-Authorization $emulator 'Bearer sk_test_vault', $basic)
    }

    It 'refuses a key in plain text, and shows it nowhere' {
        $plain = 'sk_test_' + [guid]::NewGuid().ToString('N')
        $Error.Clear()
        foreach ($text in $plain, [psobject] $plain) {
            { Connect-PaymentProvider OnePay -ApiKey $text -BaseUri $emulator.Address } | Should -Throw '*A key is not accepted as plain text*Get-Secret*'
            { Get-PaymentCustomer -Provider OnePay -ApiKey $text -BaseUri $emulator.Address } | Should -Throw '*A key is not accepted as plain text*'
        }
        $Error.Count | Should -Be 4
        $Error | ForEach-Object { $_ | Format-List * -Force; $_.Exception | Format-List * -Force; "$($_.Exception)"; $_.ErrorDetails } | Out-String | Should -Not -Match $plain
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'reads the credentials of both providers from the environment' {
        $env:ONEPAY_API_KEY = 'sk_test_env'
        $env:DOTS_API_KEY = 'env-key'
        try {
            { Connect-PaymentProvider Dots -BaseUri $emulator.Address } | Should -Throw '*DOTS_CLIENT_ID, DOTS_API_KEY*' -ErrorId 'CredentialInvalid,*'
            $env:DOTS_CLIENT_ID = 'env-client'
            Connect-PaymentProvider OnePay -BaseUri $emulator.Address | Out-Null
            Connect-PaymentProvider Dots -BaseUri $emulator.Address | Out-Null
            New-PaymentCustomer -Provider Dots -BaseUri $emulator.Address -BusinessName A | Out-Null
            $basic = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('env-client:env-key'))
            (Get-Arrived $emulator).headers.Authorization | Should -BeExactly (Hide-Authorization $emulator 'Bearer sk_test_env', $basic, $basic)
        }
        finally { Remove-Item Env:ONEPAY_API_KEY, Env:DOTS_API_KEY, Env:DOTS_CLIENT_ID -ErrorAction Ignore }
    }
}

Describe 'Get-PaymentProvider' {
    BeforeEach { Reset-Emulator $emulator }
    It 'shows the providers, what they support, and their fields' {
        $providers = Get-PaymentProvider
        $providers.Name | Should -Be Dots, OnePay, Stripe
        $providers.CanRemove | Should -Be $false, $true, $true
        $providers.CanChange | Should -Be $false, $false, $true
        ($providers[1].Fields | Where-Object IsRequired).Name |
            Should -Be FirstName, LastName, Email, Phone, CustomerType, DocumentType, DocumentNumber
        (Get-PaymentProvider onepay).Name | Should -Be OnePay
    }
}
