<#
.SYNOPSIS
Builds, tests and shows PaymentCustomers. Needs the .NET SDK and no module.
.DESCRIPTION
Build: the module in out/PaymentCustomers, the program in out/cli.
Test: everything; the PowerShell tests too where Pester is installed.
Demo: creates the customers of samples/ at an emulator of both providers.
Soak: runs many rows against every fault of the emulator and kills runs in the middle, then counts what was lost or
created twice. Arguments go to the program: ./build.ps1 Soak --rows 20000 --kills 50
Bench: measures the module, the engine and the command line against scripts and a bare HttpClient, into bench/results.
Arguments go to the program: ./build.ps1 Bench --quick
Clean: removes what was built.
.EXAMPLE
./build.ps1 Build
.EXAMPLE
./build.ps1 Demo
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Soak', 'Bench', 'Clean')]
    [string] $Task = 'Build',

    [Parameter(ValueFromRemainingArguments)]
    [string[]] $Arguments = @()
)

$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function Invoke-Tool {
    $command, $arguments = $args
    & $command @arguments
    if ($LASTEXITCODE -ne 0) { throw "$args ended with $LASTEXITCODE." }
}

switch ($Task) {
    'Build' { Invoke-Tool dotnet build --nologo }
    'Test' { Invoke-Tool dotnet test }
    'Demo' {
        Invoke-Tool dotnet run --project src/PaymentCustomers.Cli -- import samples/onepay-customers.csv --provider OnePay --emulator
        Invoke-Tool dotnet run --project src/PaymentCustomers.Cli -- import samples/dots-customers.csv --provider Dots --emulator
    }
    'Soak' { Invoke-Tool dotnet run -c Release --project bench/PaymentCustomers.Soak -- @Arguments }
    'Bench' { Invoke-Tool dotnet run -c Release --project bench/PaymentCustomers.Bench -- @Arguments }
    'Clean' {
        Get-ChildItem src, tests, bench -Directory -Recurse -Include bin, obj | Remove-Item -Recurse -Force
        if (Test-Path out) { Remove-Item out -Recurse -Force }
    }
}
