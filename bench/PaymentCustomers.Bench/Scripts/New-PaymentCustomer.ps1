# Creates customers with the cmdlet. The module is imported before the measurement starts.
param([string] $Module, [string] $BaseUri, [string] $Rows, [string] $WarmUp, [string] $ThrottleLimit, [string] $Journal)
. $PSScriptRoot/Common.ps1
Import-Module $Module
Connect-PaymentProvider OnePay -BaseUri $BaseUri -SkipCheck | Out-Null

Measure-Rows {
    param($path, $journal)
    $options = @{ ThrottleLimit = $ThrottleLimit }
    if ($journal) { $options.JournalPath = $journal }
    Import-Csv $path | New-PaymentCustomer @options > $null
} @($WarmUp, ($Journal ? "$Journal.warm-up" : '')) @($Rows, $Journal)
