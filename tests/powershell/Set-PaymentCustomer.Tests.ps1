BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $stripe = @{
        Provider = 'Stripe'
        ApiKey   = ConvertTo-SecureString 'sk_test_set' -AsPlainText -Force
        BaseUri  = "$($emulator.Address.ToString().TrimEnd('/'))/stripe/v1"
    }
    function New-Customer([string] $Name) {
        New-PaymentCustomer @stripe -BusinessName $Name -Email "$($Name.ToLower())@example.com" -Phone +573001234567 -Metadata @{ plan = 'gold' }
    }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Set-PaymentCustomer' {
    BeforeEach { Reset-Emulator $emulator }

    It 'changes the given fields, clears the cleared ones, and keeps the rest' {
        $customer = New-Customer Acme
        $result = Set-PaymentCustomer @stripe -Id $customer.Id -Email new@example.com -Clear Phone
        $result.Outcome | Should -Be Updated
        $result.Id | Should -Be $customer.Id
        $now = Get-PaymentCustomer @stripe -Id $customer.Id
        $now.Name | Should -Be Acme
        $now.Email | Should -Be new@example.com
        $now.Phone | Should -BeNullOrEmpty
        $now.Metadata.plan | Should -Be gold
    }

    It 'uses only the id of an input customer' {
        New-Customer Acme | Set-PaymentCustomer @stripe -Email new@example.com | Out-Null
        $request = Get-Arrived $emulator update
        $request | Should -HaveCount 1
        $request.body | Should -Be 'email=new%40example.com'
    }

    It 'evaluates a script block with the customer' {
        New-Customer Acme | Set-PaymentCustomer @stripe -Email { $_.Email -replace 'example.com', 'example.org' } | Out-Null
        (Get-Arrived $emulator update).body | Should -Be 'email=acme%40example.org'
    }

    It 'changes the customers of a file by their ids: <Kind>' -TestCases @{ Kind = 'objects' }, @{ Kind = 'hashtables' } {
        $rows = 'Acme', 'Beta', 'Ceta' | ForEach-Object { New-Customer $_ } | ForEach-Object { [pscustomobject]@{ Id = $_.Id; Email = "new-$($_.Email)"; Phone = '' } }
        if ($Kind -eq 'hashtables') { $rows = $rows | ForEach-Object { @{ Id = $_.Id; Email = $_.Email } } }
        $results = $rows | Set-PaymentCustomer @stripe -InformationVariable summary
        $results.Outcome | Should -Be Updated, Updated, Updated
        (Get-PaymentCustomer @stripe).Email | Sort-Object | Should -Be new-acme@example.com, new-beta@example.com, new-ceta@example.com
        "$summary" | Should -BeLike '3 rows: 3 updated, 0 duplicate, 0 failed*'
    }

    It 'continues with its journal, and sends nothing twice' {
        $journal = Join-Path $TestDrive set.journal
        $rows = 'Acme', 'Beta' | ForEach-Object { New-Customer $_ } | ForEach-Object { [pscustomobject]@{ Id = $_.Id; Email = "new-$($_.Email)" } }
        $rows | Set-PaymentCustomer @stripe -JournalPath $journal | Out-Null
        $again = $rows | Set-PaymentCustomer @stripe -JournalPath $journal
        $again.Outcome | Should -Be Updated, Updated
        $again.FromJournal | Should -Be $true, $true
        Get-Arrived $emulator update | Should -HaveCount 2
        (Get-PaymentCustomerJournal $journal).State | Should -Be Updated, Updated
    }

    It 'shows the changes with -WhatIf, and sends nothing' {
        $customer = New-Customer Acme
        $shown = pwsh -NoProfile -NonInteractive -Command @"
            Import-Module '$(Join-Path $root out PaymentCustomers)'
            Set-PaymentCustomer -Provider Stripe -ApiKey (ConvertTo-SecureString sk_test_set -AsPlainText) -BaseUri '$($stripe.BaseUri)' -Id $($customer.Id) -Email new@example.com -Clear Phone -WhatIf
"@
        "$shown" | Should -BeLike "What if: Performing the operation `"Change customer at Stripe (Sandbox)`" on target `"Customer $($customer.Id): Email n***@***.com; cleared: Phone`"."
        Get-Arrived $emulator update | Should -HaveCount 0
    }

    It 'reports the problems of a row, and sends nothing for it' {
        $customer = New-Customer Acme
        $rows = [pscustomobject]@{ Email = 'a@example.com' }, [pscustomobject]@{ Id = $customer.Id; Email = '' }, [pscustomobject]@{ Id = $customer.Id; 'First Name' = 'Ana' }
        $rows | Set-PaymentCustomer @stripe -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Exception.Error.Problems.Message | Should -Be @(
            'The id of the customer is missing. Specify -Id, or add a column Id'
            'There is nothing to change. Specify at least one field, or clear one with -Clear'
            'Stripe stores one name, which is changed as a whole. Provide FirstName and LastName, or BusinessName'
        )
        Get-Arrived $emulator update | Should -HaveCount 0
    }

    It 'says that a customer does not exist' {
        Set-PaymentCustomer @stripe -Id cus_none0000000000 -Email a@example.com -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CustomerNotFound,*'
    }

    It 'ends before anything is sent at <Provider>, which cannot change customers' -TestCases @{ Provider = 'OnePay' }, @{ Provider = 'Dots' } {
        $connection = $Provider -eq 'Dots' ? $dots : $onePay
        { Set-PaymentCustomer @connection -Id x -Email a@example.com } | Should -Throw -ErrorId 'OperationUnsupported,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }
}
