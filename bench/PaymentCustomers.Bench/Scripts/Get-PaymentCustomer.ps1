# Reads the whole list with the cmdlet, several times.
param([string] $Module, [string] $BaseUri, [int] $Customers, [int] $Passes, [int] $WarmUp)
. $PSScriptRoot/Common.ps1
Import-Module $Module
Connect-PaymentProvider OnePay -BaseUri $BaseUri -SkipCheck | Out-Null

Measure-Rows {
    param($count)
    for (; $count -gt 0; $count -= $Customers) { Get-PaymentCustomer -First ([math]::Min($count, $Customers)) > $null }
} @($WarmUp) @($Customers * $Passes)
