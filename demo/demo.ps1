#Requires -Version 7.4
# What `dotnet msbuild demo` shows once all is built. Each command below is shown and then run, as it stands.

$ErrorActionPreference = 'Continue'
[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
Set-Location (Split-Path $PSScriptRoot)
# MSBuild indents what it shows by two.
$width = try { [Math]::Clamp([Console]::WindowWidth - 2, 60, 200) } catch { 78 }

$null = New-Item out/demo -ItemType Directory -Force

function Show([string] $Command) {
    ''
    "PS> $($Command -replace '\n', "`n>>  ")"
    # On one line: at the prompt an error shows no line of a script either.
    . ([scriptblock]::Create(($Command -replace '\n', ' '))) 2>&1 | Out-String -Stream -Width $width
}

. Show @'
Import-Module ./out/PaymentCustomers
'@
. Show @'
Start-PaymentEmulator OnePay
'@
. Show @'
Import-Csv samples/exported-contacts.csv |
New-PaymentCustomer -EnableNotifications false -RejectPath out/demo/rejects.csv -InformationVariable summary
'@
. Show @'
"$summary"
'@
. Show @'
Import-Csv out/demo/rejects.csv | Format-List 'First Name', reject_reason
'@
. Show @'
Stop-PaymentEmulator
'@
@'

What next
  Type it yourself:
    dotnet tool run pwsh
    Import-Module ./out/PaymentCustomers; Start-PaymentEmulator
  Check your own file, sending nothing:
    Import-Csv FILE | Test-PaymentCustomer -Provider OnePay
  Import it for real:
    Connect-PaymentProvider OnePay -ApiKey (Read-Host -AsSecureString)
    Import-Csv FILE |
      New-PaymentCustomer -EnableNotifications false -JournalPath FILE.journal
  Learn more:
    Get-Help New-PaymentCustomer -Examples, and README.md
'@
