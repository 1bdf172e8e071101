BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
}
AfterAll { Stop-Emulator $emulator }

Describe 'New-PaymentCustomer at OnePay' {
    BeforeEach { Reset-Emulator $emulator }
    It 'sends one request with wire names and exactly the documented headers and fields for each row of a CSV' {
        $rows = Import-Csv $samples/onepay-customers.csv
        $created = $rows | New-PaymentCustomer @onePay

        $arrived = Get-Arrived $emulator
        $arrived.Count | Should -Be $rows.Count
        $arrived.path | Select-Object -Unique | Should -Be '/v1/customers'
        $arrived.method | Select-Object -Unique | Should -Be 'POST'
        foreach ($request in $arrived) {
            $request.headers.Authorization | Should -BeExactly (Hide-Authorization $emulator "Bearer $onePayKey")
            $request.headers.Accept | Should -BeExactly 'application/json'
            $request.headers.'Content-Type' | Should -BeExactly 'application/json'
            $request.headers.'x-idempotency' | Should -Match '^[!-~]{1,64}$'
        }
        $arrived.headers.'x-idempotency' | Select-Object -Unique | Should -HaveCount $rows.Count
        $created.Row | Should -Be (1..$rows.Count)
        $created.Outcome | Select-Object -Unique | Should -Be 'Created'
        $created.Id | Should -Be (Get-Stored $emulator OnePay).id
    }

    It 'sends the documented request for the documented JSON' {
        # The documented customer (contracts/onepay.md, Create) without the members that the server assigns.
        $documented = '{"user_type":"natural","first_name":"John","last_name":"Doe","email":"john.doe@example.com","phone":"+573100001020","enable_notifications":true,' +
            '"document_type":"CC","document_number":"1060500333","nationality":"CO","birthdate":"1990-01-01"}'
        $documented | ConvertFrom-Json | New-PaymentCustomer @onePay | Out-Null
        $request = Get-Arrived $emulator create
        "$($request.method) $($request.path)" | Should -BeExactly 'POST /v1/customers'
        $sent = $request.body | ConvertFrom-Json -AsHashtable
        Format-Sorted $sent | Should -BeExactly (Format-Sorted ($documented | ConvertFrom-Json -AsHashtable))
        # Authorization, Content-Type and x-idempotency are documented. Without Accept, some errors would be HTML. The other headers
        # belong to HTTP, and User-Agent names the client.
        $request.headers.PSObject.Properties.Name | Sort-Object | Should -Be Accept, Accept-Encoding, Authorization, Content-Length, Content-Type, Host, User-Agent, x-idempotency
    }

    It 'sends exactly the given fields' {
        Import-Csv $samples/onepay-customers.csv | Select-Object -First 3 | New-PaymentCustomer @onePay | Out-Null
        $bodies = (Get-Arrived $emulator).body
        $bodies[0] | Should -BeExactly ('{"first_name":"María José","last_name":"Ñáñez Córdoba","email":"maria.nanez@example.com","phone":"+573001234567",' +
            '"user_type":"natural","document_type":"CC","document_number":"1060500333","enable_notifications":false,"nationality":"CO","birthdate":"1990-01-31"}')
        # Blank cells are left out. The notification setting is always sent.
        $bodies[2] | Should -BeExactly ('{"first_name":"Lucía","last_name":"Ibáñez","email":"lucia.ibanez@example.com","phone":"+573204445566",' +
            '"user_type":"natural","document_type":"CE","document_number":"E458712","enable_notifications":true,"nationality":"ES"}')
    }

    It 'sends accents as UTF-8' {
        Import-Csv $samples/onepay-customers.csv | Select-Object -First 1 | New-PaymentCustomer @onePay | Out-Null
        $bytes = [Convert]::FromBase64String((Get-Arrived $emulator)[0].bodyBase64)
        [Text.UTF8Encoding]::new($false, $true).GetString($bytes) | Should -BeLike '*Ñáñez Córdoba*'
    }

    It 'accepts rows with the column names of other programs, and joins the parts of telephone numbers' {
        $errors = $null
        Import-Csv $samples/exported-contacts.csv | New-PaymentCustomer @onePay -ErrorVariable errors -ErrorAction SilentlyContinue | Out-Null
        $bodies = (Get-Arrived $emulator).body | ConvertFrom-Json
        $bodies.phone | Should -Be '+573001234567', '+573112223344', '+573204445566', '+576015550100', '+573157778899', '+573018889900', '+34600123456', '+573186667788'
        $bodies[0].document_number | Should -BeExactly '1060500333'
        $bodies.user_type | Should -Be 'natural', 'natural', 'natural', 'company', 'natural', 'natural', 'natural', 'natural'
        $errors.TargetObject.'First Name' | Should -Be 'Pedro', 'Camila', 'Distribuidora Norte', 'Valentina'
    }

    It 'uses a parameter value for all rows' {
        Import-Csv $samples/onepay-customers.csv | New-PaymentCustomer @onePay -EnableNotifications $false | Out-Null
        (Get-Arrived $emulator).body | Should -BeLike '*"enable_notifications":false*'
    }

    It 'evaluates a script block for each row' {
        123456, 654321 | ForEach-Object { [pscustomobject]@{ Nombres = 'Ana'; Apellidos = 'Gil'; Correo = 'ana@example.com'; Celular = '+573001112233'; CC = $_ } } |
            New-PaymentCustomer @onePay -FirstName { $_.Nombres } -LastName { $_.Apellidos } -Email { $_.Correo } -Phone { $_.Celular } -DocumentType CC -DocumentNumber { $_.CC } |
            Out-Null
        ((Get-Arrived $emulator).body | ConvertFrom-Json).document_number | Should -Be '123456', '654321'
    }

    It 'creates a customer from parameters without input' {
        $customer = New-PaymentCustomer @onePay -FirstName Ana -LastName Gil -Email ana@example.com -Phone 3001112233 -CountryCode 57 -DocumentType CC -DocumentNumber 123456 -BirthDate ([datetime]'1990-01-31') -IdempotencyKey my-key-1
        $customer.Outcome | Should -Be 'Created'
        $customer.Row | Should -Be 1
        $customer.IdempotencyKey | Should -BeExactly 'my-key-1'
        $request = (Get-Arrived $emulator)[0]
        $request.headers.'x-idempotency' | Should -BeExactly 'my-key-1'
        ($request.body | ConvertFrom-Json -AsHashtable).birthdate | Should -BeExactly '1990-01-31'
    }

    It 'accepts hashtables as rows' {
        @{ FirstName = 'Ana'; LastName = 'Gil'; Email = 'ana@example.com'; Phone = '+573001112233'; DocumentType = 'CC'; DocumentNumber = 123456; EnableNotifications = $false } |
            New-PaymentCustomer @onePay | Out-Null
        (Get-Arrived $emulator)[0].body | Should -BeLike '*"document_number":"123456","enable_notifications":false}'
    }

    It 'gives the same row the same key in every run, so that a second run creates nothing' {
        $rows = Import-Csv $samples/onepay-customers.csv
        $first = $rows | New-PaymentCustomer @onePay
        $second = $rows | New-PaymentCustomer @onePay
        $second.IdempotencyKey | Should -Be $first.IdempotencyKey
        $second.Id | Should -Be $first.Id
        Get-Stored $emulator OnePay | Should -HaveCount $rows.Count
    }

    It 'sends byte-identical bodies and keys under every culture' {
        $bodies = foreach ($culture in 'en-US', 'es-CO', 'tr-TR', 'ar-SA') {
            Reset-Emulator $emulator
            $before = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = $culture
                Import-Csv $samples/onepay-customers.csv | New-PaymentCustomer @onePay | Out-Null
                @{ FirstName = 'I'; LastName = 'i'; Email = 'i@example.com'; Phone = 573001112233.0; DocumentType = 'nit'; DocumentNumber = 900123456; BirthDate = [datetime]'1990-01-31'; IdempotencyKey = 'k' } |
                    New-PaymentCustomer @onePay -CountryCode 57 | Out-Null
            }
            finally { [cultureinfo]::CurrentCulture = $before }
            (Get-Arrived $emulator | ForEach-Object { $_.bodyBase64, $_.headers.'x-idempotency' }) -join "`n"
        }
        $bodies | Should -HaveCount 4
        $bodies | Select-Object -Unique | Should -HaveCount 1
        $bodies[0] | Should -Match ([regex]::Escape("`nk"))
    }
}
