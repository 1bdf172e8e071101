# Every test file dot-sources this file. It imports the built module, and has functions for an emulator and fake credentials.

# Tests expect English messages, whatever the language of the machine.
[cultureinfo]::CurrentUICulture = 'en-US'
$root = Split-Path (Split-Path $PSScriptRoot)
$samples = Join-Path $root samples
$modulePath = Join-Path $root out PaymentCustomers PaymentCustomers.psd1
Import-Module $modulePath -Force -ErrorAction Stop
# One process runs several files. No file may start with the connections of another.
Get-PaymentConnection | Disconnect-PaymentProvider

$onePayKey = 'sk_test_emulator'
$onePay = @{ Provider = 'OnePay'; ApiKey = (ConvertTo-SecureString $onePayKey -AsPlainText -Force) }
$dotsKey = 'dots-key-emulator'
$dots = @{
    Provider   = 'Dots'
    Credential = [pscredential]::new('emulator', (ConvertTo-SecureString $dotsKey -AsPlainText -Force))
}

# One request runs at a time, so that a test can tell which request belongs to which row.
$PSDefaultParameterValues = @{ 'New-PaymentCustomer:ThrottleLimit' = 1 }

function Start-Emulator([string[]] $Arguments = @()) {
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.ArgumentList.Add((Join-Path $root out emulator payment-customers-emulator.dll))
    # The emulator ends with the tests, even if they are aborted.
    @('--end-with-input') + $Arguments | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardInput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    $started = $line | ConvertFrom-Json
    $address = $started.address
    # By default, the cmdlets of a test file use its own emulator.
    $onePay.BaseUri = $address
    $dots.BaseUri = $address
    [pscustomobject]@{ Process = $process; Address = $address; Token = $started.token }
}

function Stop-Emulator($Emulator) {
    $Emulator.Process.Kill()
    $Emulator.Process.WaitForExit()
}

function Reset-Emulator($Emulator, [hashtable] $Options = @{}) {
    Invoke-Control $Emulator '' DELETE | Out-Null
    if ($Options.Count -gt 0) { Invoke-Control $Emulator '/options' PATCH $Options | Out-Null }
}

function Invoke-Control($Emulator, [string] $Path, [string] $Method = 'GET', $Body) {
    $request = @{ Uri = "$($Emulator.Address.TrimEnd('/'))/_emulator$Path"; Method = $Method; NoProxy = $true; Headers = @{ 'X-Emulator-Token' = $Emulator.Token } }
    if ($null -ne $Body) {
        $request.Body = ConvertTo-Json $Body -Depth 8 -Compress
        $request.ContentType = 'application/json'
    }
    Invoke-RestMethod @request
}

# The requests in the order of arrival, each with its method, path, query, headers and exact body. Hide-Authorization describes the
# form of the Authorization header.
function Get-Arrived($Emulator, [string] $Operation = '*') {
    @(Invoke-Control $Emulator '/requests' | ForEach-Object { $_ } | Where-Object operation -Like $Operation)
}

# Writes JSON with its members sorted by name.
function Format-Sorted([System.Collections.IDictionary] $Members) {
    $sorted = [ordered]@{}
    foreach ($name in $Members.Keys | Sort-Object) { $sorted[$name] = $Members[$name] }
    $sorted | ConvertTo-Json -Compress
}

# Authorization headers in the form in which the emulator shows them: the scheme, and a digest of the rest.
function Hide-Authorization($Emulator, [string[]] $Authorization) {
    foreach ($header in $Authorization) {
        $scheme, $rest = $header -split ' ', 2
        $digest = [System.Security.Cryptography.HMACSHA256]::HashData([Text.Encoding]::UTF8.GetBytes($Emulator.Token), [Text.Encoding]::UTF8.GetBytes($rest))
        "$scheme hmac-sha256:$([Convert]::ToHexString($digest).ToLowerInvariant())"
    }
}

function Get-Stored($Emulator, [string] $Provider) {
    @(Invoke-Control $Emulator "/customers?provider=$($Provider.ToLowerInvariant())" | ForEach-Object { $_ })
}

function Add-Stored($Emulator, [string] $Provider, [int] $Count) {
    Invoke-Control $Emulator '/seed' POST @{ provider = $Provider.ToLowerInvariant(); count = $Count } | Out-Null
}

# Sets the faults that apply from now on. Without rules, all faults are removed.
function Set-Fault($Emulator, [hashtable[]] $Rules = @()) { Invoke-Control $Emulator '/faults' PUT $Rules | Out-Null }

# Makes a valid row for OnePay.
function New-Row([int] $Number) {
    [pscustomobject]@{
        first_name = "Ana $Number"; last_name = 'Gómez'; email = "ana$Number@example.com"; phone = '+573001234567'
        document_type = 'CC'; document_number = "10$Number"; enable_notifications = 'false'
    }
}

# Starts this PowerShell in another process. As a .NET tool it is `dotnet pwsh.dll`, so that no pwsh is needed on the PATH.
$pwshProgram = [Environment]::ProcessPath
[string[]] $pwshArguments = (Split-Path $pwshProgram -LeafBase) -eq 'dotnet' ? (Join-Path $PSHOME pwsh.dll) : @()
function pwsh { & $pwshProgram @pwshArguments @args }

# Runs a script in another process that is not interactive, and returns its exact output and its exit code.
function Invoke-Unattended([string] $Script, [hashtable] $Environment = @{}) {
    $file = Join-Path $TestDrive 'unattended.ps1'
    Set-Content $file $Script
    $start = [System.Diagnostics.ProcessStartInfo]::new($pwshProgram)
    $pwshArguments + '-NoProfile', '-NonInteractive', '-File', $file | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $start.StandardErrorEncoding = [Text.UTF8Encoding]::new($false)
    $start.Environment['NO_COLOR'] = '1'
    $start.Environment['MODULE'] = $modulePath
    $start.Environment['EMULATOR'] = $onePay.BaseUri
    $start.Environment['SAMPLES'] = $samples
    foreach ($name in $Environment.Keys) { $start.Environment[$name] = $Environment[$name] }
    $process = [System.Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $output = $process.StandardOutput.ReadToEndAsync()
    $errors = $process.StandardError.ReadToEndAsync()
    $process.WaitForExit()
    [pscustomobject]@{
        ExitCode = $process.ExitCode
        Output   = $output.Result -replace "`r`n", "`n"
        Errors   = $errors.Result -replace "`r`n", "`n"
    }
}
