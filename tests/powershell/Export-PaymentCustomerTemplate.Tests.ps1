BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'Export-PaymentCustomerTemplate' {
    It 'writes the columns of <_> with a valid example, and an explanation of each column' -TestCases 'Dots', 'OnePay', 'Stripe' {
        $files = Export-PaymentCustomerTemplate $_ (Join-Path $TestDrive "$_.csv")
        $files.Name | Should -Be "$_.csv", "$_.columns.csv"
        $columns = (Get-PaymentProvider $_).Fields
        $example = Import-Csv $files[0]
        $example.psobject.Properties.Name | Should -Be $columns.Name
        $tested = $example | Test-PaymentCustomer -Provider $_
        $tested.IsValid | Should -BeTrue -Because "$($tested.Problems)"
        $explained = Import-Csv $files[1]
        $explained.Column | Should -Be $columns.Name
        $explained.Meaning | Should -Not -BeNullOrEmpty
        @($explained | Where-Object Required -EQ yes).Column | Should -Be @($columns | Where-Object IsRequired).Name
    }

    It 'writes the explanations in Spanish in a Spanish session' {
        $before = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = 'es-CO'
            $files = Export-PaymentCustomerTemplate OnePay TestDrive:/es.csv
        }
        finally { [cultureinfo]::CurrentUICulture = $before }
        (Import-Csv $files[1])[0].Significado | Should -BeExactly 'El primer nombre de una persona.'
    }

    It 'writes nothing with -WhatIf' {
        Export-PaymentCustomerTemplate OnePay TestDrive:/whatif.csv -WhatIf | Should -BeNullOrEmpty
        Test-Path TestDrive:/whatif* | Should -BeFalse
    }

    It 'does not overwrite existing files' {
        Set-Content TestDrive:/mine.csv 'my rows'
        { Export-PaymentCustomerTemplate OnePay TestDrive:/mine.csv } | Should -Throw -ErrorId 'OutputFailed,*'
        Get-Content TestDrive:/mine.csv | Should -BeExactly 'my rows'
        Test-Path TestDrive:/mine.columns.csv | Should -BeFalse
    }
}
