BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $manifest = Join-Path $root out PaymentCustomers PaymentCustomers.psd1

    # Runs a script in a separate process with the language of the environment variables.
    function Invoke-In([string] $Locale, [string] $Script) {
        $preamble = @"
`$ErrorActionPreference = 'Continue'
Import-Module '$manifest'
Remove-Item Env:ONEPAY_API_KEY, Env:DOTS_CLIENT_ID, Env:DOTS_API_KEY -ErrorAction Ignore
`$onePay = @{ Provider = 'OnePay'; ApiKey = (ConvertTo-SecureString '$onePayKey' -AsPlainText -Force); BaseUri = '$($emulator.Address)' }
`$row = [pscustomobject]@{ first_name = 'Ana'; last_name = 'Gómez'; email = 'ana@example.com'; phone = '+573001234567'; document_type = 'CC'; document_number = '1060500333'; enable_notifications = 'false' }
"@
        $before = $env:LC_ALL
        try {
            $env:LC_ALL = $Locale
            $result = pwsh -NoProfile -NonInteractive -Command "$preamble`n$Script"
            $LASTEXITCODE | Should -Be 0
            $result
        }
        finally { $env:LC_ALL = $before }
    }
}
AfterAll { Stop-Emulator $emulator }

Describe 'In a Spanish session' {
    BeforeEach { Reset-Emulator $emulator }

    It 'reports the problems of a row in Spanish with the same error id' {
        Invoke-In es_CO.UTF-8 @'
$row.email = 'ana'
$row | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
"$failed"; $failed.FullyQualifiedErrorId; $failed.ErrorDetails.RecommendedAction
'@ | Should -Be @(
            "Fila 1: Email 'a***' no es una dirección de correo electrónico."
            'CustomerInvalid,PaymentCustomers.PowerShell.Commands.NewPaymentCustomerCommand'
            'No se envió nada por esta fila. Corríjala y envíela de nuevo.')
    }

    It 'reports the provider''s answer in Spanish with the same number format' {
        Invoke-Control $emulator '/faults' PUT @(@{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 1; kind = 'status'; code = 429; retryAfter = '3600' }) | Out-Null
        $message, $id = Invoke-In es_CO.UTF-8 @'
try { $row | New-PaymentCustomer @onePay -MaximumRetryCount 0 -ErrorAction SilentlyContinue } catch { "$_"; $_.FullyQualifiedErrorId }
'@
        $message | Should -Match '^OnePay pidió esperar 3600 s\. La ejecución se detuvo\. Ejecútela de nuevo después del \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ\.$'
        $id | Should -BeLike 'RateLimited,*'
    }

    It 'warns and asks in Spanish, even if the session itself sets the language' {
        Invoke-In en_US.UTF-8 @'
[cultureinfo]::CurrentUICulture = 'es-MX'
@() | New-PaymentCustomer @onePay -WarningVariable none -WarningAction SilentlyContinue
$row | Add-Member City Cali
$row | New-PaymentCustomer @onePay -WarningVariable leftOut -WarningAction SilentlyContinue | Out-Null
"$none"; "$leftOut"
$row | New-PaymentCustomer @onePay -WhatIf -WarningAction SilentlyContinue
'@ | Should -Be @(
            'No se recibió ninguna fila.'
            "Estas columnas se ignoran, porque OnePay no tiene sus campos: 'City' (City)."
            'What if: Performing the operation "Crear cliente en OnePay (Sandbox)" on target "fila 1 (A*** G*** a***@***.com ***67)".')
    }

    It 'says in Spanish that there is no connection' {
        Invoke-In es_CO.UTF-8 'try { Get-PaymentCustomer } catch { "$_"; $_.FullyQualifiedErrorId }' | Should -Be @(
            'No hay ninguna conexión con un proveedor de pagos.'
            'NotConnected,PaymentCustomers.PowerShell.Commands.GetPaymentCustomerCommand')
    }
}

Describe 'In a session of another language' {
    It 'shows English messages: <_>' -ForEach 'C.UTF-8', 'en_US.UTF-8', 'pt_BR.UTF-8' {
        Invoke-In $_ 'try { Get-PaymentCustomer } catch { "$_" }' | Should -Be 'There is no connection to a payment provider.'
    }
}
