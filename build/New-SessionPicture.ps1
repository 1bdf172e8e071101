<#
.SYNOPSIS
Runs the session of README.md in PowerShell and draws the terminal output as SVG.
.DESCRIPTION
The session is the code block in README.md after the sentence "This is the session in the picture:". It runs in a separate
session, in an empty folder with a copy of samples/exported-contacts.csv as contacts.csv. Values that differ between runs (ports,
times, ids and the folder) are replaced by fixed values, so that the same commands always give the same picture.
.PARAMETER Destination
The picture to write.
.PARAMETER ModulePath
The module to load.
.EXAMPLE
./build/New-SessionPicture.ps1
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [string] $Destination = (Join-Path $PSScriptRoot .. docs session.svg),
    [string] $ModulePath = (Join-Path $PSScriptRoot .. out PaymentCustomers)
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$columns = 100

$readme = (Get-Content (Join-Path $root README.md) -Raw) -replace "`r"
if ($readme -notmatch '(?s)This is the session in the picture:\n\n```powershell\n(.+?)\n```') { throw 'README.md has no session for the picture.' }
$commands = $Matches[1] -split '\n'

# The session. Each command is shown after a prompt and then executed.
$session = {
    param([string] $ModulePath, [string] $Folder, [string[]] $Commands)
    $ErrorActionPreference = 'Continue'
    $ProgressPreference = 'SilentlyContinue'
    # Messages follow the UI culture. The picture is in English.
    [cultureinfo]::CurrentUICulture = [cultureinfo]::CurrentCulture = 'en-US'
    Set-Location $Folder
    Import-Module $ModulePath
    foreach ($command in $Commands) {
        "$($PSStyle.Foreground.BrightBlue)PS>$($PSStyle.Reset) $($PSStyle.Bold)$command$($PSStyle.Reset)"
        . ([scriptblock]::Create($command)) 2>&1 | ForEach-Object {
            # Errors are red, as in a terminal.
            $_ -is [System.Management.Automation.ErrorRecord] ? "$($PSStyle.Formatting.Error)$(($_ | Out-String).TrimEnd())$($PSStyle.Reset)" : $_
        } | Out-String -Stream -Width 1000
        ''
    }
}

$folder = New-Item (Join-Path ([System.IO.Path]::GetTempPath()) "payment-customers-picture-$PID") -ItemType Directory
$shell = $null
$rendering = $PSStyle.OutputRendering
try {
    Copy-Item (Join-Path $root samples exported-contacts.csv) (Join-Path $folder contacts.csv)
    $PSStyle.OutputRendering = 'Ansi'
    # A separate session, without the connections and variables of this one.
    $shell = [powershell]::Create()
    $output = $shell.AddScript($session).AddArgument("$(Resolve-Path $ModulePath)").AddArgument("$folder").AddArgument($commands).Invoke()
    $text = $output -join "`n"
}
finally {
    $PSStyle.OutputRendering = $rendering
    if ($shell) { $shell.Dispose() }
    Remove-Item $folder -Recurse -Force
}

# Replace what differs between runs.
$text = $text -replace "`r" -replace [regex]::Escape("$folder"), '/home/ana' -replace '(?<=/home/ana)\\', '/' `
    -replace '(?<=127\.0\.0\.1[:_-])\d{4,5}', '52525' `
    -replace '\d+(\.\d+)? s, \d+(\.\d+)? rows/s', '0.4 s, 30 rows/s'
$ids = @{}
$text = [regex]::Replace($text, '\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b', {
        param($match)
        if (-not $ids[$match.Value]) { $ids[$match.Value] = '{0:x8}-2f4e-4c1b-9d3a-{1:x12}' -f (0x5b1d9c40 + $ids.Count * 0x1f3a7), (0x8e21c47a0b + $ids.Count * 0x3d09) }
        $ids[$match.Value]
    })

