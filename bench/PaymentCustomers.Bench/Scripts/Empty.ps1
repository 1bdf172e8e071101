# Only PowerShell itself.
. $PSScriptRoot/Common.ps1
Write-Measured 0 $null
