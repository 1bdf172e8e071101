BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $rendering = $PSStyle.OutputRendering
    $columns = 80
    # The text as it is shown on a screen. Ids, keys and times are replaced, because they differ in every run.
    function Show($Things, [string] $As, [string] $Rendering = 'PlainText') {
        $PSStyle.OutputRendering = $Rendering
        $text = $As -eq 'Table' ? ($Things | Format-Table | Out-String -Width $columns) : ($Things | Format-List | Out-String -Width $columns)
        $text -replace "`r" -replace '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '00000000-0000-0000-0000-000000000000' -replace 'pc1-[\w-]+', 'pc1-key' -replace '((?:Created|Updated) +: (?:\e\[0m)?).*\d:\d\d.*', '${1}time'
    }
    function Trim([string] $Text) { ($Text.Trim("`n") -split "`n" | ForEach-Object TrimEnd) -join "`n" }

    Set-Fault $emulator @{ operation = 'create'; contains = 'ana3@'; kind = 'status'; code = 422; body = '{"message":"no"}' }
    $made = @{}
    $made.PaymentCustomerResult = (New-Row 1), (New-Row 2), (New-Row 1), (New-Row 3) |
        New-PaymentCustomer @onePay -JournalPath (Join-Path $TestDrive run.journal) -InformationVariable information -ErrorAction SilentlyContinue
    $made.PaymentRunSummary = $information.MessageData
    $made.PaymentCustomer = Import-Csv $samples/dots-customers.csv | New-PaymentCustomer @dots | Out-Null
    $made.PaymentCustomer = @(Get-PaymentCustomer @dots) + @(Get-PaymentCustomer @onePay)
    $made.PaymentJournalEntry = Get-PaymentCustomerJournal (Join-Path $TestDrive run.journal)
    $made.PaymentJournalSummary = Get-PaymentCustomerJournal (Join-Path $TestDrive run.journal) -Summary
    $made.PaymentJournalWorker = 'Alive', 'Silent', 'Ended' | ForEach-Object { [PaymentCustomers.PaymentJournalWorker]::new([guid]::NewGuid(), $_, '2026-03-01T08:00:00Z', '2026-03-01T09:30:00Z', 12000000, 64) }
    $made.PaymentConnection = @(
        Connect-PaymentProvider OnePay -ApiKey $onePay.ApiKey -SkipCheck
        Connect-PaymentProvider Dots -Credential $dots.Credential -Environment Production -Name 'A long name of a connection' -Account Main -AppId app-7 -Proxy http://proxy.example.com:8080 -SkipCheck)
    $made.PaymentProviderInfo = Get-PaymentProvider
    Copy-Item $samples/exported-contacts.csv $TestDrive/contacts.csv
    $made.PaymentImportCheck = Import-PaymentCustomer $TestDrive/contacts.csv @onePay -WhatIf
    $made.PaymentImportSummary = Import-PaymentCustomer $TestDrive/contacts.csv @onePay -EnableNotifications false -ErrorAction SilentlyContinue
    $made.PaymentFieldInfo = (Get-PaymentProvider).Fields
    $made.PaymentCustomerTest = Import-Csv $samples/exported-contacts.csv | Test-PaymentCustomer @onePay -MaskPersonalData
    $made.PaymentCustomerTestSummary = Import-Csv $samples/exported-contacts.csv | Test-PaymentCustomer @onePay -Summary
}
AfterAll {
    Get-PaymentConnection | Disconnect-PaymentProvider
    $PSStyle.OutputRendering = $rendering
    Stop-Emulator $emulator
}

Describe 'Views' {
    It 'exist as table and as list for every output type of the cmdlets' {
        [xml] $format = Get-Content (Join-Path $root out PaymentCustomers PaymentCustomers.Format.ps1xml)
        $given = (Get-Command -Module PaymentCustomers).OutputType.Name | Where-Object { $_ -like 'PaymentCustomers.*' } | Sort-Object -Unique
        $given.Count | Should -BeGreaterThan 5
        foreach ($type in @($given) + 'PaymentCustomers.PaymentRunSummary', 'PaymentCustomers.PaymentFieldInfo') {
            $views = $format.Configuration.ViewDefinitions.View | Where-Object { $_.ViewSelectedBy.TypeName -eq $type }
            @($views | Where-Object TableControl) | Should -HaveCount 1 -Because $type
            @($views | Where-Object ListControl) | Should -HaveCount 1 -Because $type
            # The tests below look at each of them.
            $made[$type.Substring('PaymentCustomers.'.Length)] | Should -Not -BeNullOrEmpty -Because $type
        }
    }

    It 'of <_> fit in 80 columns, with escape sequences only if colours are on' -TestCases @(
        'PaymentCustomerResult', 'PaymentCustomer', 'PaymentConnection', 'PaymentProviderInfo', 'PaymentFieldInfo', 'PaymentCustomerTest', 'PaymentCustomerTestSummary', 'PaymentJournalEntry', 'PaymentJournalSummary', 'PaymentRunSummary',
        'PaymentImportCheck', 'PaymentImportSummary', 'PaymentJournalWorker'
    ) {
        foreach ($as in 'Table', 'List') {
            $plain = Show $made[$_] $as
            $plain | Should -Not -Match "`e"
            $plain.Trim() | Should -Not -BeNullOrEmpty
            $plain -split "`n" | Where-Object { $_.TrimEnd().Length -gt 80 } | Should -BeNullOrEmpty
            $ansi = Show $made[$_] $as Ansi
            $ansi | Should -Match "`e\["
            $ansi -replace "`e\[[0-9;]*m" -split "`n" | ForEach-Object TrimEnd | Should -BeExactly ($plain -split "`n" | ForEach-Object TrimEnd)
        }
    }

    It 'show outcomes in colours' {
        $green, $yellow, $red = $PSStyle.Foreground.Green, $PSStyle.Foreground.Yellow, $PSStyle.Foreground.Red | ForEach-Object { [regex]::Escape($_) }
        $reset = [regex]::Escape($PSStyle.Reset)
        Show $made.PaymentCustomerResult Table Ansi | Should -Match "(?s)${green}Created$reset.*${yellow}Duplicate"
        Show $made.PaymentCustomerTest Table Ansi | Should -Match "(?s)${green}True$reset.*${red}False$reset"
        Show $made.PaymentConnection Table Ansi | Should -Match "${yellow}Production$reset"
        Show $made.PaymentJournalEntry Table Ansi | Should -Match "(?s)${green}Created$reset.*${yellow}Failed"
    }

    It 'have property names as column headers' {
        [xml] $format = Get-Content (Join-Path $root out PaymentCustomers PaymentCustomers.Format.ps1xml)
        foreach ($view in $format.Configuration.ViewDefinitions.View | Where-Object TableControl) {
            $thing = @($made[$view.Name])[0]
            $headers = $view.TableControl.TableHeaders.TableColumnHeader.Label
            $headers.Count | Should -BeGreaterThan 2
            $headers | Where-Object { $_ -notin $thing.PSObject.Properties.Name } | Should -BeNullOrEmpty -Because $view.Name
        }
    }

    It 'show results' {
        Trim (Show $made.PaymentCustomerResult Table) | Should -BeExactly (Trim @'
    Row Outcome   Name                     Id
    --- -------   ----                     --
      1 Created   Ana 1 Gómez              00000000-0000-0000-0000-000000000000
      2 Created   Ana 2 Gómez              00000000-0000-0000-0000-000000000000
      3 Duplicate Ana 1 Gómez              00000000-0000-0000-0000-000000000000
'@)
        Trim (Show $made.PaymentCustomerResult[2] List) | Should -BeExactly (Trim @'
Row                 : 3
Outcome             : Duplicate
Provider            : OnePay
Id                  : 00000000-0000-0000-0000-000000000000
FirstName           : Ana 1
LastName            : Gómez
Email               : ana1@example.com
Phone               : +573001234567
CustomerType        : natural
DocumentType        : CC
DocumentNumber      : 101
EnableNotifications : False
IdempotencyKey      : pc1-key
'@)
    }

    It 'show customers' {
        $two = $made.PaymentCustomer | Where-Object Name -In 'Blue River Supply Co.', 'Ana 1 Gómez'
        Trim (Show $two Table) | Should -BeExactly (Trim @'
Id                                   Name                 Email
--                                   ----                 -----
00000000-0000-0000-0000-000000000000 Blue River Supply C…
00000000-0000-0000-0000-000000000000 Ana 1 Gómez          ana1@example.com
'@)
        Trim (Show $two[0] List) | Should -BeExactly (Trim @'
Provider       : Dots
Id             : 00000000-0000-0000-0000-000000000000
BusinessName   : Blue River Supply Co.
Created        : time
Updated        : time
IdempotencyKey : pc1-key
'@)
    }

    It 'show connections' {
        Trim (Show $made.PaymentConnection Table) | Should -BeExactly (Trim @'
Name             Provider Environment BaseUri
----             -------- ----------- -------
OnePay           OnePay   Sandbox     https://api.onepay.la/v1
A long name of … Dots     Production  https://api.dots.dev/api
'@)
        Trim (Show $made.PaymentConnection[1] List) | Should -BeExactly (Trim @'
Name        : A long name of a connection
Provider    : Dots
Environment : Production
BaseUri     : https://api.dots.dev/api
Account     : Main
AppId       : app-7
Proxy       : http://proxy.example.com:8080/
IsConnected : True
'@)
    }

    It 'show providers and their fields' {
        Trim (Show $made.PaymentProviderInfo Table) | Should -BeExactly (Trim @'
Name     CanRemove HonoursIdempotencyKey Fields
----     --------- --------------------- ------
Dots     False     False                 FirstName, MiddleName, LastName,
                                         BusinessName, Email, Phone,
                                         CountryCode, UserId, Country, City,
                                         State, Postcode, AddressLine1,
                                         AddressLine2, Metadata, IdempotencyKey
OnePay   True      True                  FirstName, MiddleName, LastName,
                                         BusinessName, Email, Phone,
                                         CountryCode, CustomerType,
                                         DocumentType, DocumentNumber,
                                         EnableNotifications, Nationality,
                                         BirthDate, RelatedTo, IdempotencyKey
Stripe   True      True                  FirstName, MiddleName, LastName,
                                         BusinessName, Email, Phone,
                                         CountryCode, AddressLine1,
                                         AddressLine2, City, State, Postcode,
                                         Country, Metadata, IdempotencyKey
'@)
        Trim (Show $made.PaymentProviderInfo[1] List) | Should -BeExactly (Trim @'
Name                  : OnePay
Credential            : -ApiKey with a key that begins with sk_test_ or sk_live_
                        , or ONEPAY_API_KEY
CanChange             : False
CanRemove             : True
HonoursIdempotencyKey : True
ServerFilters         : DocumentNumber
Fields                : FirstName, MiddleName, LastName, BusinessName, Email, Ph
                        one, CountryCode, CustomerType, DocumentType, DocumentNu
                        mber, EnableNotifications, Nationality, BirthDate, Relat
                        edTo, IdempotencyKey
ProductionUri         : https://api.onepay.la/v1
SandboxUri            : https://api.onepay.la/v1
'@)
        Trim (Show $made.PaymentFieldInfo[0, 4] Table) | Should -BeExactly (Trim @'
Name                WireName             IsRequired Columns
----                --------             ---------- -------
FirstName           first_name           False      first_name, GivenName,
                                                    Nombre, Nombres, Primer
                                                    nombre
Email               email                False      email_address,
                                                    EmailAddress, Mail, Correo,
                                                    Correo electrónico
'@)
        Trim (Show $made.PaymentFieldInfo[4] List) | Should -BeExactly (Trim @'
Name       : Email
WireName   : email
IsRequired : False
IsPersonal : True
Aliases    : email_address, EmailAddress, Mail
Columns    : Correo, Correo electrónico
'@)
    }

    It 'show the problems of rows' {
        Trim (Show $made.PaymentCustomerTest[4..7] Table) | Should -BeExactly (Trim @'
    Row IsValid Problems
    --- ------- --------
      5 False   Email 'p***' is not an e-mail address
      6 False   BirthDate '***' is not a date in the format YYYY-MM-DD (column
                'Date of Birth')
                LastName is missing: OnePay requires it
      7 True
      8 False   DocumentNumber '***-0' is not a valid NIT: the check digit
                after the hyphen does not match the number
'@)
        Trim (Show $made.PaymentCustomerTest[5] List) | Should -BeExactly (Trim @'
Row      : 6
IsValid  : False
Provider : OnePay
Problems : BirthDate '***' is not a date in the format YYYY-MM-DD (column 'Date
           of Birth')
           LastName is missing: OnePay requires it
'@)
        Trim (Show $made.PaymentCustomerTest[2] List) | Should -BeExactly (Trim @'
Row            : 3
IsValid        : True
Provider       : OnePay
IdempotencyKey : pc1-key
Body           : {"first_name":"Lucía","last_name":"Ibáñez","email":"lucia.ibane
                 z@example.com","phone":"+573204445566","user_type":"natural","d
                 ocument_type":"CE","document_number":"E458712","enable_notifica
                 tions":true}
'@)
    }

    It 'show journals and summaries' {
        Trim (Show $made.PaymentJournalEntry Table) | Should -BeExactly (Trim @'
    Row State     Error              Status Id
    --- -----     -----              ------ --
      1 Created                             00000000-0000-0000-0000-000000000000
      2 Created                             00000000-0000-0000-0000-000000000000
      4 Failed    ProviderRejected   422
'@)
        Trim (Show $made.PaymentJournalEntry[2] List) | Should -BeExactly (Trim @'
Row            : 4
State          : Failed
IdempotencyKey : pc1-key
Error          : ProviderRejected
Status         : 422
'@)
        (Trim (Show $made.PaymentJournalSummary Table)) -replace '\d{4}-\d\d-\d\d \d\d:\d\d', 'time' | Should -BeExactly (Trim @'
 Runs  Created Existing  Failed Unknown Refused Last             Input
 ----  ------- --------  ------ ------- ------- ----             -----
    1        2        0       1       0       0 time
'@)
        (Trim (Show $made.PaymentRunSummary Table)) -replace ' +\S+$', '    0.5' | Should -BeExactly (Trim @'
    Rows  Created Existing Duplicate  Failed Unknown NotSent  Seconds
    ----  ------- -------- ---------  ------ ------- -------  -------
       4        2        0         1       1       0       0    0.5
'@) -Because 'of the time, which is another each time'
        (Trim (Show $made.PaymentRunSummary List)) -replace '(?m)^((?:Seconds|RowsPerSecond) +: ).*$', '${1}0' | Should -BeExactly (Trim @'
Provider      : OnePay
Environment   : Sandbox
Rows          : 4
Created       : 2
Existing      : 0
Duplicate     : 1
Failed        : 1
Unknown       : 0
NotSent       : 0
Seconds       : 0
RowsPerSecond : 0
'@)
    }
}
