<#
.SYNOPSIS
Builds, tests and shows PaymentCustomers. Needs the .NET SDK and no module.
.DESCRIPTION
Build: the module in out/PaymentCustomers, the program in out/cli.
Test: everything; PowerShell and Pester for the PowerShell tests are downloaded the first time.
Demo: creates the customers of samples/ at an emulator of the providers.
Soak: runs many rows against every fault of the emulator and kills runs in the middle, then counts what was lost or
created twice. Arguments go to the program: ./build.ps1 Soak --rows 20000 --kills 50
Package: the module, built for release, as a package for a PowerShell repository in out/packages, and the list of its
libraries (an SBOM in the form of CycloneDX).
Help: makes what Get-Help shows, in module/en-US and module/es, from the pages in docs/cmdlets.
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
    [ValidateSet('Build', 'Test', 'Demo', 'Soak', 'Bench', 'Help', 'Package', 'Clean')]
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
    'Package' {
        # A place of its own, without what an earlier build left there; no build server outlives the command.
        $release = Join-Path $PSScriptRoot out release
        if (Test-Path $release) { Remove-Item $release -Recurse -Force }
        Invoke-Tool dotnet build src/PaymentCustomers.PowerShell -c Release --nologo --disable-build-servers "-p:OutDirectory=$release/"
        $package = ./build/New-ModulePackage.ps1 -ModulePath (Join-Path $release PaymentCustomers) -Destination out/packages
        # What is in it: a list of its libraries, for those who check what they install.
        $version = (Import-PowerShellDataFile module/PaymentCustomers.psd1).ModuleVersion
        Invoke-Tool dotnet tool restore | Out-Null
        Invoke-Tool dotnet dotnet-CycloneDX src/PaymentCustomers.PowerShell/PaymentCustomers.PowerShell.csproj --output out/packages `
            --filename "$($package.BaseName).cdx.json" --output-format Json --set-name PaymentCustomers --set-version $version --set-type Library --no-serial-number --disable-package-restore | Out-Null
        $package
    }
    'Help' { Invoke-Tool dotnet run --project tools/PaymentCustomers.Help }
    'Bench' { Invoke-Tool dotnet run -c Release --project bench/PaymentCustomers.Bench -- @Arguments }
    'Clean' {
        Get-ChildItem src, tests, bench, tools -Directory -Recurse -Include bin, obj | Remove-Item -Recurse -Force
        'out', 'TestResults' | Where-Object { Test-Path $_ } | Remove-Item -Recurse -Force
    }
}
