# The tests of the samples dot-source this file after Common.ps1. It has rows, credentials, and functions that run a sample in
# another process.

$rows = @(
    'first_name,last_name,email,phone,document_type,document_number,notes'
    'Anastasia,Peñaloza,ana@example.com,+573001234567,CC,1060500333,first'
    'Luis Ernesto,Reynosa,luis@example.com,+573001234568,CC,1060500334,second'
    'Evangelina,Gilberto,nobody,+573001234569,CC,1060500335,bad e-mail'
)
$good = $rows[0..2]
$personal = 'Anastasia|Peñaloza|Ernesto|Reynosa|Evangelina|Gilberto|example\.com|nobody|30012345|10605003'

# A sample runs as users run it: in a separate process that finds the module by its name.
$savedPath = $env:PSModulePath
$env:PSModulePath = (Join-Path $root out), $env:PSModulePath -join [System.IO.Path]::PathSeparator
$env:ONEPAY_API_KEY = $onePayKey
$env:DOTS_CLIENT_ID = 'emulator'
$env:DOTS_API_KEY = $dotsKey

function Restore-Environment {
    $env:PSModulePath = $savedPath
    Remove-Item Env:ONEPAY_API_KEY, Env:DOTS_CLIENT_ID, Env:DOTS_API_KEY
}

function Invoke-Sample([string] $Path) {
    $output = pwsh -NoProfile -NonInteractive -File $Path @args 2>&1
    [pscustomobject]@{ ExitCode = $LASTEXITCODE; Output = ($output | Out-String) }
}

function Invoke-Script([string] $Script) {
    $output = pwsh -NoProfile -NonInteractive -Command $Script 2>&1
    [pscustomobject]@{ ExitCode = $LASTEXITCODE; Output = ($output | Out-String) }
}

function New-Folder([string] $Name) { (New-Item (Join-Path $TestDrive ([guid]::NewGuid()) $Name) -ItemType Directory).FullName }
