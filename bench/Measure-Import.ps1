<#
.SYNOPSIS
Measures what importing the module costs, against an empty binary module behind a manifest, side by side.
.DESCRIPTION
Each import happens in a new process, the two in turn. Prints medians in milliseconds and their ratio.
#>
param([ValidateRange(3, 1000)][int] $Times = 15)

$root = Split-Path $PSScriptRoot
$module = Join-Path $root out PaymentCustomers PaymentCustomers.psd1
$empty = Join-Path ([IO.Path]::GetTempPath()) "EmptyModule-$PID"
New-Item -ItemType Directory $empty | Out-Null
try {
    Add-Type -OutputAssembly (Join-Path $empty Empty.dll) -TypeDefinition @'
using System.Management.Automation;
[Cmdlet(VerbsCommon.Get, "Nothing")] public sealed class GetNothingCommand : PSCmdlet { }
'@
    New-ModuleManifest (Join-Path $empty Empty.psd1) -RootModule Empty.dll -CmdletsToExport Get-Nothing -FunctionsToExport @() -AliasesToExport @() -VariablesToExport @()

    function Measure-One([string] $Path) {
        [double](pwsh -NoProfile -NonInteractive -Command "`$w = [Diagnostics.Stopwatch]::StartNew(); Import-Module '$Path'; `$w.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)")
    }

    function Get-Median([double[]] $Values) { ($Values | Sort-Object)[[Math]::Floor($Values.Count / 2)] }

    $ours, $theirs = @(), @()
    foreach ($i in 1..$Times) {
        $theirs += Measure-One (Join-Path $empty Empty.psd1)
        $ours += Measure-One $module
    }
    [pscustomobject]@{
        EmptyModuleMs      = [Math]::Round((Get-Median $theirs), 1)
        PaymentCustomersMs = [Math]::Round((Get-Median $ours), 1)
        Ratio              = [Math]::Round((Get-Median $ours) / (Get-Median $theirs), 2)
    }
}
finally { Remove-Item $empty -Recurse }
