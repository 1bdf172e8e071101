# Dot-sourced by the contestants that run in PowerShell.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# What a block gives goes to $null: another cmdlet, even Out-Null, would take longer to take it than some take to give it.
# Runs a block twice, over the rows before those that count and over these, and says how long each took.
function Measure-Rows([scriptblock] $Block, [object[]] $WarmUp, [object[]] $Rows) {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    & $Block @WarmUp
    $before = $watch.Elapsed.TotalSeconds
    & $Block @Rows
    Write-Measured ($watch.Elapsed.TotalSeconds - $before) $before
}

function Write-Measured([double] $Seconds, $WarmUpSeconds) {
    $peak = if ($IsLinux) {
        [long](Select-String '^VmHWM:\s+(\d+) kB' /proc/self/status).Matches[0].Groups[1].Value * 1024
    }
    else {
        [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
    }
    [pscustomobject]@{ seconds = $Seconds; warmUpSeconds = $WarmUpSeconds; peakBytes = $peak } | ConvertTo-Json -Compress
}