# One <text> element per line, and one <tspan> per run of characters with the same style. SVG collapses spaces, but not non-breaking ones.
$escape = [char] 27
$colors = @{ 30 = '#484f58'; 31 = '#ff7b72'; 32 = '#7ee787'; 33 = '#e3b341'; 34 = '#79c0ff'; 35 = '#d2a8ff'; 36 = '#56d4dd'; 37 = '#c9d1d9'
    90 = '#8b949e'; 91 = '#ff7b72'; 92 = '#7ee787'; 93 = '#e3b341'; 94 = '#79c0ff'; 95 = '#d2a8ff'; 96 = '#56d4dd'; 97 = '#ffffff' }
$lines = [System.Collections.Generic.List[string]]::new()
$color = $null
$bold = $false
$open = ''
$wasBlank = $true
foreach ($line in $text.TrimEnd("`n") -split "`n") {
    # Collapse several blank lines into one.
    $isBlank = -not ($line -replace "$escape\[[0-9;]*m").Trim()
    if ($isBlank) {
        if (-not $wasBlank) { $lines.Add('') }
        $wasBlank = $true
        continue
    }
    $wasBlank = $false
    $spans = [System.Text.StringBuilder]::new()
    $column = 0
    # Lines are wrapped here instead of by PowerShell, because paths in them change their length when they are replaced. The value of a
    # property stays in its column.
    $indent = $line -match "^(?:$escape\[[0-9;]*m)*([\w ]+ : )" ? $Matches[1].Length : 0
    # A match is a style, or a character of the text.
    foreach ($part in [regex]::Matches($line, "$escape\[([0-9;]*)m|[^$escape]")) {
        if (-not $part.Groups[1].Success) {
            if ($column -eq $columns) {
                $lines.Add($spans)
                [void] $spans.Clear().Insert(0, '&#160;', $indent)
                $column = $indent
            }
            [void] $spans.Append($open).Append([System.Security.SecurityElement]::Escape($part.Value).Replace(' ', '&#160;')).Append($open ? '</tspan>' : '')
            $column++
            continue
        }
        foreach ($code in ($part.Groups[1].Value ? $part.Groups[1].Value -split ';' : '0')) {
            switch ([int] $code) {
                0 { $color = $null; $bold = $false }
                1 { $bold = $true }
                22 { $bold = $false }
                39 { $color = $null }
                { $colors.ContainsKey($_) } { $color = $colors[$_] }
            }
        }
        $style = ($color ? ' fill="{0}"' -f $color : '') + ($bold ? ' font-weight="bold"' : '')
        $open = $style ? "<tspan$style>" : ''
    }
    $lines.Add($spans)
}

# Merge adjacent characters with the same style into one span.
for ($index = 0; $index -lt $lines.Count; $index++) {
    $lines[$index] = [regex]::Replace($lines[$index], '(<tspan[^>]*>)([^<]*)</tspan>(?:\1([^<]*)</tspan>)+', {
            param($match)
            "$($match.Groups[1].Value)$($match.Groups[2].Value)$(-join $match.Groups[3].Captures.Value)</tspan>"
        }).TrimEnd()
}

$lineHeight = 18
$top = 50
$width = 2 * 20 + [int] ($columns * 8.43)
$height = $top + $lines.Count * $lineHeight + 10
$svg = @(
    "<svg xmlns=`"http://www.w3.org/2000/svg`" viewBox=`"0 0 $width $height`" width=`"$width`" height=`"$height`" role=`"img`" aria-label=`"A PowerShell session`">"
    '<!-- Made by ./build.ps1 Picture from the session in README.md. Do not edit. -->'
    "<rect width=`"$width`" height=`"$height`" rx=`"8`" fill=`"#0d1117`"/>"
    '<circle cx="22" cy="20" r="6" fill="#ff5f57"/><circle cx="42" cy="20" r="6" fill="#febc2e"/><circle cx="62" cy="20" r="6" fill="#28c840"/>'
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, ''DejaVu Sans Mono'', monospace" font-size="14" fill="#c9d1d9">'
    for ($index = 0; $index -lt $lines.Count; $index++) {
        if ($lines[$index]) { "<text x=`"20`" y=`"$($top + $index * $lineHeight)`">$($lines[$index])</text>" }
    }
    '</g>'
    '</svg>'
)
[System.IO.File]::WriteAllText($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Destination), ($svg -join "`n") + "`n")
Get-Item $Destination
