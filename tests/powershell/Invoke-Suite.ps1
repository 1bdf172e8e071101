# Runs every test file and writes one JSON array of results: name, outcome, message.
param([Parameter(Mandatory)][string] $ResultPath)

Import-Module Pester -MinimumVersion 5.0 -ErrorAction Stop
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration

$results = foreach ($test in $run.Tests) {
    [pscustomobject]@{
        file    = Split-Path $test.ScriptBlock.File -Leaf
        name    = $test.ExpandedPath
        outcome = "$($test.Result)"
        message = ($test.ErrorRecord | Out-String).Trim()
    }
}

# A file or block that fails before its tests run must not pass as a file without tests.
$broken = @($run.FailedContainers) + @($run.FailedBlocks) | Where-Object { $_ }
$results = @($results) + @($broken | ForEach-Object {
        [pscustomobject]@{ file = "$($_.Item ?? $_.BlockContainer)"; name = "$($_.Name ?? $_.Item)"; outcome = 'Failed'; message = ($_.ErrorRecord | Out-String).Trim() }
    })
ConvertTo-Json @($results) -Depth 3 | Set-Content $ResultPath -Encoding utf8
