@{
    RootModule           = 'bin/PaymentCustomers.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    CompatiblePSEditions = @('Core')
    GUID                 = '6d0f9c44-2f0e-4d5b-9a6e-0f4a4c1f7b52'
    Author               = 'PaymentCustomers contributors'
    CompanyName          = 'PaymentCustomers'
    Copyright            = '(c) PaymentCustomers contributors'
    Description          = 'Creates and looks after the customers of payment providers: Dots, OnePay Colombia and Stripe.'
    PowerShellVersion    = '7.4'

    FormatsToProcess     = @('PaymentCustomers.Format.ps1xml')

    FunctionsToExport    = @()
    # With commas: one value for each line would have a pipeline compiled, at every import.
    CmdletsToExport      = @(
        'Connect-PaymentProvider',
        'Disconnect-PaymentProvider',
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
            ReleaseNotes = 'See CHANGELOG.md beside this manifest.'
            # Where the project will live; OWNER is filled in before the first release, here and nowhere else.
            ProjectUri   = 'https://github.com/OWNER/PaymentCustomers'
            LicenseUri   = 'https://github.com/OWNER/PaymentCustomers/blob/main/LICENSE'
            IconUri      = 'https://raw.githubusercontent.com/OWNER/PaymentCustomers/main/docs/images/icon.png'
            Tags         = @('Payments', 'Customers', 'Dots', 'OnePay', 'Colombia', 'Stripe', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
