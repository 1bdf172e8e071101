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
which the next job goes on where this one ended, and CSV.rejects.csv, the rows that were refused, with the reason. Run
one job at a time for a CSV. A sandbox ends a job after three hours, without a word and without its journal: send a file
that takes longer in parts, or from a Hybrid Runbook Worker.

The job's output is the summary alone. It fails when a row failed or its outcome is unknown. Neither output nor errors
hold personal data.
.PARAMETER BlobName
The CSV in the container.
.PARAMETER Environment
Production is asked for by name, so that a forgotten parameter costs nothing.
.PARAMETER BaseUri
Another address than the provider's, such as the emulator's.
.OUTPUTS
PaymentCustomers.PaymentRunSummary
#>
param(
    [Parameter(Mandatory)] [ValidateSet('Dots', 'OnePay')] [string] $Provider,
    [Parameter(Mandatory)] [string] $StorageAccountName,
    [Parameter(Mandatory)] [string] $ContainerName,
    [Parameter(Mandatory)] [string] $BlobName,
    [string] $CredentialName = 'PaymentCustomers',
    [ValidateSet('Sandbox', 'Production')] [string] $Environment = 'Sandbox',
    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# The import itself: files in, files and the summary out. Works on any worker that has the asset.
function Import-Rows([string] $Path, [string] $JournalPath, [string] $RejectsPath) {
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

    $run = @{ Connection = Connect-PaymentProvider @connect; JournalPath = $JournalPath; RejectPath = $RejectsPath }
    # OnePay writes to every new customer unless it is told not to. Take this line away where a column is to decide.
    if ($Provider -eq 'OnePay') { $run.EnableNotifications = 'false' }

    $information = $null
    try {
        # Customers and failed rows are personal data: they must not end in the job's streams.
        Import-Csv $Path | New-PaymentCustomer @run -ErrorAction SilentlyContinue -InformationVariable information | Out-Null
    }
    catch {
        # The next job goes on by the journal, with all rows that have no customer yet: they are not handed to a person.
        Remove-Item $RejectsPath -ErrorAction Ignore
        throw
    }
    if (-not $information) { throw "$BlobName has no rows." }
    $information[-1].MessageData
}

# Into and out of Azure Storage.
Connect-AzAccount -Identity | Out-Null
$storage = @{ Context = New-AzStorageContext -StorageAccountName $StorageAccountName -UseConnectedAccount; Container = $ContainerName }
$folder = (New-Item (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())) -ItemType Directory).FullName
$csv, $journal, $rejects = 'customers.csv', 'customers.journal', 'rejects.csv' | ForEach-Object { Join-Path $folder $_ }
try {
    Get-AzStorageBlobContent @storage -Blob $BlobName -Destination $csv | Out-Null
    # Asked for first: a journal that is there but cannot be read must end the job, not begin a new journal.
    if (Get-AzStorageBlob @storage -Prefix "$BlobName.journal") {
        Get-AzStorageBlobContent @storage -Blob "$BlobName.journal" -Destination $journal | Out-Null
    }

    try {
        $summary = Import-Rows -Path $csv -JournalPath $journal -RejectsPath $rejects
    }
    finally {
        if (Test-Path $journal) { Set-AzStorageBlobContent @storage -File $journal -Blob "$BlobName.journal" -Force | Out-Null }
        if (Test-Path $rejects) { Set-AzStorageBlobContent @storage -File $rejects -Blob "$BlobName.rejects.csv" -Force | Out-Null }
    }
}
finally {
    Remove-Item $folder -Recurse -Force
}

$summary
if ($summary.Failed -or $summary.Unknown) { throw "Not every row has its customer: $summary. See $BlobName.rejects.csv." }
