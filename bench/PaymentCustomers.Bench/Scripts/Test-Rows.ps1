# A cmdlet that reads rows and sends nothing: Test-PaymentCustomer, or one that does nothing with them.
param([string] $Module, [string] $Command, [string] $Provider, [string] $Rows, [string] $WarmUp)
. $PSScriptRoot/Common.ps1
Import-Module $Module
$options = @{}
if ($Provider) { $options.Provider = $Provider }

Measure-Rows {
    param($path)
    Import-Csv $path | & $Command @options > $null
} @($WarmUp) @($Rows)
