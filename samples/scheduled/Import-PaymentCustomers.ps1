#Requires -Version 7.4
<#
.SYNOPSIS
Creates the customers of every CSV file in a folder, unattended. For cron and the Task Scheduler.
.DESCRIPTION
In the folder:

  inbox/     CSV files to import. Write a file under another name and rename it to .csv when it is complete.
  done/      files whose rows are all either at the provider or in rejects/. FILE.created.csv has the rows with the ids of
             their customers.
  rejects/   the rows without a customer, with reject_state and reject_reason. Correct them and move the file to the inbox
             again. A file that cannot be imported, because it has no rows, is not a CSV file or has no known column, is
             moved here as a whole.
  journal/   the journal of each file. Keep it: it prevents duplicates after a crash, and when the same file comes again.
             Journals contain no personal data. The rows of a file that is not complete are stored beside its journal.
  import.log counts, and the problems of each row. Personal values are masked.

A file stays in the inbox until the result of every row is known. The next run continues with it.

The credential comes from -SecretName (Get-Secret: a PSCredential for Dots, a SecureString for OnePay), or from the variables
DOTS_CLIENT_ID and DOTS_API_KEY, or ONEPAY_API_KEY.

Standard output has the lines of import.log. Standard error has one line if a person has to do something, and is empty otherwise.

Exit codes. 0: every row has a customer. 1: a person has to check rows or files, see rejects/ and import.log. 2: the script could
not start and sent nothing. 3: the script stopped; the next run continues.
.PARAMETER Environment
The default is the sandbox, so that a forgotten parameter does no harm.
.PARAMETER SecretName
The name of the secret for Get-Secret.
.PARAMETER BaseUri
An address to use instead of the provider's, such as the emulator's.
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

# cron sends this line by e-mail.
function Write-Need([string] $Text) { [Console]::Error.WriteLine("Import-PaymentCustomers: $Text") }

function Get-ErrorId($Record) { ($Record.FullyQualifiedErrorId -split ',')[0] }

try {
    New-Item $inbox, $done, $rejects, $journals -ItemType Directory -Force | Out-Null
    Import-Module PaymentCustomers

    $connect = @{
        Provider    = $Provider
        Environment = $Environment
        # A name for the account: journals stay valid when the key changes. Use another name for another account.
        Account     = 'main'
    }
    if ($BaseUri) { $connect.BaseUri = $BaseUri }
    if ($SecretName) {
        $secret = Get-Secret -Name $SecretName
        if ($secret -is [pscredential]) { $connect.Credential = $secret }
        else { $connect.ApiKey = $secret }
    }

    $run = @{ Connection = Connect-PaymentProvider @connect }
    # OnePay sends messages to every new customer unless this is false. Remove this line if a column of the file decides it.
    if ($Provider -eq 'OnePay') { $run.EnableNotifications = 'false' }
}
catch {
    Write-Log "Could not start: $(Get-ErrorId $_): $_"
    Write-Need "could not start: $_"
    exit 2
}

$needs = [System.Collections.Generic.List[string]]::new()
$stopped = $null
foreach ($file in Get-ChildItem $inbox -Filter *.csv -File | Sort-Object Name) {
    $failed = $warnings = $summary = $problem = $null
    $name = "$(Get-Date -AsUTC -Format 'yyyyMMddTHHmmssZ')-$($file.Name)"
    # Beside the journal until the result of every row is known. A later run writes these files again.
    $open = Join-Path $journals "$($file.Name).rejects.csv"
    $created = Join-Path $journals "$($file.Name).created.csv"
    try {
        # Errors of rows are collected for the log, with the name of the file. No user can answer a question.
        Import-PaymentCustomer $file.FullName @run -Force -JournalPath (Join-Path $journals "$($file.Name).journal") `
            -RejectPath $open -OutputPath $created -ErrorAction SilentlyContinue -WarningAction SilentlyContinue `
            -ErrorVariable failed -WarningVariable warnings | ForEach-Object { $summary = $_ }
    }
    catch {
        # An error of the file or of the whole run: not a CSV file, a journal in use, an unavailable provider.
        $problem = $_
    }

    if (-not $summary) {
        $id = Get-ErrorId $problem
        if ($id -ne 'InputInvalid' -or $problem.Exception.InnerException -is [System.IO.IOException]) {
            # The file may be correct. Another program has it or its journal open, or a person has to check a journal of another account.
            Write-Log "$($file.Name): not started: ${id}: $problem"
            if ($id -in 'JournalMismatch', 'JournalCorrupt') { $needs.Add("$($file.Name): $problem") } else { $stopped ??= "$($file.Name): $problem" }
            continue
        }

        # In the inbox, it would fail in every run.
        Write-Log "$($file.Name): put aside as rejects/${name}: ${id}: $problem"
        Move-Item $file.FullName (Join-Path $rejects $name)
        $needs.Add("$($file.Name): $problem")
        continue
    }

    Write-Log "$($file.Name): $summary"
    # Names of columns, and the number of errors of a kind after the first ten.
    $warnings | ForEach-Object { Write-Log "$($file.Name): warning: $_" }
    $failed | Where-Object { $_.Exception.Error.Row } | ForEach-Object { Write-Log "$($file.Name): $(Get-ErrorId $_): $_" }

    if ($summary.Stopped) {
        # The same error would stop the run of the next file too.
        $stopped = "$($file.Name): $problem"
        Write-Log "$($file.Name): stopped, the next run goes on: $problem"
        break
    }

    if (-not $summary.IsComplete) { $needs.Add("$($file.Name): $summary") }
    # If the result of a row is not known, the file stays in the inbox, and the next run finds out.
    if ($summary.Unknown) { continue }

    if ($summary.RejectPath) {
        Move-Item $summary.RejectPath (Join-Path $rejects $name)
        Write-Log "$($file.Name): $($summary.Failed) rows are in rejects/$name"
    }
    if ($summary.OutputPath) { Move-Item $summary.OutputPath (Join-Path $done "$name.created.csv") }
    Move-Item $file.FullName (Join-Path $done $name)
}

if ($stopped) { Write-Need "stopped, the next run goes on: $stopped" }
elseif ($needs) { Write-Need "$($needs -join '; ') See rejects/ and import.log." }
exit $stopped ? 3 : $needs ? 1 : 0
