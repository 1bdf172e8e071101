@{
    RootModule           = 'bin/PaymentCustomers.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    CompatiblePSEditions = @('Core')
    GUID                 = '6d0f9c44-2f0e-4d5b-9a6e-0f4a4c1f7b52'
    Author               = 'PaymentCustomers contributors'
    CompanyName          = 'PaymentCustomers'
    Copyright            = '(c) PaymentCustomers contributors'
    Description          = 'Creates and manages customers at the payment providers Dots, OnePay (Colombia) and Stripe: one at the prompt, or a hundred thousand from a file.'
    PowerShellVersion    = '7.4'

    FormatsToProcess     = @('PaymentCustomers.Format.ps1xml')

    FunctionsToExport    = @()
    # With commas. Without them, PowerShell would compile a pipeline at every import.
    CmdletsToExport      = @(
        'Connect-PaymentProvider',
        'Disconnect-PaymentProvider',
        'Export-PaymentCustomerTemplate',
        'Get-PaymentConnection',
        'Get-PaymentCustomer',
        'Get-PaymentCustomerJournal',
        'Get-PaymentProvider',
        'Import-PaymentCustomer',
        'New-PaymentCustomer',
        'Remove-PaymentCustomer',
        'Set-PaymentCustomer',
        'Start-PaymentEmulator',
        'Stop-PaymentEmulator',
        'Test-PaymentCustomer'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            ReleaseNotes = 'See CHANGELOG.md in the package.'
            # The address of the project. Replace OWNER before the first release. It is written only here.
            ProjectUri   = 'https://github.com/OWNER/PaymentCustomers'
            LicenseUri   = 'https://github.com/OWNER/PaymentCustomers/blob/main/LICENSE'
            IconUri      = 'https://raw.githubusercontent.com/OWNER/PaymentCustomers/main/docs/images/icon.png'
            Tags         = @('Payments', 'Customers', 'Dots', 'OnePay', 'Colombia', 'Stripe', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
