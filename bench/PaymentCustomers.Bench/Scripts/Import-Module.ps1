# Measures importing a module in a new process.
param([string] $Module)
. $PSScriptRoot/Common.ps1

$watch = [System.Diagnostics.Stopwatch]::StartNew()
Import-Module $Module
Write-Measured $watch.Elapsed.TotalSeconds
