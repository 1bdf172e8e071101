# Dot-sourced by the contestants that run in PowerShell.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# Runs a block twice, over few rows and then over those that count, and says how long the second run took.
function Measure-Rows([scriptblock] $Block, [object[]] $WarmUp, [object[]] $Rows) {
    & $Block @WarmUp
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    & $Block @Rows
    Write-Measured $watch.Elapsed.TotalSeconds
}

function Write-Measured([double] $Seconds) {
    $peak = if ($IsLinux) {
        [long](Select-String '^VmHWM:\s+(\d+) kB' /proc/self/status).Matches[0].Groups[1].Value * 1024
    }
    else {
        [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
    }
    [pscustomobject]@{ seconds = $Seconds; peakBytes = $peak } | ConvertTo-Json -Compress
}
