#Requires -Version 7.4
#Requires -Modules PaymentCustomers
<#
.SYNOPSIS
Creates the customers of Dots at OnePay, and says who could not be moved, and why.
.DESCRIPTION
Connect to both first; the script uses the connections of the session.

What becomes of a customer of Dots:

  FirstName, MiddleName     FirstName: OnePay has no middle name, the two are put together
  LastName                  LastName
  BusinessName              FirstName and LastName, split at its last space: OnePay has no field for a company's name
  Email                     Email, which OnePay requires
  CountryCode, Phone        Phone, which OnePay requires
  Metadata                  the document, which OnePay requires and Dots does not know: its number and type are taken
                            from the two entries of Metadata that you name. Without a type: NIT for companies, CC for people
  UserId, address, others   not moved: OnePay has no such fields

Dots has no delete, so nobody is removed there. Nobody is written to. Who is at OnePay already, by document, is left as
they are and reported as Existing.

In the folder of -Destination:

  moved.csv       DotsId, OnePayId, Outcome: keep it to translate ids in your own systems
  not-moved.csv   DotsId, ErrorId, Reason: mend them at the source, and run the script again
  move.journal    by which a second run goes on, and creates nobody twice
.EXAMPLE
Connect-PaymentProvider Dots -Credential (Get-Credential) -Environment Production
Connect-PaymentProvider OnePay -ApiKey (Read-Host -AsSecureString)
./Move-PaymentCustomers.ps1 -Destination ./move -DocumentNumberEntry cedula -WhatIf
Import-Csv ./move/not-moved.csv | Group-Object ErrorId

A dry run: reads everybody at Dots, checks everybody, writes not-moved.csv and sends nothing to OnePay.
.EXAMPLE
./Move-PaymentCustomers.ps1 -Destination ./move -DocumentNumberEntry cedula

The move. Stop it, or lose the machine: the same command goes on.
.OUTPUTS
PaymentCustomers.PaymentRunSummary
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The folder for the reports and the journal.
    [Parameter(Mandatory)] [string] $Destination,
    # The entry of Metadata that holds the document's number.
    [string] $DocumentNumberEntry = 'document_number',
    # The entry of Metadata that holds the document's type: CC, CE, NIT or PASSPORT.
    [string] $DocumentTypeEntry = 'document_type'
)

$ErrorActionPreference = 'Stop'

function ConvertTo-OnePayRow($Customer) {
    $isCompany = [bool] $Customer.BusinessName
    $first, $last = if ($isCompany) { $Customer.BusinessName -split '\s+(?=\S+$)' }
    else { (@($Customer.FirstName; $Customer.MiddleName) -ne $null -join ' '), $Customer.LastName }
    [pscustomobject]@{
        # No field of a customer: stays with the row, so that the report can name it.
        DotsId         = $Customer.Id
        CustomerType   = $isCompany ? 'company' : 'natural'
        FirstName      = $first
        LastName       = $last
        Email          = $Customer.Email
        CountryCode    = $Customer.CountryCode
        Phone          = $Customer.Phone
        DocumentType   = $Customer.Metadata.$DocumentTypeEntry ?? ($isCompany ? 'NIT' : 'CC')
        DocumentNumber = $Customer.Metadata.$DocumentNumberEntry
    }
}

# The reports are written in a dry run as well.
New-Item $Destination -ItemType Directory -Force -WhatIf:$false | Out-Null
$moved = Join-Path $Destination moved.csv
$notMoved = Join-Path $Destination not-moved.csv
$failed = $information = $null
$ids = [System.Collections.Generic.List[string]]::new()
try {
    # A list that breaks off must stop the move: what is not read is not moved. A row that fails must not.
    Get-PaymentCustomer -Provider Dots -ErrorAction Stop |
        ForEach-Object { $ids.Add($_.Id); ConvertTo-OnePayRow $_ } |
        New-PaymentCustomer -Provider OnePay -EnableNotifications false -SkipExisting -JournalPath (Join-Path $Destination move.journal) `
            -WhatIf:$WhatIfPreference -ErrorAction SilentlyContinue -ErrorVariable failed -InformationVariable information |
        ForEach-Object { [pscustomobject]@{ DotsId = $ids[$_.Row - 1]; OnePayId = $_.Id; Outcome = $_.Outcome } } |
        Export-Csv $moved -WhatIf:$false
}
finally {
    $failed | Where-Object { $_.TargetObject.DotsId } |
        ForEach-Object { [pscustomobject]@{ DotsId = $_.TargetObject.DotsId; ErrorId = $_.Exception.Error.Id; Reason = "$_" } } |
        Export-Csv $notMoved -WhatIf:$false
}

if ($failed) { Write-Warning "$($failed.Count) of $($ids.Count) cannot be moved: see $notMoved." }
# None comes of a dry run that found nothing wrong.
if ($information) { $information[-1].MessageData }
