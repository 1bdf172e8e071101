<#
.SYNOPSIS
Builds, tests and shows PaymentCustomers. Needs only the .NET SDK.
.DESCRIPTION
Build: builds the module in out/PaymentCustomers and the program in out/cli.
Test: runs all tests. The first time, it downloads PowerShell and Pester for the PowerShell tests.
Demo: runs the first command of README.md, dotnet msbuild demo.
Soak: runs many rows against every fault of the emulator, kills runs while they are in progress, and counts the customers that
were lost or created twice. Arguments are passed to the program: ./build.ps1 Soak --rows 20000 --kills 50
Package: builds the release packages in out/packages: the module for a PowerShell repository, an SBOM of its libraries
(CycloneDX), and the .NET tools payment-customers and payment-customers-emulator. The module contains machine code for the
same systems as Publish, or for the systems that you name.
Publish: builds payment-customers as a single file that needs no .NET, in out/publish, for linux-x64, linux-arm64, win-x64 and
osx-arm64, or for the system that you name: ./build.ps1 Publish win-x64. With --with-emulator it also publishes the emulator.
For the system that it runs on, the program consists of machine code only, which starts five times as fast (native AOT). This
needs a linker: on Linux gcc or clang, on macOS the command line tools of Xcode, on Windows the C++ tools of Visual Studio.
Image: builds payment-customers as a container image, out/publish/payment-customers.tar.gz, without a container engine. It
downloads the base image. The Dockerfile builds the same image with a container engine.
Help: generates the help for Get-Help, in module/en-US and module/es, from the pages in docs/cmdlets.
Picture: runs the session of README.md in PowerShell and draws it as docs/session.svg. Build first.
Bench: measures the module, the engine and the command line against scripts and a bare HttpClient, into bench/results.
Arguments are passed to the program: ./build.ps1 Bench --quick
Clean: deletes all build output.
.EXAMPLE
./build.ps1 Build
.EXAMPLE
./build.ps1 Publish linux-x64 --with-emulator
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Soak', 'Bench', 'Help', 'Picture', 'Package', 'Publish', 'Image', 'Clean')]
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

# A separate folder, without files of an earlier build. No build server stays running after the command.
$release = Join-Path $PSScriptRoot out release
$releaseBuild = '-c', 'Release', '--nologo', '--disable-build-servers', "-p:OutDirectory=$release/"

# The default systems for programs and machine code.
$systems = 'linux-x64', 'linux-arm64', 'win-x64', 'osx-arm64'

$thisSystem = "$($IsWindows ? 'win' : $IsMacOS ? 'osx' : 'linux')-$([System.Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()

