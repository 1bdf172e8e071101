#Requires -Version 7.4
#Requires -Modules PaymentCustomers
<#
.SYNOPSIS
Creates the customers of Dots at OnePay, and lists the customers that could not be copied, with the reason.
.DESCRIPTION
Connect to both providers first. The script uses the connections of the session.

How the fields of Dots are used:

  FirstName, MiddleName     FirstName: OnePay has no middle name, so the two names are joined
  LastName                  LastName
  BusinessName              FirstName and LastName, split at its last space: OnePay has no field for a company's name
  Email                     Email, which OnePay requires
  CountryCode, Phone        Phone, which OnePay requires
  Metadata                  the document, which OnePay requires and Dots does not have: its number and type come
                            from the two entries of Metadata that you name. The default type is NIT for companies and CC for people
  UserId, address, others   not copied: OnePay does not have these fields

Dots cannot delete customers, so they remain there. OnePay sends no messages. Customers whose document already exists at OnePay are
not changed and are reported as Existing.

In the folder of -Destination:

  moved.csv       DotsId, OnePayId, Outcome: keep it to translate ids in your own systems
  not-moved.csv   DotsId, ErrorId, Reason: correct them at Dots, and run the script again
  move.journal    with which a second run continues and creates no duplicates
.EXAMPLE
Connect-PaymentProvider Dots -Credential (Get-Credential) -Environment Production
Connect-PaymentProvider OnePay -ApiKey (Read-Host -AsSecureString)
./Move-PaymentCustomers.ps1 -Destination ./move -DocumentNumberEntry cedula -WhatIf
Import-Csv ./move/not-moved.csv | Group-Object ErrorId

A dry run: reads and checks all customers of Dots, writes not-moved.csv and sends nothing to OnePay.
.EXAMPLE
./Move-PaymentCustomers.ps1 -Destination ./move -DocumentNumberEntry cedula

The copy. After an interruption, the same command continues.
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
        # Not a customer field. It stays in the row, so that the report can show it.
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

# A dry run writes the reports too.
New-Item $Destination -ItemType Directory -Force -WhatIf:$false | Out-Null
$moved = Join-Path $Destination moved.csv
$notMoved = Join-Path $Destination not-moved.csv
$failed = $information = $null
$ids = [System.Collections.Generic.List[string]]::new()
try {
    # An incomplete list must stop the script, because customers would be missing. A row that fails must not stop it.
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
# A dry run without errors has no summary.
if ($information) { $information[-1].MessageData }
