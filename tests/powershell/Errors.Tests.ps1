BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    function New-Row([int] $Number) {
        [pscustomobject]@{
            first_name = "Ana $Number"; last_name = 'Gómez'; email = "ana$Number@example.com"; phone = '+573001234567'
            document_type = 'CC'; document_number = "10$Number"; enable_notifications = ''
        }
    }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Rows that cannot be created' {
    BeforeEach { Reset-Emulator $emulator }
    It 'creates the 15 valid rows of 20 and returns the 5 invalid ones unchanged' {
        $rows = 1..20 | ForEach-Object { New-Row $_ }
        $rows[2].email = 'ana'
        $rows[6].phone = '12'
        $rows[9].last_name = ''
        $rows[13].document_type = 'DNI'
        $rows[18].enable_notifications = 'maybe'
        $created = $rows | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
        $created | Should -HaveCount 15
        $created.Row | Should -Be (1..20 | Where-Object { $_ -notin 3, 7, 10, 14, 19 })
        $failed | Should -HaveCount 5
        $failed.FullyQualifiedErrorId | Should -BeLike 'CustomerInvalid,*'
        $failed.Exception.Error.Row | Should -Be 3, 7, 10, 14, 19
        Get-Arrived $emulator | Should -HaveCount 15
        $csv = $failed.TargetObject | Select-Object * -ExcludeProperty idempotency_key, reject_* | ConvertTo-Csv
        $csv | Should -BeExactly ($rows[2, 6, 9, 13, 18] | ConvertTo-Csv)
    }

    It 'accepts the rejects after they are corrected' {
        $rows = 1..3 | ForEach-Object { New-Row $_ }
        $rows[1].email = ''
        $rows | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue | Out-Null
        $failed.TargetObject | Export-Csv TestDrive:/rejects.csv
        $again = Import-Csv TestDrive:/rejects.csv
        $again[0].email = 'ana2@example.com'
        $again | New-PaymentCustomer @onePay | Out-Null
        Get-Stored $emulator OnePay | Should -HaveCount 3
    }

    It 'names every problem of a row at once, and shows no complete personal value' {
        $row = [pscustomobject]@{ first_name = 'Ana'; email = 'not-an-address'; phone = '+99912345678'; document_type = 'NIT'; document_number = '900123456-1'; nationality = 'XX' }
        $row | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].Exception.Error.Problems.Field | Should -Be 'Email', 'Nationality', 'BusinessName', 'DocumentNumber', 'Phone'
        $failed[0].ToString() | Should -BeLike 'Row 1: *'
        $failed[0].ToString() | Should -Not -Match 'not-an-address|99912345678|900123456'
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'warns once of a column that the provider does not have, and refuses a parameter that it does not have' {
        $rows = 1..3 | ForEach-Object { New-Row $_ | Add-Member Ciudad Cali -PassThru | Add-Member user_id X -PassThru }
        { $rows | New-PaymentCustomer @onePay -UserId { $_.user_id } -City Cali } | Should -Throw 'OnePay does not support these fields: UserId, City. Nothing was sent.' -ErrorId 'FieldUnsupported,*'
        New-PaymentCustomer @onePay -City Cali -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].ToString() | Should -BeLike 'Row 1: City is not a field of OnePay; *'
        Get-Arrived $emulator | Should -HaveCount 0

        $rows | New-PaymentCustomer @onePay -WarningVariable warnings -WarningAction SilentlyContinue | Should -HaveCount 3
        $warnings | Should -HaveCount 1
        $warnings[0].Message | Should -Be "These columns are ignored, because OnePay does not have their fields: 'Ciudad' (City), 'user_id' (UserId)."
    }

    It 'shows the provider''s message, and what to do' {
        Reset-Emulator $emulator @{ onePayDuplicateDocument = 'unprocessable422' }
        New-Row 1 | New-PaymentCustomer @onePay | Out-Null
        $other = New-Row 1
        $other.first_name = 'Otra'
        $other | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'ProviderRejected,*'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
        $error_ = $failed[0].Exception.Error
        $error_.Status | Should -Be 422
        $error_.ProviderMessage | Should -Not -BeNullOrEmpty
        $failed[0].ErrorDetails.Message | Should -BeLike "Row 1: OnePay answered 422*$($error_.ProviderMessage)"
        $failed[0].ErrorDetails.RecommendedAction | Should -Be 'Correct the values that the provider reports, and send the row again.'
        $failed[0].TargetObject.first_name | Should -Be Otra
    }

    It 'sets $? and stops with -ErrorAction Stop' {
        New-Row 1 | Select-Object * -ExcludeProperty email | New-PaymentCustomer @onePay -ErrorAction SilentlyContinue
        $? | Should -BeFalse
        $two = (New-Row 1), (New-Row 2)
        $two[0].email = 'x'
        { $two | New-PaymentCustomer @onePay -ErrorAction Stop } | Should -Throw -ErrorId 'CustomerInvalid,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'stops at a credential that the provider does not accept, and does not send the other rows' {
        Reset-Emulator $emulator @{ onePayAcceptedKeys = @('sk_test_another') }
        try {
            { 1..5 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay } | Should -Throw -ErrorId 'AuthenticationFailed,*'
            Get-Arrived $emulator | Should -HaveCount 1
        }
        finally { Reset-Emulator $emulator @{ onePayAcceptedKeys = @() } }
    }
}

