BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
}
AfterAll { Stop-Emulator $emulator }

Describe 'Get-PaymentCustomer' {
    BeforeEach { Reset-Emulator $emulator @{ onePayPageShape = 'flat'; dotsListOrder = 'oldestFirst' } }
    It 'lists all 1,234 customers of OnePay in the page shape <_>' -TestCases 'flat', 'simple', 'meta' {
        Reset-Emulator $emulator @{ onePayPageShape = $_ }
        Add-Stored $emulator OnePay 1234
        $listed = Get-PaymentCustomer @onePay
        $listed | Should -HaveCount 1234
        $listed.Id | Select-Object -Unique | Should -HaveCount 1234
    }

    It 'lists all 1,234 customers of Dots, <_>' -TestCases 'oldestFirst', 'newestFirst' {
        Reset-Emulator $emulator @{ dotsListOrder = $_ }
        Add-Stored $emulator Dots 1234
        (Get-PaymentCustomer @dots).Id | Select-Object -Unique | Should -HaveCount 1234
    }

    It 'requests at most two pages if only five customers are needed' {
        Add-Stored $emulator OnePay 1234
        Add-Stored $emulator Dots 1234
        Get-PaymentCustomer @onePay | Select-Object -First 5 | Should -HaveCount 5
        (Get-Arrived $emulator).Count | Should -BeLessOrEqual 2
        Reset-Emulator $emulator
        Add-Stored $emulator Dots 1234
        Get-PaymentCustomer @dots -First 5 | Should -HaveCount 5
        (Get-Arrived $emulator).Count | Should -BeLessOrEqual 2
    }

    It 'pages with -First, -Skip and -IncludeTotalCount' {
        Add-Stored $emulator OnePay 250
        $all = Get-PaymentCustomer @onePay
        (Get-PaymentCustomer @onePay -Skip 95 -First 10).Id | Should -Be $all[95..104].Id
        $counted = Get-PaymentCustomer @onePay -First 1 -IncludeTotalCount
        $counted[0] | Should -Be 250
        $counted | Should -HaveCount 2
    }

    It 'gets customers by id, and reports a missing one without stopping' {
        Add-Stored $emulator OnePay 3
        $ids = (Get-Stored $emulator OnePay).id
        $got = Get-PaymentCustomer @onePay -Id $ids[0], '00000000-0000-0000-0000-000000000000', $ids[2] -ErrorVariable failed -ErrorAction SilentlyContinue
        $got.Id | Should -Be $ids[0], $ids[2]
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CustomerNotFound,*'
        $failed[0].TargetObject | Should -Be '00000000-0000-0000-0000-000000000000'
    }

    It 'finds a customer by document, and also filters the answer of the server' {
        Add-Stored $emulator OnePay 120
        $wanted = (Get-Stored $emulator OnePay)[110]
        (Get-PaymentCustomer @onePay -DocumentNumber $wanted.document_number).Id | Should -Be $wanted.id
        (Get-Arrived $emulator)[0].query | Should -BeLike "*document_number=$($wanted.document_number)*"
        Reset-Emulator $emulator @{ onePayDocumentFilter = 'ignored' }
        try {
            Add-Stored $emulator OnePay 120
            $wanted = (Get-Stored $emulator OnePay)[110]
            (Get-PaymentCustomer @onePay -DocumentNumber $wanted.document_number).Id | Should -Be $wanted.id
        }
        finally { Reset-Emulator $emulator @{ onePayDocumentFilter = 'honoured' } }
    }

    It 'sends the document number to the server in the same form as New-PaymentCustomer: <Written>' -TestCases @(
        @{ Written = '80.123.456'; Sent = '80123456' }
        @{ Written = ' 80 123 456'; Sent = '80123456' }
        @{ Written = '900.123.456-8'; Sent = '900123456-8' }
        @{ Written = 'AB-12.34'; Sent = 'AB-12.34' }
    ) {
        $row = New-Row 1
        $row.document_number = $Written.Trim()
        $row.document_type = $Written -like '*-8' ? 'NIT' : $Written -like 'AB*' ? 'PASSPORT' : 'CC'
        $made = $row | New-PaymentCustomer @onePay
        (Get-PaymentCustomer @onePay -DocumentNumber $Written).Id | Should -Be $made.Id
        (Get-Arrived $emulator list)[0].query | Should -BeLike "*document_number=$Sent*"
    }

    It 'refuses a filter by a field that <Name> does not have, before any request' -TestCases @(
        @{ Name = 'OnePay'; Filter = @{ UserId = '3c90c3cc-0d44-4b50-8888-8dd25736052a' }; Message = 'UserId is not a field of OnePay.' }
        @{ Name = 'Dots'; Filter = @{ DocumentNumber = '80123456' }; Message = 'DocumentNumber is not a field of Dots.' }
    ) {
        $connection = $Name -eq 'Dots' ? $dots : $onePay
        { Get-PaymentCustomer @connection @Filter } | Should -Throw $Message -ErrorId 'FieldUnsupported,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'accepts ids from the pipeline, as texts and as objects' {
        Add-Stored $emulator OnePay 3
        $ids = (Get-Stored $emulator OnePay).id
        ($ids | Get-PaymentCustomer @onePay).Id | Should -Be $ids
        (Get-PaymentCustomer @onePay | Get-PaymentCustomer @onePay).Id | Sort-Object | Should -Be ($ids | Sort-Object)
        ([pscustomobject]@{ Id = $ids[1] } | Get-PaymentCustomer @onePay).Id | Should -Be $ids[1]
    }

    It 'finds by e-mail and by phone, in any spelling of the phone' {
        Add-Stored $emulator Dots 30
        $wanted = (Get-Stored $emulator Dots)[17]
        (Get-PaymentCustomer @dots -Email $wanted.email.ToUpperInvariant()).Id | Should -Contain $wanted.id
        (Get-PaymentCustomer @dots -Phone "+$($wanted.country_code) $($wanted.phone_number)").Id | Should -Contain $wanted.id
        (Get-PaymentCustomer @dots -Phone $wanted.phone_number.Insert(3, ') ').Insert(0, '(')).Id | Should -Contain $wanted.id
    }

    It 'returns objects that are exported to a flat CSV, which New-PaymentCustomer accepts' {
        Add-Stored $emulator Dots 25
        Get-PaymentCustomer @dots | Export-Csv TestDrive:/customers.csv
        $stored = Get-Stored $emulator Dots | Select-Object * -ExcludeProperty id, created, updated, _key, _account, metadata
        Reset-Emulator $emulator
        Import-Csv TestDrive:/customers.csv | New-PaymentCustomer @dots | Should -HaveCount 25
        $again = Get-Stored $emulator Dots | Select-Object * -ExcludeProperty id, created, updated, _key, _account, metadata
        $again | ConvertTo-Json -Depth 5 | Should -BeExactly ($stored | ConvertTo-Json -Depth 5)
    }

    It 'moves customers from Dots to OnePay' {
        1..3 | ForEach-Object { New-PaymentCustomer @dots -FirstName "Ana $_" -LastName Gil -Email "ana$_@example.com" -Phone "+57300123456$_" -Metadata @{ cedula = "10$_" } } | Out-Null
        $moved = Get-PaymentCustomer @dots |
            New-PaymentCustomer @onePay -DocumentType CC -DocumentNumber { $_.Metadata.cedula } -EnableNotifications false -IgnoreUnsupportedField -WarningAction SilentlyContinue
        $moved | Should -HaveCount 3
        $stored = Get-Stored $emulator OnePay
        $stored.first_name | Sort-Object | Should -Be 'Ana 1', 'Ana 2', 'Ana 3'
        $stored.phone | Sort-Object | Should -Be '+573001234561', '+573001234562', '+573001234563'
        # The key belongs to the create request at Dots. At OnePay, the customer gets another key.
        $moved.IdempotencyKey | Should -Not -Contain (Get-PaymentCustomer @dots)[0].IdempotencyKey
    }
}

