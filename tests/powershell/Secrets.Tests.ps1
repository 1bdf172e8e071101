BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $secret = 'sk_test_S3cr3t+K/y=='
    $secure = ConvertTo-SecureString $secret -AsPlainText -Force
    $onePay.ApiKey = $secure
    $dots.Credential = [pscredential]::new('client-7', $secure)
    function Show($Thing) {
        $Thing | Format-List * -Force | Out-String -Width 500
        $Thing | Format-Table * -Force | Out-String -Width 500
        $Thing | Out-String
        "$Thing"
        $Thing | ConvertTo-Json -Depth 2 -WarningAction SilentlyContinue
        $Thing | ConvertTo-Csv
        $Thing | ForEach-Object { if ($_.Exception) { $_.Exception.ToString() } }
        [System.Management.Automation.PSSerializer]::Serialize($Thing, 2)
    }
    $spellings = @(
        $secret
        [uri]::EscapeDataString($secret)
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($secret))
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("client-7:$secret"))
        [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($secret))
        [Convert]::ToHexString([Text.Encoding]::UTF8.GetBytes($secret))
    )
    $good = @{ FirstName = 'Ana'; LastName = 'Gómez'; Email = 'ana.gomez@example.com'; Phone = '+573001234567'; DocumentType = 'CC'; DocumentNumber = '1060500333' }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Secrets and personal data' {
    It 'shows the key in no stream, object, error or transcript' {
        Reset-Emulator $emulator
        $Error.Clear()
        $connection = Connect-PaymentProvider @onePay
        $shown = @(
            Show $connection
            Show (Connect-PaymentProvider @dots)
            Show (Get-PaymentConnection)
        )
        $all = & {
            [pscustomobject]$good | New-PaymentCustomer @onePay -Verbose -Debug
            [pscustomobject]@{ FirstName = 'x' } | New-PaymentCustomer @onePay -Verbose -Debug
            New-PaymentCustomer @dots -BusinessName A -Verbose -Debug
            Get-PaymentCustomer @dots -Verbose -Debug
            Get-PaymentCustomer @onePay -Id none -Verbose -Debug
        } *>&1
        foreach ($thing in $all) { $shown += Show $thing }
        Invoke-Control $emulator '/options' PATCH @{ onePayAcceptedKeys = @('sk_test_other') } | Out-Null
        try { [pscustomobject]$good | New-PaymentCustomer @onePay -Verbose -Debug *>&1 | ForEach-Object { $shown += Show $_ } } catch { $shown += Show $_ }
        Invoke-Control $emulator '/options' PATCH @{ onePayAcceptedKeys = @() } | Out-Null
        foreach ($record in $Error) { $shown += Show $record }
        $text = $shown -join "`n"
        $text | Should -BeLike '*POST http://127.0.0.1*201*'
        foreach ($spelling in $spellings) { $text.Contains($spelling, 'OrdinalIgnoreCase') | Should -BeFalse }
    }

    It 'masks personal data in verbose and debug' {
        $lines = & { [pscustomobject]$good | New-PaymentCustomer @onePay -Verbose -Debug } *>&1 |
            Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -or $_ -is [System.Management.Automation.DebugRecord] } | Out-String
        $lines | Should -BeLike '*"email":"a`*`*`*@`*`*`*.com"*'
        $lines | Should -Not -Match 'ana\.gomez|3001234567|1060500333|Gómez'
    }
}
