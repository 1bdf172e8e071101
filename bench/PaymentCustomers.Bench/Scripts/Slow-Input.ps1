# Rows that take 25 ms each to come, with or without the cmdlet behind them.
param([string] $Module, [string] $BaseUri, [string] $Rows, [string] $WarmUp, [int] $ThrottleLimit)
. $PSScriptRoot/Common.ps1
if ($Module) {
    Import-Module $Module
    Connect-PaymentProvider OnePay -BaseUri $BaseUri -SkipCheck | Out-Null
}

Measure-Rows {
    param($path)
    if ($Module) {
        Import-Csv $path | ForEach-Object { Start-Sleep -Milliseconds 25; $_ } | New-PaymentCustomer -ThrottleLimit $ThrottleLimit > $null
    }
    else {
        Import-Csv $path | ForEach-Object { Start-Sleep -Milliseconds 25; $_ } > $null
    }
} @($WarmUp) @($Rows)
