# The whole list through the cmdlet.
param([string] $Module, [string] $BaseUri, [int] $WarmUp)
. $PSScriptRoot/Common.ps1
Import-Module $Module
Connect-PaymentProvider OnePay -BaseUri $BaseUri -SkipCheck | Out-Null

Measure-Rows {
    param($first)
    Get-PaymentCustomer -First $first | Out-Null
} @($WarmUp) @([uint64]::MaxValue)
