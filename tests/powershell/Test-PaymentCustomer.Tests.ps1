BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    # Rows 5, 6, 8 and 11 are intentionally invalid.
    $rows = Import-Csv $samples/exported-contacts.csv
}
AfterAll { Stop-Emulator $emulator }

Describe 'Test-PaymentCustomer' {
    BeforeEach { Reset-Emulator $emulator }
    AfterEach { Get-PaymentConnection | Disconnect-PaymentProvider }

    It 'returns one object for each row, writes no errors for invalid ones, and sends nothing' {
        $tests = $rows | Test-PaymentCustomer @onePay -ErrorVariable failed -WarningVariable warnings
        $tests.Row | Should -Be (1..12)
        ($tests | Where-Object IsValid -EQ $false).Row | Should -Be 5, 6, 8, 11
        $tests.Provider | Select-Object -Unique | Should -Be OnePay
        $failed | Should -BeNullOrEmpty
        "$warnings" | Should -Be "These columns are not used, because they are not customer fields: 'Notes'."
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'shows the column and the value as in the user''s file, and masks the value on request' {
        $row = [pscustomobject]@{ Nombres = 'Ana'; Apellidos = 'Gil'; Correo = 'ana at example.com'; Celular = '+573001112233'; 'Tipo documento' = 'CC'; 'Cédula' = '12' }
        $problem, $second = ($row | Test-PaymentCustomer @onePay).Problems
        "$($problem.Field) | $($problem.Column) | $($problem.Value) | $problem" | Should -BeExactly "Email | Correo | ana at example.com | Email 'ana at example.com' is not an e-mail address (column 'Correo')"
        "$second" | Should -BeExactly "DocumentNumber '12' is not the number of a CC: the number must have 3 to 11 characters (column 'Cédula')"
        $masked = ($row | Test-PaymentCustomer @onePay -MaskPersonalData).Problems
        $masked.Value | Should -BeExactly 'a***', '***'
        "$masked" | Should -Not -Match 'example|12'
        $row | New-PaymentCustomer @onePay -ErrorVariable failed -ErrorAction SilentlyContinue
        "$failed" | Should -Not -Match 'example'
    }

    It 'groups the problems by kind with -Summary: number of rows, first rows, and an example' {
        $bad = 1..7 | ForEach-Object { $made = New-Row $_; $made.email = "nobody $_"; if ($_ -eq 3) { $made.document_number = '' }; $made }
        $kinds = (New-Row 8), (New-Row 9) + $bad | Test-PaymentCustomer @onePay -Summary
        $kinds | Should -HaveCount 2
        $kinds[0].PSObject.TypeNames[0] | Should -BeExactly PaymentCustomers.PaymentCustomerTestSummary
        "$($kinds[0].Count) of $($kinds[0].RowCount) | $($kinds[0].FirstRows) | $($kinds[0].Field) | $($kinds[0].Column) | $($kinds[0].Id) | $($kinds[0].Problem) | $($kinds[0].Example)" |
            Should -BeExactly '7 of 9 | 3 4 5 6 7 | Email | email | CustomerInvalid | Email is not an e-mail address | nobody 1'
        "$($kinds[1])" | Should -BeExactly '1: DocumentNumber is missing: OnePay requires it'
        $kinds[1].FirstRows | Should -Be 5
        ($kinds | Out-String) | Should -Match '7 +3, 4, 5, 6, 7, … +Email is not an e-mail address'
        ($bad | Test-PaymentCustomer @onePay -Summary -MaskPersonalData)[0].Example | Should -BeExactly 'n***'
        New-Row 1 | Test-PaymentCustomer @onePay -Summary | Should -BeNullOrEmpty
        { New-Row 1 | Test-PaymentCustomer @onePay -Summary -Quiet } | Should -Throw '*-Quiet and -Summary cannot be used together*'
    }

    It 'names every problem of a row with field, id, message, and the masked value' {
        $tests = $rows | Test-PaymentCustomer @onePay -MaskPersonalData
        $tests[0, 4, 5].Problems.Count | Should -Be 3
        $tests[5].Problems.Count | Should -Be 2
        $tests.Problems | ForEach-Object { "$($_.Field) | $($_.Id) | $($_.Message) | $($_.Value ?? 'none')" } | Should -BeExactly @(
            "Email | CustomerInvalid | Email 'p***' is not an e-mail address | p***"
            "BirthDate | CustomerInvalid | BirthDate '***' is not a date in the format YYYY-MM-DD (column 'Date of Birth') | ***"
            'LastName | CustomerInvalid | LastName is missing: OnePay requires it | none'
            "DocumentNumber | CustomerInvalid | DocumentNumber '***-0' is not a valid NIT: the check digit after the hyphen does not match the number | ***-0"
            "Phone | CustomerInvalid | Phone has no calling code. Write it with the calling code, such as +573001234567, or also provide CountryCode (column 'Phone Number') | ***21")
        $bad = $tests | Where-Object IsValid -EQ $false
        $bad.Body | Should -Be $null, $null, $null, $null
        $bad.IdempotencyKey | Should -Be $null, $null, $null, $null
    }

    It 'shows exactly the bodies and keys that New-PaymentCustomer then sends to <_>' -TestCases 'OnePay', 'Dots' {
        $target = $_ -eq 'Dots' ? $dots : $onePay
        $ignore = @{ IgnoreUnsupportedField = $true; WarningAction = 'Ignore' }
        $valid = $rows | Test-PaymentCustomer @target @ignore | Where-Object IsValid
        Get-Arrived $emulator | Should -HaveCount 0
        $rows | New-PaymentCustomer @target @ignore -ErrorAction Ignore | Out-Null
        $arrived = Get-Arrived $emulator
        $arrived.Count | Should -BeGreaterThan 7
        $valid.Body | Should -BeExactly $arrived.body
        $keys = $_ -eq 'Dots' ? ($arrived.body | ConvertFrom-Json).metadata.payment_customers_key : $arrived.headers.'x-idempotency'
        $valid.IdempotencyKey | Should -BeExactly $keys
    }

    It 'removes extensions with one warning for all rows, and checks only the length on request' {
        $people = '+57 601 234 5678 ext 12', '+576012345678', '+57 601 234 5679 (123)', '+57 999 123 4567' |
            ForEach-Object { [pscustomobject]@{ FirstName = 'Ana'; LastName = 'Ruiz'; Phone = $_ } }
        $tests = $people | Test-PaymentCustomer @dots -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeExactly 'Phone had an extension, which was removed: the provider does not accept extensions (2 rows: 1, 3).'
        ($tests.Body | ConvertFrom-Json).phone_number | Should -Be 6012345678, 6012345678, 6012345679
        $tests[3].Problems.Message | Should -BeExactly "Phone '+57 999 123 4567' is not a valid number for the calling code 57. If its number range is new, use -PhoneCheck Possible (--phone-check possible) to accept it"
        ($people[3] | Test-PaymentCustomer @dots -PhoneCheck Possible).IsValid | Should -BeTrue
    }

    It 'has the same parameters as the empty cmdlet that the benchmark compares it with' {
        $nothing = Import-Module (Join-Path $root out EmptyModule EmptyModule.psd1) -PassThru
        try { (Get-Command Test-Nothing).Parameters.Keys | Sort-Object | Should -Be ((Get-Command Test-PaymentCustomer).Parameters.Keys | Sort-Object) }
        finally { Remove-Module $nothing }
    }

    It 'accepts the same splat as New-PaymentCustomer, with parameter values for all rows' {
        $splat = $onePay + @{ EnableNotifications = $false; CountryCode = 'CO'; IdempotencyKey = 'my-key-1' }
        $test = $rows[10] | Test-PaymentCustomer @splat
        $test.IdempotencyKey | Should -BeExactly my-key-1
        $rows[10] | New-PaymentCustomer @splat | Out-Null
        $arrived = Get-Arrived $emulator
        $arrived | Should -HaveCount 1
        $test.Body | Should -BeExactly $arrived[0].body
        $test.Body | Should -BeLike '*"phone":"+573007654321"*"enable_notifications":false*'
    }

    It 'returns the original input object, so that rejects can be corrected and piped again' {
        $tests = $rows | Test-PaymentCustomer @onePay
        foreach ($i in 0..11) { [object]::ReferenceEquals($tests[$i].InputObject, $rows[$i]) | Should -BeTrue }
        $hashtable = @{ FirstName = 'Ana' }
        [object]::ReferenceEquals(($hashtable | Test-PaymentCustomer @onePay).InputObject, $hashtable) | Should -BeTrue

        ($tests | Where-Object IsValid -EQ $false).InputObject | Export-Csv TestDrive:/rejects.csv
        $mended = Import-Csv TestDrive:/rejects.csv
        $mended[0].'E-mail' = 'pedro.ramirez@example.com'
        $mended[1].'Last Name' = 'Ruiz'
        $mended[1].'Date of Birth' = '1999-12-01'
        $mended[2].'Document Number' = '901234567'
        $mended | Test-PaymentCustomer @onePay -Quiet | Should -BeFalse
        $mended[3].'Country Code' = '57'
        $mended | Test-PaymentCustomer @onePay -Quiet | Should -BeTrue
        $mended | New-PaymentCustomer @onePay | Should -HaveCount 4
    }

    It 'returns with -Quiet one Boolean that says whether all rows are valid' {
        $all = @($rows | Test-PaymentCustomer @onePay -Quiet)
        $all | Should -HaveCount 1
        $all[0] | Should -BeOfType bool
        $all[0] | Should -BeFalse
        $rows[0..3] | Test-PaymentCustomer @onePay -Quiet | Should -BeExactly $true
        $none = @() | Test-PaymentCustomer @onePay -Quiet -WarningVariable warnings -WarningAction SilentlyContinue
        $none | Should -BeExactly $true
        $warnings.Message | Should -Be 'No rows were received.'
    }

    It 'needs no credential with -Provider, and shows no key if it does not know the account' {
        $test = New-Row 1 | Test-PaymentCustomer -Provider OnePay
        $test.IsValid | Should -BeTrue
        $null -eq $test.IdempotencyKey | Should -BeTrue
        $test.Body | Should -BeLike '{"first_name":"Ana 1",*'
        $test = Test-PaymentCustomer -Provider Dots -BusinessName A
        $test.Body | Should -BeExactly '{"business_name":"A"}'
        $null -eq $test.IdempotencyKey | Should -BeTrue
        (Test-PaymentCustomer -Provider OnePay -IdempotencyKey mine -InputObject (New-Row 1)).IdempotencyKey | Should -BeExactly mine
    }

    It 'uses the last connection, a named one, or that of -Provider' {
        Connect-PaymentProvider @onePay -Name sales -SkipCheck | Out-Null
        Connect-PaymentProvider @dots -SkipCheck | Out-Null
        $test = Test-PaymentCustomer -BusinessName A
        $test.Provider | Should -Be Dots
        $test.IdempotencyKey | Should -Not -BeNullOrEmpty
        $own = New-Row 1 | Test-PaymentCustomer -Connection sales
        $own.Provider | Should -Be OnePay
        $own.IdempotencyKey | Should -BeExactly (New-Row 1 | Test-PaymentCustomer -Provider OnePay).IdempotencyKey
        { Test-PaymentCustomer -Connection sales -Provider OnePay } | Should -Throw -ErrorId 'ConnectionInvalid,*'
        { Test-PaymentCustomer -Connection nobody } | Should -Throw -ErrorId 'NotConnected,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'says what to do if the provider is unknown, or the connection was disconnected' {
        { $rows | Test-PaymentCustomer } | Should -Throw -ErrorId 'NotConnected,*'
        try { $rows | Test-PaymentCustomer } catch { $_.ErrorDetails.RecommendedAction | Should -BeLike '*-Provider*Connect-PaymentProvider*' }
        $connection = Connect-PaymentProvider @onePay -SkipCheck
        Disconnect-PaymentProvider -Connection $connection
        { $rows | Test-PaymentCustomer -Connection $connection } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'returns each result before it reads the next row, and can be stopped on endless input' {
        $made = 0
        1..3 | ForEach-Object { $made++; New-Row $_ } | Test-PaymentCustomer @onePay | ForEach-Object { $made } | Should -Be 1, 2, 3
        $first = & { for ($i = 1; ; $i++) { New-Row $i } } | Test-PaymentCustomer @onePay | Select-Object -First 1
        $first.Row | Should -Be 1
    }

    It 'ignores a column that the provider does not have with one warning, and refuses a parameter once' {
        $cities = 1..3 | ForEach-Object { New-Row $_ | Add-Member Ciudad Barranquilla -PassThru }
        $tests = $cities | Test-PaymentCustomer @onePay -WarningVariable warnings -WarningAction SilentlyContinue
        $tests.IsValid | Should -Be $true, $true, $true
        $tests.Body | Should -Not -Match 'Barranquilla'
        $warnings.Message | Should -Be "These columns are ignored, because OnePay does not have their fields: 'Ciudad' (City)."

        { 1..3 | ForEach-Object { New-Row $_ } | Test-PaymentCustomer @onePay -City Cali } | Should -Throw 'OnePay does not support these fields: City. Nothing was sent.' -ErrorId 'FieldUnsupported,*'
        { $cities | Test-PaymentCustomer @onePay -City { $_.Ciudad } } | Should -Throw 'OnePay does not support these fields: City. Nothing was sent.' -ErrorId 'FieldUnsupported,*'
        $tests = 1..3 | ForEach-Object { New-Row $_ } | Test-PaymentCustomer @onePay -City Cali -IgnoreUnsupportedField -WarningVariable warnings -WarningAction SilentlyContinue
        $tests.IsValid | Should -Be $true, $true, $true
        $warnings.Message | Should -Be 'OnePay does not have these fields, so they were ignored: City.'
        $test = Test-PaymentCustomer @onePay -City Cali
        "$($test.Problems[0].Field) $($test.Problems[0].Id) $($test.Problems[0].Value)" | Should -Be 'City FieldUnsupported Cali'
    }

    It 'accepts fields as parameters, and evaluates a script block for each row' {
        $named = @{
            FirstName = { $_.Nombres }; LastName = { $_.Apellidos }; Email = { $_.Correo }; Phone = { $_.Celular }
            DocumentType = 'CC'; DocumentNumber = { $_.Cedula }
        }
        $people = 123456, 654321 | ForEach-Object { [pscustomobject]@{ Nombres = 'Ana'; Apellidos = 'Gil'; Correo = "ana$_@example.com"; Celular = '+573001112233'; Cedula = $_ } }
        $tests = $people | Test-PaymentCustomer @onePay @named
        ($tests.Body | ConvertFrom-Json).document_number | Should -Be '123456', '654321'
        $people | New-PaymentCustomer @onePay @named | Out-Null
        $tests.Body | Should -BeExactly (Get-Arrived $emulator).body
        $single = Test-PaymentCustomer @onePay -FirstName Ana -Email ana -BirthDate ([datetime]'1990-01-31')
        $single.Row | Should -Be 1
        $single.Problems.Field | Should -Be Email, LastName, Phone, CustomerType, DocumentType, DocumentNumber
    }

    It 'reads rows of a database without a warning about properties that every such row has' {
        $table = [System.Data.DataTable]::new()
        'first_name', 'last_name', 'RowState' | ForEach-Object { $null = $table.Columns.Add($_) }
        $null = $table.Rows.Add('Ana', 'Ruiz', 'x')
        $rows = @($table.Rows) + @($table.DefaultView)
        $tests = $rows | Test-PaymentCustomer @dots -WarningVariable warnings -WarningAction SilentlyContinue
        $tests.IsValid | Should -Be $true, $true
        "$warnings" | Should -Be "These columns are not used, because they are not customer fields: 'RowState'."
        # A property that the user added is read.
        $added = $rows[0] | Add-Member -NotePropertyName email -NotePropertyValue nobody -PassThru
        ($added | Test-PaymentCustomer @dots -WarningAction SilentlyContinue).Problems.Message | Should -Be "Email 'nobody' is not an e-mail address"
    }

    It 'refuses a date of birth that depends on the time zone, also if ConvertFrom-Json has made a date of it' {
        $json = '{{"FirstName":"Ana","LastName":"Ruiz","Email":"ana@example.com","Phone":"+573001234567","DocumentType":"CC","DocumentNumber":"1060500333","BirthDate":"{0}"}}'
        foreach ($moment in '1990-01-31T05:00:00Z', '1990-01-31T19:07:00-05:00') {
            ($json -f $moment | ConvertFrom-Json | Test-PaymentCustomer @onePay).Problems.Message | Should -BeLike '*so the day depends on where it is read*'
        }
        ($json -f '1990-01-31T00:00:00Z' | ConvertFrom-Json | Test-PaymentCustomer @onePay).Body | Should -BeLike '*"birthdate":"1990-01-31"*'
    }

    It 'finds the same problems under every culture' {
        $found = foreach ($culture in 'en-US', 'tr-TR', 'ar-SA') {
            $before = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = $culture
                $tests = @($rows | Test-PaymentCustomer @onePay) + @(
                    @{ FirstName = 'I'; LastName = 'i'; Email = 'I@EXAMPLE.COM'; Phone = 573001112233.0; DocumentType = 'nit'; DocumentNumber = 900123456; BirthDate = [datetime]'1990-01-31' } |
                        Test-PaymentCustomer @onePay -CountryCode 57)
                $tests | ForEach-Object { "$($_.Row) $($_.IsValid) $($_.IdempotencyKey) $($_.Body) $($_.Problems) $_" } | Out-String
            }
            finally { [cultureinfo]::CurrentCulture = $before }
        }
        $found | Should -HaveCount 3
        $found | Select-Object -Unique | Should -HaveCount 1
        $found[0] | Should -BeLike '*"birthdate":"1990-01-31"*'
    }

    It 'names the actual delimiter of a header that was read as one column: <Advice>' -TestCases @(
        @{ Delimiter = ';'; Wrong = ','; Advice = "';'" }, @{ Delimiter = "`t"; Wrong = ','; Advice = '"`t"' }
        @{ Delimiter = ','; Wrong = ';'; Advice = "','" }, @{ Delimiter = '|'; Wrong = ';'; Advice = "'|'" }
    ) {
        $rows = @(('first_name', 'last_name', 'city' -join $Delimiter), ('Ana', 'Gil', 'Cali' -join $Delimiter)) | ConvertFrom-Csv -Delimiter $Wrong
        { $rows | Test-PaymentCustomer @onePay } | Should -Throw -ErrorId 'CustomerInvalid,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeExactly "All columns were read as one, because the file has a different delimiter. Read it with Import-Csv -Delimiter $Advice."
    }

    It 'recommends Import-Csv if the input is lines of text or files' {
        Set-Content TestDrive:/rows.csv 'first_name,last_name', 'Ana,Gil'
        foreach ($given in { Get-Content TestDrive:/rows.csv }, { Get-Item TestDrive:/rows.csv }) {
            { & $given | Test-PaymentCustomer @onePay } | Should -Throw -ErrorId 'CustomerInvalid,*'
            $Error[0].ErrorDetails.RecommendedAction | Should -BeExactly 'The input is lines of text or files, not rows. Read the file with Import-Csv.'
        }
    }

    It 'names no delimiter if there are several columns' {
        { 'a;b,c', '1;2,3' | ConvertFrom-Csv | Test-PaymentCustomer @onePay } | Should -Throw -ErrorId 'CustomerInvalid,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike 'Name the columns like the fields that Get-PaymentProvider lists. If the file has lines above the header, skip them: *'
    }

    It 'says how to read a file that begins with sep=<_>' -ForEach ';', ',' {
        "sep=$_", "first_name${_}last_name", "Ana${_}Ruiz" | Set-Content TestDrive:/sep.csv
        { Import-Csv TestDrive:/sep.csv -WarningAction SilentlyContinue | Test-PaymentCustomer @dots } | Should -Throw -ErrorId 'CustomerInvalid,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*sep=;*reads this line as the header. Skip the line and specify the delimiter: Get-Content FILE | Select-Object -Skip 1 | ConvertFrom-Csv*'
        (Get-Content TestDrive:/sep.csv | Select-Object -Skip 1 | ConvertFrom-Csv -Delimiter $_ | Test-PaymentCustomer @dots).IsValid | Should -BeTrue
    }

    It 'reads a Colombian spreadsheet, and says what to do about one that was read in the wrong encoding' {
        $header = 'Tipo de persona;Nombres;Apellidos;Correo electrónico;Celular;Indicativo;Tipo de documento;Número de documento;Notificaciones;Fecha de nacimiento'
        $line = 'Persona natural;José;Nuñez;jose@example.com;300 123 4567;57;Cédula de ciudadanía;80.123.456;no;1990-01-31'
        $header, $line | Set-Content TestDrive:/rows.csv -Encoding utf8NoBOM
        $found = Import-Csv TestDrive:/rows.csv -Delimiter ';' | Test-PaymentCustomer @onePay
        $found.Problems.Message | Should -BeNullOrEmpty
        $found.Body | Should -BeExactly '{"first_name":"José","last_name":"Nuñez","email":"jose@example.com","phone":"+573001234567","user_type":"natural","document_type":"CC","document_number":"80123456","enable_notifications":false,"birthdate":"1990-01-31"}'
        (Import-Csv TestDrive:/rows.csv -Delimiter ';' -Encoding latin1 | Test-PaymentCustomer @onePay).Problems.Message | Should -Contain (
            "FirstName 'JosÃ©' contains Ã or Â instead of another letter: UTF-8 was read as Windows-1252. Read the file as UTF-8 (Import-Csv -Encoding utf8; --encoding utf-8) (column 'Nombres')")
    }

    It 'refuses a file that is not a list of customers, and does not show the first customer of a file without a header' {
        { 'a;b', '1;2' | ConvertFrom-Csv | Test-PaymentCustomer @onePay } | Should -Throw -ErrorId 'CustomerInvalid,*'
        $headless = 'Ana,ana.gomez@example.com,3001234567', 'Eva,eva@example.com,3001234568' | ConvertFrom-Csv
        try { $headless | Test-PaymentCustomer @onePay } catch { $refusal = $_ }
        "$refusal" | Should -Be "None of the columns in the input is a customer field: 'Ana', '***@***', '***67'. Nothing was sent."
        # A value that is given for all rows does not make the input a list of customers.
        { $headless | Test-PaymentCustomer @onePay -DocumentType CC } | Should -Throw -ErrorId 'CustomerInvalid,*'
        $headless | Test-PaymentCustomer @onePay -Email { $_.'ana.gomez@example.com' } -WarningVariable warnings -WarningAction SilentlyContinue |
            Should -HaveCount 1
        "$warnings" | Should -Be "These columns are not used, because they are not customer fields: 'Ana', '***@***', '***67'."
    }

    It 'reads dates with -DateFormat, an address from an object, and the column that a script block names' {
        $row = [pscustomobject]@{
            Nombre = 'Ines'; Apellido = 'Olarte'; Correo = 'ines@example.com'; 'Teléfono' = '6021112233'; Celular = '3001112233'; Indicativo = 57
            'Tipo documento' = 'CC'; 'Cédula' = '1060500333'; 'Fecha de nacimiento' = '31/01/1990'
        }
        $test = $row | Test-PaymentCustomer @onePay -DateFormat dd/MM/yyyy -Phone { $_.Celular }
        $test.Problems.Message | Should -BeNullOrEmpty
        ($test.Body | ConvertFrom-Json).birthdate | Should -BeExactly '1990-01-31'
        ($test.Body | ConvertFrom-Json).phone | Should -BeExactly '+573001112233'
        ($row | Test-PaymentCustomer @onePay -DateFormat dd/MM/yyyy).Problems.Message | Should -Be "The columns 'Teléfono' and 'Celular' both contain Phone, with different values. Keep only one of them"
        { $row | Test-PaymentCustomer @onePay -DateFormat dd/mm } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'

        $nested = @{ first_name = 'Ines'; last_name = 'Olarte'; address = @{ country = 'US'; city = 'Austin'; state = 'TX'; postcode = '78701'; line_1 = '12 Elm St' } }
        (([pscustomobject]$nested | Test-PaymentCustomer @dots).Body | ConvertFrom-Json).address.city | Should -Be Austin
        # Lists in the form in which directories and shops export them.
        $graph = [pscustomobject]@{ givenName = 'Ines'; surname = 'Olarte'; mobilePhone = '+573001112233'; businessPhones = '+576012345678', '+576012345679'; licenses = 'a', 'b' }
        $test = $graph | Test-PaymentCustomer @dots -WarningVariable told -WarningAction SilentlyContinue
        ($test.Body | ConvertFrom-Json).phone_number | Should -Be 3001112233
        "$told" | Should -BeLike "*'licenses'*The column 'businessPhones' was ignored in rows where 'mobilePhone' has a different Phone*"
        $graph.mobilePhone = $null
        ($graph | Test-PaymentCustomer @dots -WarningAction SilentlyContinue).Problems.Message | Should -BeLike "The column 'businessPhones' cannot be read: 2 values were specified, but the field accepts only one"
        $shop = [pscustomobject]@{ first_name = 'Ines'; last_name = 'Olarte'; contacts = @(@{ email = 'a@example.com' }, @{ email = 'b@example.com' }); phones = 1, 2 }
        ($shop | Test-PaymentCustomer @dots -WarningAction SilentlyContinue).Problems.Message | Should -Be @(
            "The column 'contacts' contains nested data that cannot be read ('contacts[0].email'). Put the value in a column of its own"
            "The column 'phones' cannot be read: 2 values were specified, but the field accepts only one")

        $nested.address.Remove('city')
        ($nested | Test-PaymentCustomer @dots).IsValid | Should -BeFalse
        $left = $nested | Test-PaymentCustomer @dots -IncompleteAddress Leave -WarningVariable warnings -WarningAction SilentlyContinue
        ($left.Body | ConvertFrom-Json).PSObject.Properties.Name | Should -Not -Contain address
        $warnings | Should -HaveCount 1
    }
}
