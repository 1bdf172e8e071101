#Requires -Version 7.4
<#
.SYNOPSIS
Creates the customers of every CSV in a folder, without anybody there. For cron and the Task Scheduler.
.DESCRIPTION
In the folder:

  inbox/     CSVs to import. Write a file under another name and rename it to .csv when it is whole.
  done/      a file comes here when every row of it is either at the provider or in rejects/.
  rejects/   the rows that were refused, as they came, with reject_state and reject_reason. Mend them and put the file in
             the inbox again: the two columns are ignored. A file that can never work, because it has no rows, is not a CSV
             or has no column that is a field, comes here whole.
  journal/   what became of each row, named after the file. Keep it: it is why no row is ever created twice, not after
             a crash and not when the same file comes again. No personal data in it.
  import.log what happened: counts, and what is wrong with which row. Values of persons are masked in it.

A file stays in the inbox while it is not known what became of all its rows: the next run goes on with it.

The credential comes from -SecretName (Get-Secret: a PSCredential for Dots, a SecureString for OnePay), or else
from DOTS_CLIENT_ID and DOTS_API_KEY, or ONEPAY_API_KEY.

Standard output has the lines of import.log. Standard error has one line, if something needs a person, and else none.

Exit codes. 0: every row has its customer. 1: some rows or files need a person: see rejects/ and import.log. 2: it could
not begin, nothing was sent. 3: it had to stop; the next run goes on.
.PARAMETER Environment
Production is asked for by name, so that a forgotten parameter costs nothing.
.PARAMETER SecretName
The name under which Get-Secret has the credential.
.PARAMETER BaseUri
Another address than the provider's, such as the emulator's.
.EXAMPLE
./Import-PaymentCustomers.ps1 -Folder /srv/customers -Provider OnePay

cron, every hour at five past; it mails the line for a person, if there is one. The environment file holds
ONEPAY_API_KEY=sk_live_… and is readable by this user alone:

  5 * * * * . /etc/payment-customers.env; export ONEPAY_API_KEY; pwsh -NoProfile -NonInteractive -File /opt/customers/Import-PaymentCustomers.ps1 -Folder /srv/customers -Provider OnePay -Environment Production > /dev/null
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
    $Text
}

# What cron mails.
function Write-Need([string] $Text) { [Console]::Error.WriteLine("Import-PaymentCustomers: $Text") }

function Get-ErrorId($Record) { ($Record.FullyQualifiedErrorId -split ',')[0] }

# Ten of each kind, and how many more: a file with ten thousand wrong rows must not fill the log.
function Write-Errors([string] $Name, $Records) {
    foreach ($kind in $Records | Group-Object { Get-ErrorId $_ }) {
        $kind.Group | Select-Object -First 10 | ForEach-Object { Write-Log "${Name}: $($kind.Name): $_" }
        if ($kind.Count -gt 10) { Write-Log "${Name}: $($kind.Name): $($kind.Count - 10) more" }
    }
}

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
    Write-Log "Could not begin: $(Get-ErrorId $_): $_"
    Write-Need "could not begin: $_"
    exit 2
}

$needs = [System.Collections.Generic.List[string]]::new()
$stopped = $null
foreach ($file in Get-ChildItem $inbox -Filter *.csv -File | Sort-Object Name) {
    $failed = $warnings = $information = $summary = $problem = $null
    try {
        # Rows that fail are collected: the log has them, with the file's name.
        Import-Csv $file.FullName | New-PaymentCustomer @run -JournalPath (Join-Path $journals "$($file.Name).journal") `
            -ErrorAction SilentlyContinue -WarningAction SilentlyContinue -ErrorVariable failed `
            -WarningVariable warnings -InformationVariable information | Out-Null
    }
    catch {
        # Not a row, but the file or the whole run: not a CSV, the journal in use, the provider out of order.
        $problem = $_
    }

    $name = "$(Get-Date -AsUTC -Format 'yyyyMMddTHHmmssZ')-$($file.Name)"
    if (-not $information) {
        $id = if ($problem) { Get-ErrorId $problem }
        if ($problem -and ($problem.Exception -is [System.IO.IOException] -or $id -like 'Journal*')) {
            # The file may be right. Who has it or its journal open will be done; a journal of another account is for a person.
            Write-Log "$($file.Name): not begun: ${id}: $problem"
            if ($id -in 'JournalMismatch', 'JournalCorrupt') { $needs.Add("$($file.Name): $problem") } else { $stopped ??= "$($file.Name): $problem" }
            continue
        }

        # Left where it is, it would come to nothing in every run.
        $reason = $problem ? "${id}: $problem" : 'no rows'
        Write-Log "$($file.Name): put aside as rejects/${name}: $reason"
        Move-Item $file.FullName (Join-Path $rejects $name)
        $needs.Add("$($file.Name): $reason")
        continue
    }

    $summary = $information[-1].MessageData
    Write-Log "$($file.Name): $summary"
    # Names of columns at most, such as those that are no field.
    $warnings | ForEach-Object { Write-Log "$($file.Name): warning: $_" }
    # What was not sent is not wrong: the next run sends it.
    Write-Errors $file.Name ($failed | Where-Object { $_.TargetObject -and (Get-ErrorId $_) -ne 'NotSent' })

    if ($summary.Stopped) {
        # What stopped the run would stop that of the next file as well.
        $stopped = "$($file.Name): $problem"
        Write-Log "$($file.Name): stopped, the next run goes on: $problem"
        break
    }

    if ($summary.Failed -or $summary.Unknown) { $needs.Add("$($file.Name): $summary") }

    # Only now is every row accounted for. A row of which nobody can tell must not be among the rejects: mended and
    # sent from another file, it could be created twice.
    if (-not $summary.Unknown) {
        if ($summary.Failed) {
            $failed | Where-Object TargetObject | ForEach-Object {
                $record = $_
                $record.TargetObject | Select-Object * -ExcludeProperty reject_state, reject_reason | Add-Member -PassThru -NotePropertyMembers ([ordered]@{
                        reject_state  = (Get-ErrorId $record) -in 'CustomerInvalid', 'FieldUnsupported' ? 'refused' : 'failed'
                        reject_reason = "$record"
                    })
            } | Export-Csv (Join-Path $rejects $name)
            Write-Log "$($file.Name): $($summary.Failed) rows are in rejects/$name"
        }
        Move-Item $file.FullName (Join-Path $done $name)
    }
}

if ($stopped) { Write-Need "stopped, the next run goes on: $stopped" }
elseif ($needs) { Write-Need "$($needs -join '; ') See rejects/ and import.log." }
exit $stopped ? 3 : $needs ? 1 : 0