Describe 'Remove-PaymentCustomer' {
    BeforeEach { Reset-Emulator $emulator @{ onePayPageShape = 'flat'; dotsListOrder = 'oldestFirst' } }
    It 'shows in -WhatIf whom it would delete, with masked data and not only an id' {
        $created = New-Row 1 | New-PaymentCustomer @onePay
        $shown = Invoke-Unattended "Import-Module `$env:MODULE; Remove-PaymentCustomer -Provider OnePay -BaseUri `$env:EMULATOR -Id $($created.Id), nobody -WhatIf" @{ ONEPAY_API_KEY = $onePayKey }
        $shown.Output | Should -Match "target ""$($created.Id) \(A\*\*\* G\*\*\* CC \*\*\* a\*\*\*@\*\*\*\.com\)"""
        $shown.Output | Should -Match 'target "nobody"'
        Get-Arrived $emulator delete | Should -BeNullOrEmpty
    }

    It 'does not read the customer if no confirmation is needed' {
        $created = New-Row 1 | New-PaymentCustomer @onePay
        Remove-PaymentCustomer @onePay -Id $created.Id -Confirm:$false
        Get-Arrived $emulator retrieve | Should -BeNullOrEmpty
        Get-Arrived $emulator delete | Should -HaveCount 1
    }

    It 'deletes the customers from the pipeline, and supports -WhatIf and -Confirm' {
        Add-Stored $emulator OnePay 3
        Get-PaymentCustomer @onePay | Select-Object -First 2 | Remove-PaymentCustomer @onePay -WhatIf
        Get-Stored $emulator OnePay | Should -HaveCount 3
        Get-PaymentCustomer @onePay | Select-Object -First 2 | Remove-PaymentCustomer @onePay -Confirm:$false | Should -BeNullOrEmpty
        Get-Stored $emulator OnePay | Should -HaveCount 1
        Remove-PaymentCustomer @onePay -Id nobody -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'CustomerNotFound,*'
    }

    It 'accepts ids from the pipeline' {
        Add-Stored $emulator OnePay 3
        $ids = (Get-Stored $emulator OnePay).id
        $ids[0, 2] | Remove-PaymentCustomer @onePay -Confirm:$false
        (Get-Stored $emulator OnePay).id | Should -Be $ids[1]
    }

    It 'says that Dots cannot delete customers, before any request' {
        { Remove-PaymentCustomer @dots -Id x -Confirm:$false } | Should -Throw -ErrorId 'OperationUnsupported,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*Dots keeps its customers*'
        Get-Arrived $emulator | Should -HaveCount 0
    }
}

Describe 'A dry run' {
    BeforeEach { Reset-Emulator $emulator @{ onePayPageShape = 'flat'; dotsListOrder = 'oldestFirst' } }
    It 'sends nothing, and reports the invalid rows' {
        $rows = Import-Csv $samples/exported-contacts.csv
        $rows | New-PaymentCustomer @onePay -WhatIf -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | Should -HaveCount 4
        Get-Arrived $emulator | Should -HaveCount 0
    }
}
