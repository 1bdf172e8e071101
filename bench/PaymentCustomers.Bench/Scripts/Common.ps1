# Dot-sourced by the contestants that run in PowerShell.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# Runs a block twice, with the warm-up rows and with the measured rows, and returns both durations. Without warm-up rows it runs once. The output of the block goes to
# $null: any cmdlet, even Out-Null, would take longer to receive it than some contestants take to write it.
function Measure-Rows([scriptblock] $Block, [object[]] $WarmUp, [object[]] $Rows) {
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    if ($WarmUp[0]) { & $Block @WarmUp }
    $before = $watch.Elapsed.TotalSeconds
    $processor = Get-ProcessorSeconds
    & $Block @Rows
    Write-Measured ($watch.Elapsed.TotalSeconds - $before) $before ((Get-ProcessorSeconds) - $processor)
}

function Get-ProcessorSeconds {
    [System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalSeconds
}

function Write-Measured([double] $Seconds, $WarmUpSeconds, $ProcessorSeconds) {
    $peak = if ($IsLinux) {
        [long](Select-String '^VmHWM:\s+(\d+) kB' /proc/self/status).Matches[0].Groups[1].Value * 1024
    }
    else {
        [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
    }
    $measured = @{ seconds = $Seconds; warmUpSeconds = $WarmUpSeconds; peakBytes = $peak }
    if ($null -ne $ProcessorSeconds) { $measured.processorSeconds = $ProcessorSeconds }
    [pscustomobject]$measured | ConvertTo-Json -Compress
}
