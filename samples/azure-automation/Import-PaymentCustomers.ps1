#Requires -Version 7.4
#Requires -Modules PaymentCustomers, Az.Accounts, Az.Storage
<#
.SYNOPSIS
A runbook for Azure Automation: creates the customers of a CSV in Azure Storage.
.DESCRIPTION
What it needs:

- a runtime environment with PowerShell 7.4 or later, the package PaymentCustomers and the Az packages;
- a credential asset (-CredentialName). Dots: client id and API key. OnePay: any user name, and the secret key as password;
- a managed identity of the Automation account with the role Storage Blob Data Contributor on the container.

A sandbox loses its disk with the job, so all that must stay goes back to the container beside the CSV: CSV.journal, by
which the next job goes on where this one ended, CSV.rejects.csv, the rows without a customer, with the reason, and
CSV.created.csv, the rows with their customers' ids. The journal goes back every few minutes while the job runs (-SaveInterval): a sandbox ends a job after three hours, without a
word. What was created after the last time is created again by the next job at Dots, and at OnePay answered with the same
customer. Run one job at a time for a CSV.

With -JournalAddress any number of jobs may run at once for a CSV, and a job that is ended in its midst loses nothing: the
others take its rows over. It needs a PostgreSQL server that the sandbox reaches, its tables (payment-customers journal
init), and a second credential asset (-JournalCredentialName) with the database user's password.

The job's output is the summary alone; what is wrong with the first rows is in its warnings. It fails when a row failed or
its outcome is unknown. Values of persons are masked in all of it.
.PARAMETER BlobName
The CSV in the container.
.PARAMETER JournalAddress
A journal that several jobs share, such as postgresql://importer@db.example.com/customers?run=march&sslmode=verify-full.
.PARAMETER Environment
Production is asked for by name, so that a forgotten parameter costs nothing.
.PARAMETER SaveInterval
How often the journal goes back to the container while the job runs.
.PARAMETER BaseUri
Another address than the provider's, such as the emulator's.
.OUTPUTS
PaymentCustomers.PaymentImportSummary
#>
param(
    [Parameter(Mandatory)] [ValidateSet('Dots', 'OnePay')] [string] $Provider,
    [Parameter(Mandatory)] [string] $StorageAccountName,
    [Parameter(Mandatory)] [string] $ContainerName,
    [Parameter(Mandatory)] [string] $BlobName,
    [string] $CredentialName = 'PaymentCustomers',
    [string] $JournalAddress,
    [string] $JournalCredentialName = 'PaymentCustomersJournal',
    [ValidateSet('Sandbox', 'Production')] [string] $Environment = 'Sandbox',
    [timespan] $SaveInterval = '00:03:00',
    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# The import itself: files in, files and the summary out. Works on any worker that has the asset.
function Invoke-Import([string] $Path, [string] $JournalPath, [scriptblock] $Save) {
    $credential = Get-AutomationPSCredential -Name $CredentialName
    $connect = @{
        Provider    = $Provider
        Environment = $Environment
        # The asset's name for the account: the journal stays valid when the key in the asset is replaced.
        Account     = $CredentialName
    }
    if ($BaseUri) { $connect.BaseUri = $BaseUri }
    if ($Provider -eq 'OnePay') { $connect.ApiKey = $credential.Password }
    else { $connect.Credential = $credential }

    $run = @{ Connection = Connect-PaymentProvider @connect; JournalPath = $JournalPath }
    # OnePay writes to every new customer unless it is told not to. Take this line away where a column is to decide.
    if ($Provider -eq 'OnePay') { $run.EnableNotifications = 'false' }

    # Customers and failed rows are personal data: they must not end in the job's streams. Nobody is there to be asked.
    $sinceSaved = [System.Diagnostics.Stopwatch]::StartNew()
    $information = $null
    try {
        Import-PaymentCustomer $Path @run -Force -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed -InformationVariable information | ForEach-Object {
            if ($sinceSaved.Elapsed -lt $SaveInterval) { return }
            & $Save
            $sinceSaved.Restart()
        }
    }
    finally {
        # Also when the run was stopped. Values of persons are masked in messages.
        $failed | Where-Object { $_.Exception.Error.Row } | Select-Object -First 10 | ForEach-Object { Write-Warning "$($_.Exception.Error.Id): $_" }
        $script:summary = $information.MessageData
    }
}

# Into and out of Azure Storage.
Connect-AzAccount -Identity | Out-Null
$storage = @{ Context = New-AzStorageContext -StorageAccountName $StorageAccountName -UseConnectedAccount; Container = $ContainerName }
$folder = (New-Item (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())) -ItemType Directory).FullName
$csv, $journal = (Split-Path $BlobName -Leaf), 'customers.journal' | ForEach-Object { Join-Path $folder $_ }
$summary = $null
try {
    Get-AzStorageBlobContent @storage -Blob $BlobName -Destination $csv | Out-Null
    if ($JournalAddress) {
        $env:PGPASSWORD = (Get-AutomationPSCredential -Name $JournalCredentialName).GetNetworkCredential().Password
        $journal = $JournalAddress
    }
    # Asked for first: a journal that is there but cannot be read must end the job, not begin a new journal.
    elseif (Get-AzStorageBlob @storage -Prefix "$BlobName.journal") {
        Get-AzStorageBlobContent @storage -Blob "$BlobName.journal" -Destination $journal | Out-Null
    }

    $saveJournal = { Set-AzStorageBlobContent @storage -File $journal -Blob "$BlobName.journal" -Force | Out-Null }
    try {
        Invoke-Import -Path $csv -JournalPath $journal -Save $saveJournal
    }
    finally {
        if (-not $JournalAddress -and (Test-Path $journal)) { & $saveJournal }
        # The rows of a run that was stopped are not rejects: the next job takes them up by the journal.
        if ($summary -and -not $summary.Stopped) {
            if ($summary.RejectPath) { Set-AzStorageBlobContent @storage -File $summary.RejectPath -Blob "$BlobName.rejects.csv" -Force | Out-Null }
            if ($summary.OutputPath) { Set-AzStorageBlobContent @storage -File $summary.OutputPath -Blob "$BlobName.created.csv" -Force | Out-Null }
        }
    }
}
finally {
    Remove-Item $folder -Recurse -Force
}

$summary
if (-not $summary.IsComplete) { throw "Not every row has its customer: $summary. See $BlobName.rejects.csv." }
