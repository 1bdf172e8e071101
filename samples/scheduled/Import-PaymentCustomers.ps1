#Requires -Version 7.4
<#
.SYNOPSIS
Creates the customers of every CSV in a folder, without anybody there. For cron and the Task Scheduler.
.DESCRIPTION
In the folder:

  inbox/     CSVs to import. Write a file under another name and rename it to .csv when it is whole.
  done/      a file comes here when every row of it is either at the provider or in rejects/.
  rejects/   the rows that were refused, as they came, with reject_id and reject_reason. Mend them and put the file in
             the inbox again: the two columns are ignored. A file without rows comes here whole.
  journal/   what became of each row, named after the file. Keep it: it is why no row is ever created twice, not after
             a crash and not when the same file comes again. No personal data in it.
  import.log what happened, in counts and error ids. No personal data in it.

A file stays in the inbox while it is not known what became of all its rows: the next run goes on with it.

The credential comes from -SecretName (Get-Secret: a PSCredential for Dots, a SecureString for OnePay), or else
from DOTS_CLIENT_ID and DOTS_API_KEY, or ONEPAY_API_KEY.

Exit codes. 0: every row has its customer. 1: some rows have not, or a file has no rows: see rejects/ and import.log.
2: it could not run, or had to stop; the next run goes on.
.PARAMETER Environment
Production is asked for by name, so that a forgotten parameter costs nothing.
.PARAMETER SecretName
The name under which Get-Secret has the credential.
.PARAMETER BaseUri
Another address than the provider's, such as the emulator's.
.EXAMPLE
./Import-PaymentCustomers.ps1 -Folder /srv/customers -Provider OnePay

cron, every hour at five past. The environment file holds ONEPAY_API_KEY=sk_live_… and is readable by this user alone:

  5 * * * * . /etc/payment-customers.env; export ONEPAY_API_KEY; pwsh -NoProfile -NonInteractive -File /opt/customers/Import-PaymentCustomers.ps1 -Folder /srv/customers -Provider OnePay -Environment Production
.EXAMPLE
./Import-PaymentCustomers.ps1 -Folder D:\Customers -Provider Dots -SecretName Dots

Task Scheduler, every hour, one run at a time. The secret is in a SecretManagement vault of the user that the task runs as:

  $action = New-ScheduledTaskAction -Execute pwsh -Argument '-NoProfile -NonInteractive -File C:\Scripts\Import-PaymentCustomers.ps1 -Folder D:\Customers -Provider Dots -Environment Production -SecretName Dots'
  $trigger = New-ScheduledTaskTrigger -Once -At 00:05 -RepetitionInterval (New-TimeSpan -Hours 1)
  $settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew
  Register-ScheduledTask -TaskName 'Import payment customers' -Action $action -Trigger $trigger -Settings $settings -User CONTOSO\svc-payments -Password (Read-Host -MaskInput)
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Folder,
    [Parameter(Mandatory)] [ValidateSet('Dots', 'OnePay')] [string] $Provider,
    [ValidateSet('Sandbox', 'Production')] [string] $Environment = 'Sandbox',
    [string] $SecretName,
    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$inbox, $done, $rejects, $journals = 'inbox', 'done', 'rejects', 'journal' | ForEach-Object { Join-Path $Folder $_ }

function Write-Log([string] $Text) {
    Add-Content (Join-Path $Folder import.log) "$(Get-Date -AsUTC -Format 'yyyy-MM-ddTHH:mm:ssZ') $Text"
}

function Get-ErrorId($Record) { ($Record.FullyQualifiedErrorId -split ',')[0] }

try {
    New-Item $inbox, $done, $rejects, $journals -ItemType Directory -Force | Out-Null
    Import-Module PaymentCustomers

    $connect = @{
        Provider    = $Provider
        Environment = $Environment
        # A name of your own for the account: journals stay valid when the key is replaced. Another account, another name.
        Account     = 'main'
    }
    if ($BaseUri) { $connect.BaseUri = $BaseUri }
    if ($SecretName) {
        $secret = Get-Secret -Name $SecretName
        if ($secret -is [pscredential]) { $connect.Credential = $secret }
        else { $connect.ApiKey = $secret }
    }

    $run = @{ Connection = Connect-PaymentProvider @connect }
    # OnePay writes to every new customer unless it is told not to. Take this line away where a column is to decide.
    if ($Provider -eq 'OnePay') { $run.EnableNotifications = 'false' }
}
catch {
    Write-Log "Could not run: $(Get-ErrorId $_)"
    exit 2
}

$exitCode = 0
foreach ($file in Get-ChildItem $inbox -Filter *.csv -File | Sort-Object Name) {
    $failed = $warnings = $information = $summary = $null
    $stopped = $false
    $name = "$(Get-Date -AsUTC -Format 'yyyyMMddTHHmmssZ')-$($file.Name)"
    try {
        # Rows that fail are collected, not shown: what is shown lands in somebody's mail.
        Import-Csv $file.FullName | New-PaymentCustomer @run -JournalPath (Join-Path $journals "$($file.Name).journal") `
            -RejectPath (Join-Path $rejects $name) -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -ErrorVariable failed `
            -WarningVariable warnings -InformationVariable information | Out-Null
    }
    catch {
        # Not a row, but the file or the whole run: not a CSV, the journal in use, the provider out of order.
        Write-Log "$($file.Name): stopped: $(Get-ErrorId $_)"
        $stopped = $true
    }

    # A file that stays is taken up again by its journal, with all rows that have no customer yet: they are not handed to a person.
    if ($stopped -or ($information -and $information[-1].MessageData.Unknown)) { Remove-Item (Join-Path $rejects $name) -ErrorAction Ignore }
    if (-not $information -and -not $stopped) {
        # Empty, or nothing but the names of its columns. Left where it is, it would come to nothing in every run.
        Write-Log "$($file.Name): refused: no rows"
        Move-Item $file.FullName (Join-Path $rejects $name)
        $exitCode = [Math]::Max($exitCode, 1)
        continue
    }

    if ($information) {
        $summary = $information[-1].MessageData
        Write-Log "$($file.Name): $summary"
        # Names of columns at most, such as those that are no field.
        $warnings | ForEach-Object { Write-Log "$($file.Name): warning: $_" }
        $failed | Group-Object { Get-ErrorId $_ } | ForEach-Object { Write-Log "$($file.Name): $($_.Count) x $($_.Name)" }
    }

    if (-not $summary -or $summary.Stopped) {
        $exitCode = 2
    }
    else {
        if ($summary.Failed -or $summary.Unknown) { $exitCode = [Math]::Max($exitCode, 1) }

        # Only now is every row accounted for.
        if (-not $summary.Unknown) {
            Move-Item $file.FullName (Join-Path $done $name)
        }
    }

    # What stopped the run would stop that of the next file as well.
    if ($summary -and $summary.Stopped) { break }
}
exit $exitCode
