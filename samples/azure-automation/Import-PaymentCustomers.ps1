#Requires -Version 7.4
#Requires -Modules PaymentCustomers, Az.Accounts, Az.Storage
<#
.SYNOPSIS
A runbook for Azure Automation that creates the customers of a CSV file in Azure Storage.
.DESCRIPTION
Requirements:

- a runtime environment with PowerShell 7.4 or later, the package PaymentCustomers and the Az packages;
- a credential asset (-CredentialName). Dots: client id and API key. OnePay: any user name, and the secret key as password;
- a managed identity of the Automation account with the role Storage Blob Data Contributor on the container.

The disk of a sandbox is deleted with the job. The runbook therefore saves three files to the container of the CSV file:
CSV.journal, with which the next job continues, CSV.rejects.csv with the rows without a customer and the reasons, and
CSV.created.csv with the rows that have a customer and its id. The journal is saved every few minutes while the job runs
(-SaveInterval), because a sandbox ends a job after three hours without a warning. The next job sends the rows since the last save
again: at Dots this creates them twice, and at OnePay it returns the same customers. Run only one job at a time for a CSV file.

With -JournalAddress, any number of jobs can run at once for a CSV file. If a job ends early, the others take over its rows. This
requires a PostgreSQL server that the sandbox can reach, its tables (payment-customers journal init), and a second credential
asset (-JournalCredentialName) with the name and the password of the database user.

The output of the job is the summary. Its warnings show the problems of the first rows. The job fails if a row failed or its
outcome is unknown. Personal values are masked.
.PARAMETER BlobName
The CSV in the container.
.PARAMETER JournalAddress
A journal that several jobs share, such as postgresql://importer@db.example.com/customers?run=march&sslmode=verify-full.
.PARAMETER Environment
The default is the sandbox, so that a forgotten parameter does no harm.
.PARAMETER SaveInterval
How often the journal is saved to the container while the job runs.
.PARAMETER BaseUri
An address to use instead of the provider's, such as the emulator's.
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

# The import. It reads and writes local files and returns the summary.
function Invoke-Import([string] $Path, [string] $JournalPath, [scriptblock] $Save) {
    $credential = Get-AutomationPSCredential -Name $CredentialName
    $connect = @{
        Provider    = $Provider
        Environment = $Environment
        # The account has the name of the asset, so the journal stays valid when the key in the asset changes.
        Account     = $CredentialName
    }
    if ($BaseUri) { $connect.BaseUri = $BaseUri }
    if ($Provider -eq 'OnePay') { $connect.ApiKey = $credential.Password }
    else { $connect.Credential = $credential }

    $run = @{ Connection = Connect-PaymentProvider @connect; JournalPath = $JournalPath }
    if ($JournalPath -like 'postgresql://*') { $run.JournalCredential = Get-AutomationPSCredential -Name $JournalCredentialName }
    # OnePay sends messages to every new customer unless this is false. Remove this line if a column of the file decides it.
    if ($Provider -eq 'OnePay') { $run.EnableNotifications = 'false' }

    # Customers and failed rows are personal data and must not be in the job's streams. No user can answer a question.
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
        # Also after a stop. Personal values are masked in messages.
        $failed | Where-Object { $_.Exception.Error.Row } | Select-Object -First 10 | ForEach-Object { Write-Warning "$($_.Exception.Error.Id): $_" }
        $script:summary = $information.MessageData
    }
}

# Download from and upload to Azure Storage.
Connect-AzAccount -Identity | Out-Null
$storage = @{ Context = New-AzStorageContext -StorageAccountName $StorageAccountName -UseConnectedAccount; Container = $ContainerName }
$folder = (New-Item (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())) -ItemType Directory).FullName
$csv, $journal = (Split-Path $BlobName -Leaf), 'customers.journal' | ForEach-Object { Join-Path $folder $_ }
$summary = $null
try {
    Get-AzStorageBlobContent @storage -Blob $BlobName -Destination $csv | Out-Null
    if ($JournalAddress) {
        $journal = $JournalAddress
    }
    # Listed first: if the journal exists but cannot be read, the job must end. It must not start a new journal.
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