Describe 'Input that is not a list of customers' {
    BeforeEach { Reset-Emulator $emulator }
    It 'refuses a file without a usable column' {
        { 'a;b', '1;2' | ConvertFrom-Csv | New-PaymentCustomer @onePay } | Should -Throw -ErrorId 'CustomerInvalid,*'
        { 'first_name;email', 'Ana;ana@example.com' | ConvertFrom-Csv | New-PaymentCustomer @onePay } |
            Should -Throw "*'first_name;email'*Nothing was sent.*"
        { 'just text' | New-PaymentCustomer @onePay } | Should -Throw -ErrorId 'CustomerInvalid,*'
    }

    It 'warns if no rows were received' {
        Set-Content TestDrive:/empty.csv ''
        Import-Csv TestDrive:/empty.csv | New-PaymentCustomer @onePay -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings.Message | Should -Be 'No rows were received.'
    }

    It 'reads files with a byte order mark and in UTF-16, and refuses those that were read in the wrong encoding' {
        $row = New-Row 1
        $row.first_name = 'Íñigo'
        foreach ($encoding in 'utf8BOM', 'unicode', 'bigendianunicode') {
            Reset-Emulator $emulator
            $row | Export-Csv TestDrive:/rows.csv -Encoding $encoding
            Import-Csv TestDrive:/rows.csv | New-PaymentCustomer @onePay | Out-Null
            ((Get-Arrived $emulator)[0].body | ConvertFrom-Json).first_name | Should -BeExactly 'Íñigo'
        }
        Reset-Emulator $emulator
        $row | Export-Csv TestDrive:/rows.csv -Encoding ([Text.Encoding]::GetEncoding(1252))
        Import-Csv TestDrive:/rows.csv | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].ToString() | Should -BeLike '*wrong encoding*Import-Csv -Encoding*'
        Get-Arrived $emulator | Should -HaveCount 0
        Import-Csv TestDrive:/rows.csv -Encoding ([Text.Encoding]::GetEncoding(1252)) | New-PaymentCustomer @onePay | Out-Null
        ((Get-Arrived $emulator)[0].body | ConvertFrom-Json).first_name | Should -BeExactly 'Íñigo'
    }

    It 'refuses a cell of a megabyte and control characters, without showing them' {
        $long = New-Row 1
        $long.first_name = 'x' * 1MB
        $bell = New-Row 2
        $bell.last_name = "G$([char]7)mez"
        $long, $bell, (New-Row 3) | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        $failed[0].ToString() | Should -Be "Row 1: FirstName 'x***' is too long: it has 1048576 characters, and at most 255 are allowed."
        $failed[1].ToString() | Should -Be "Row 2: LastName 'G***' contains the control character U+0007 at position 2."
        Get-Arrived $emulator | Should -HaveCount 1
    }

    It 'refuses two columns with different values for the same field' {
        New-Row 1 | Add-Member Mobile '+573009999999' -PassThru | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].ToString() | Should -Be "Row 1: The columns 'phone' and 'Mobile' both contain Phone, with different values. Keep only one of them."
        New-Row 2 | Add-Member Mobile '' -PassThru | New-PaymentCustomer @onePay | Should -HaveCount 1
    }
}
