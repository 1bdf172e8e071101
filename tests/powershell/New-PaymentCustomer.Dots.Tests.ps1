BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
}
AfterAll { Stop-Emulator $emulator }

Describe 'New-PaymentCustomer at Dots' {
    BeforeEach { Reset-Emulator $emulator }
    It 'sends one request with wire names and the Basic header for each row of a CSV' {
        $rows = Import-Csv $samples/dots-customers.csv
        $created = $rows | New-PaymentCustomer @dots
        $arrived = Get-Arrived $emulator
        $arrived.Count | Should -Be $rows.Count
        $arrived.path | Select-Object -Unique | Should -Be '/api/v2/payment-customers'
        $basic = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("emulator:$dotsKey"))
        foreach ($request in $arrived) {
            $request.method | Should -BeExactly 'POST'
            $request.headers.Authorization | Should -BeExactly (Hide-Authorization $emulator $basic)
            $request.headers.'Content-Type' | Should -BeExactly 'application/json'
            $request.headers.PSObject.Properties.Name | Should -Not -Contain 'x-idempotency'
        }
        $created.Outcome | Select-Object -Unique | Should -Be 'Created'
        $created.Id | Should -Be (Get-Stored $emulator Dots).id
    }

    It 'sends the documented request for the documented JSON' {
        # The documented object (contracts/dots.md, The object) with values in its blank members, and without the members that the
        # server assigns.
        $documented = '{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","email":"jsmith@example.com","country_code":"1","phone_number":"3105551234",' +
            '"first_name":"Jane","middle_name":"Q","last_name":"Smith","address":{"country":"US","city":"Austin","state":"TX","postcode":"78701","line_1":"12 Elm St","line_2":"Apt 3"},' +
            '"metadata":{"plan":"gold"}}'
        $created = $documented | ConvertFrom-Json | New-PaymentCustomer @dots
        $request = Get-Arrived $emulator create
        "$($request.method) $($request.path)" | Should -BeExactly 'POST /api/v2/payment-customers'
        $sent = $request.body | ConvertFrom-Json -AsHashtable
        # The metadata also has the idempotency key, because Dots has no header for it.
        $sent.metadata.payment_customers_key | Should -BeExactly $created.IdempotencyKey
        $sent.metadata.Remove('payment_customers_key')
        Format-Sorted $sent | Should -BeExactly (Format-Sorted ($documented | ConvertFrom-Json -AsHashtable))
        # Only Authorization is documented. The other headers belong to HTTP: they name the media type, the accepted answers and the
        # client.
        $request.headers.PSObject.Properties.Name | Sort-Object | Should -Be Accept, Accept-Encoding, Authorization, Content-Length, Content-Type, Host, User-Agent
    }

    It 'sends a person with the phone in two parts, a nested address and the key in the metadata' {
        $created = Import-Csv $samples/dots-customers.csv | Select-Object -First 1 | New-PaymentCustomer @dots
        (Get-Arrived $emulator)[0].body | Should -BeExactly ('{"first_name":"Grace","last_name":"Hopper","email":"grace@example.com",' +
            '"phone_number":"2025550143","country_code":"1",' +
            '"address":{"country":"US","city":"Arlington","state":"VA","postcode":"22201","line_1":"1400 Wilson Blvd","line_2":"Apt 12"},' +
            '"metadata":{"payment_customers_key":"' + $created.IdempotencyKey + '","plan":"gold"}}')
        # The answer has only some of the fields. The returned object has all of them.
        $created.Phone | Should -BeExactly '+12025550143'
        $created.City | Should -BeExactly 'Arlington'
        $created.Metadata.plan | Should -BeExactly 'gold'
    }

    It 'sends a company with only its name, and without an address if none is given' {
        Import-Csv $samples/dots-customers.csv | Where-Object business_name -Like 'Blue*' | New-PaymentCustomer @dots | Out-Null
        (Get-Arrived $emulator)[0].body | Should -Match '^\{"business_name":"Blue River Supply Co\.","metadata":\{"payment_customers_key":"[!-~]{1,64}"\}\}$'
    }

    It 'splits an E.164 phone by its calling code' {
        '+13105551234', '+573001234567', '+3545551234', '0044 20 7946 0958' |
            ForEach-Object { [pscustomobject]@{ BusinessName = "B $_"; Phone = $_ } } | New-PaymentCustomer @dots | Out-Null
        $bodies = (Get-Arrived $emulator).body | ConvertFrom-Json
        $bodies.country_code | Should -Be '1', '57', '354', '44'
        $bodies.phone_number | Should -Be '3105551234', '3001234567', '5551234', '2079460958'
    }

    It 'reads letters in the column Country Code as the country, and digits as the calling code' {
        [pscustomobject]@{ 'Business Name' = 'A'; 'Country Code' = 'co'; Phone = '3001234567'; City = 'Bogotá'; State = 'DC'; 'Zip Code' = '110111'; 'Address Line 1' = 'Calle 1' },
        [pscustomobject]@{ 'Business Name' = 'B'; 'Country Code' = '57'; Phone = '3001234567' } | New-PaymentCustomer @dots | Out-Null
        $bodies = (Get-Arrived $emulator).body | ConvertFrom-Json
        $bodies.country_code | Should -Be '57', '57'
        $bodies[0].address.country | Should -BeExactly 'CO'
        $bodies[1].PSObject.Properties.Name | Should -Not -Contain 'address'
    }

    It 'accepts metadata as hashtable, object, JSON and columns, and always sends it in the same order' {
        $hashtable = @{ zeta = 1; alpha = @{ y = $true; x = $null }; list = 1, 'two' }
        $object = [pscustomobject]@{ list = 1, 'two'; zeta = 1; alpha = [pscustomobject]@{ x = $null; y = $true } }
        $json = '{"zeta":1,"list":[1,"two"],"alpha":{"x":null,"y":true}}'
        $hashtable, $object, $json | ForEach-Object { New-PaymentCustomer @dots -BusinessName One -Metadata $_ -IdempotencyKey k } | Out-Null
        (Get-Arrived $emulator).body | Select-Object -Unique |
            Should -BeExactly '{"business_name":"One","metadata":{"payment_customers_key":"k","alpha":{"x":null,"y":true},"list":[1,"two"],"zeta":1}}'
    }

    It 'never sends id, created or updated' {
        Add-Stored $emulator Dots 3
        Get-PaymentCustomer @dots | New-PaymentCustomer @dots | Out-Null
        $created = Get-Arrived $emulator create
        $created | Should -HaveCount 3
        foreach ($request in $created) {
            ($request.body | ConvertFrom-Json).PSObject.Properties.Name | Should -Not -Contain 'id'
            $request.body | Should -Not -Match '"(created|updated)"'
        }
    }

    It 'sends the app id of an organization' {
        New-PaymentCustomer @dots -AppId app-7 -BusinessName A | Out-Null
        (Get-Arrived $emulator)[0].headers.'Api-App-Id' | Should -BeExactly 'app-7'
    }
}