# Whether programs for a system can be compiled to machine code completely. The compiler makes them only for the system that it runs on.
function Test-Native([string] $System) {
    if ($System -ne $thisSystem) { return $false }
    $hasLinker = $IsWindows ?
        (Test-Path (Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio/Installer/vswhere.exe')) :
        [bool](Get-Command clang, gcc -CommandType Application -ErrorAction Ignore)
    if (-not $hasLinker) { Write-Warning "There is no linker for native code on this machine. payment-customers for $System will start more slowly. See Get-Help ./build.ps1." }
    $hasLinker
}

# Publishes a program. The compiler keeps its output and reuses it, also that of a publish of another kind, with which the program crashes.
function Invoke-Publish([string] $Name, [string] $System, [string] $Destination, [string[]] $How) {
    Get-ChildItem src/PaymentCustomers.$Name/obj -Directory -Filter R2R -Recurse -ErrorAction Ignore | Remove-Item -Recurse -Force
    Invoke-Tool dotnet publish src/PaymentCustomers.$Name -r $System -o $Destination @releaseBuild @How
}

# Publishes a program as a single file that needs no .NET. The emulator's web server cannot be compiled completely.
function Publish-Program([string] $Name, [string] $System, [string] $Destination) {
    $native = $Name -eq 'Cli' -and (Test-Native $System)
    $how = $native ?
        @('-p:PublishAot=true') :
        @('--self-contained', '-p:PublishSingleFile=true', '-p:PublishReadyToRun=true', '-p:EnableCompressionInSingleFile=true')
    Invoke-Publish $Name $System $Destination ($how + '-p:DebugType=none', '-p:PublishDocumentationFiles=false', '-p:SatelliteResourceLanguages=en')
}

# The module in Release, with the engine compiled to machine code for these systems, so that a new process starts faster. The
# assemblies come from the command line program, which is built for the .NET version of the newest PowerShell. EngineLoadContext
# selects them.
function Build-Module([string[]] $For) {
    if (Test-Path $release) { Remove-Item $release -Recurse -Force }
    Invoke-Tool dotnet build src/PaymentCustomers.PowerShell @releaseBuild
    $ownAssemblies = 'PaymentCustomers.Engine', 'CsvHelper', 'ExcelDataReader', 'PhoneNumbers'
    foreach ($system in $For) {
        $images = Join-Path $release images $system
        Invoke-Publish Cli $system $images '--no-self-contained', '-p:PublishReadyToRun=true'
        $folder = New-Item (Join-Path $release PaymentCustomers bin $system) -ItemType Directory
        $ownAssemblies | ForEach-Object { Copy-Item (Join-Path $images "$_.dll") $folder }
    }
}

switch ($Task) {
    'Build' { Invoke-Tool dotnet build --nologo }
    'Test' { Invoke-Tool dotnet test }
    'Demo' { Invoke-Tool dotnet msbuild demo }
    'Soak' { Invoke-Tool dotnet run -c Release --project bench/PaymentCustomers.Soak -- @Arguments }
    'Package' {
        Build-Module -For ($Arguments ? $Arguments : $systems)
        $package = ./build/New-ModulePackage.ps1 -ModulePath (Join-Path $release PaymentCustomers) -Destination out/packages
        # The SBOM: a list of the libraries in the package, for people who check what they install.
        $version = (Import-PowerShellDataFile module/PaymentCustomers.psd1).ModuleVersion
        Invoke-Tool dotnet tool restore | Out-Null
        Invoke-Tool dotnet dotnet-CycloneDX src/PaymentCustomers.PowerShell/PaymentCustomers.PowerShell.csproj --output out/packages `
            --filename "$($package.BaseName).cdx.json" --output-format Json --set-name PaymentCustomers --set-version $version --set-type Library --no-serial-number --disable-package-restore | Out-Null
        $package
        foreach ($program in 'Cli', 'Emulator.Cli') {
            Invoke-Tool dotnet pack "src/PaymentCustomers.$program" -o out/packages @releaseBuild
        }
    }
    'Publish' {
        $named = $Arguments -notlike '--*'
        $programs = $Arguments -contains '--with-emulator' ? @('Cli', 'Emulator.Cli') : @('Cli')
        foreach ($system in $named ? $named : $systems) {
            foreach ($program in $programs) { Publish-Program $program -System $system -Destination out/publish/$system }
        }
    }
    'Image' {
        Invoke-Tool dotnet publish src/PaymentCustomers.Cli -t:PublishContainer @releaseBuild `
            "-p:ContainerArchiveOutputPath=$(Join-Path $PSScriptRoot out publish payment-customers.tar.gz)"
    }
    'Help' { Invoke-Tool dotnet run --project tools/PaymentCustomers.Help }
    'Picture' { ./build/New-SessionPicture.ps1 }
    'Bench' {
        # Measures the module as it is packaged, and the command line as it is published.
        Build-Module -For $thisSystem
        $program = Join-Path $release program
        Publish-Program Cli -System $thisSystem -Destination $program
        $measured = '--module', (Join-Path $release PaymentCustomers PaymentCustomers.psd1), '--program', (Join-Path $program "payment-customers$($IsWindows ? '.exe' : '')")
        Invoke-Tool dotnet run -c Release --project bench/PaymentCustomers.Bench -- @measured @Arguments
    }
    'Clean' {
        Get-ChildItem src, tests, bench, tools -Directory -Recurse -Include bin, obj | Remove-Item -Recurse -Force
        'out', 'TestResults' | Where-Object { Test-Path $_ } | Remove-Item -Recurse -Force
    }
}
