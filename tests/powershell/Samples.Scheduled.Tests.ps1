BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/Samples.Common.ps1
    $emulator = Start-Emulator
}
AfterAll {
    Restore-Environment
    Stop-Emulator $emulator
}

Describe 'The scheduled script' {
    BeforeAll {
        function Invoke-Import([string] $Provider = 'OnePay') {
            Invoke-Sample (Join-Path $samples scheduled Import-PaymentCustomers.ps1) -Folder $folder -Provider $Provider -BaseUri $emulator.Address
        }
        function Get-Log { Get-Content (Join-Path $folder import.log) -Raw }
        function Get-Rejects { Get-ChildItem (Join-Path $folder rejects) | ForEach-Object { Import-Csv $_.FullName } }
    }
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
        $folder = New-Folder customers
        $inbox = (New-Item (Join-Path $folder inbox) -ItemType Directory).FullName
        $done = Join-Path $folder done
    }

    It 'creates all customers, moves the file, and creates no customer twice if the file comes again' {
        foreach ($time in 1, 2) {
            Set-Content (Join-Path $inbox new.csv) $good
            $run = Invoke-Import
            $run.ExitCode | Should -Be 0 -Because $run.Output
            Get-ChildItem $inbox | Should -BeNullOrEmpty
            (Get-ChildItem $done *.created.csv | ForEach-Object { Import-Csv $_ }).customer_id | Sort-Object | Should -Be ((Get-Stored $emulator OnePay).id | Sort-Object)
            Remove-Item (Join-Path $done *)
        }
        Get-Arrived $emulator create | Should -HaveCount 2
        (Get-Arrived $emulator create).body | Should -BeLike '*"enable_notifications":false*'
        Get-Rejects | Should -BeNullOrEmpty
        Get-Content (Join-Path $folder journal new.csv.journal) -Raw | Should -Not -Match $personal
        Get-Log | Should -Match 'new\.csv: 2 rows: 2 created, 0 existing, 0 duplicate, 0 failed, 0 unknown'
    }

    It 'writes refused rows to a file with the reason, and imports them after they are corrected' {
        Set-Content (Join-Path $inbox new.csv) $rows
        $run = Invoke-Import
        $run.ExitCode | Should -Be 1 -Because $run.Output
        $run.Output | Should -Match "(?m)^new\.csv: CustomerInvalid: Row 4: Email 'n\*\*\*' is not an e-mail address"
        $run.Output | Should -Match '(?m)^new\.csv: 1 rows are in rejects/\d{8}T\d{6}Z-new\.csv'
        $run.Output | Should -Not -Match $personal
        (Get-ChildItem $done).Name | Should -BeLike '*-new.csv*'
        (Get-ChildItem (Join-Path $folder journal)).Name | Should -Be new.csv.journal
        $reject = Get-Rejects
        $reject | Should -HaveCount 1
        $reject.first_name | Should -Be Evangelina
        $reject.notes | Should -Be 'bad e-mail'
        $reject.reject_state | Should -Be refused
        $reject.reject_reason | Should -BeLike 'Row 4: *e-mail*'
        Get-Log | Should -Match 'Z new\.csv: CustomerInvalid: Row 4: Email'
        Get-Log | Should -Not -Match $personal

        $reject.email = 'eva@example.com'
        $reject | Export-Csv (Join-Path $inbox mended.csv)
        (Invoke-Import).ExitCode | Should -Be 0
        Get-Stored $emulator OnePay | Should -HaveCount 3
    }

    It 'leaves a file whose run stopped, and the next run continues it' {
        Set-Content (Join-Path $inbox a.csv) $rows
        Set-Content (Join-Path $inbox b.csv) $good
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'everyNth'; n = 1; kind = 'status'; code = 401 }
        (Invoke-Import).ExitCode | Should -Be 3
        (Get-ChildItem $inbox).Name | Should -Be a.csv, b.csv
        Get-Rejects | Should -BeNullOrEmpty
        Get-Log | Should -Match 'a\.csv: stopped, the next run goes on: The run stopped.*401'
        # An error that stopped the run of one file also stops the script. The next file is not tried.
        Get-Log | Should -Not -Match 'b\.csv'

        Set-Fault $emulator
        (Invoke-Import).ExitCode | Should -Be 1
        Get-ChildItem $inbox | Should -BeNullOrEmpty
        Get-Stored $emulator OnePay | Should -HaveCount 2
    }

    It 'keeps a file while the outcome of a row is unknown, and then finds the outcome' {
        Set-Content (Join-Path $inbox dots.csv) 'business_name', 'Acme', 'Globex'
        # The answer to the first create is lost, and the list cannot be read. The list request with limit=1 is the check of the
        # credential.
        Set-Fault $emulator @{ provider = 'dots'; operation = 'create'; which = 'nth'; n = 1; kind = 'reset'; moment = 'after' }, @{ provider = 'dots'; operation = 'list'; contains = 'limit=100'; kind = 'status'; code = 403 }
        (Invoke-Import Dots).ExitCode | Should -Be 1
        Get-ChildItem $inbox | Should -HaveCount 1
        Get-Rejects | Should -BeNullOrEmpty
        Get-Log | Should -Match 'dots\.csv: OutcomeUnknown: Row 2: '

        Set-Fault $emulator
        (Invoke-Import Dots).ExitCode | Should -Be 0
        Get-ChildItem $inbox | Should -BeNullOrEmpty
        Get-Stored $emulator Dots | Should -HaveCount 2
    }

    It 'moves files without rows to the refused ones, and continues with the next file' {
        [System.IO.File]::WriteAllText((Join-Path $inbox a-empty.csv), '')
        [System.IO.File]::WriteAllText((Join-Path $inbox b-header.csv), 'first_name,last_name,email')
        Set-Content (Join-Path $inbox c.csv) $good
        $run = Invoke-Import
        $run.ExitCode | Should -Be 1 -Because "a file without rows is not success: $($run.Output)"
        $run.Output | Should -Match '(?m)^c\.csv: 2 rows: 2 created'
        Get-ChildItem $inbox | Should -BeNullOrEmpty
        (Get-ChildItem (Join-Path $folder rejects)).Name -replace '^.*?-(?=[ab]-)' | Sort-Object | Should -Be a-empty.csv, b-header.csv
        (Get-ChildItem $done).Name | Should -BeLike '*-c.csv*'
        Get-Log | Should -Match "a-empty\.csv: put aside as rejects/.*: InputInvalid: '.*a-empty\.csv' is empty"
        Get-Log | Should -Match "b-header\.csv: put aside as rejects/.*: InputInvalid: '.*b-header\.csv' has no rows"
        Get-Stored $emulator OnePay | Should -HaveCount 2

        # The next run does not find the refused files again.
        (Invoke-Import).ExitCode | Should -Be 0
    }

    It 'moves a file that can never be imported unchanged to the refused ones with the reason, and continues' {
        Set-Content (Join-Path $inbox a-other.csv) 'colour,size', 'red,5'
        Set-Content (Join-Path $inbox b-twice.csv) 'email,email', 'a@example.com,b@example.com'
        Set-Content (Join-Path $inbox c.csv) $good
        $run = Invoke-Import
        $run.ExitCode | Should -Be 1 -Because $run.Output
        (Get-ChildItem $inbox) | Should -BeNullOrEmpty
        (Get-ChildItem (Join-Path $folder rejects)).Name -replace '^.*?-(?=[ab]-)' | Sort-Object | Should -Be a-other.csv, b-twice.csv
        Get-Log | Should -Match "a-other\.csv: put aside as rejects/.*: InputInvalid: None of the columns is a customer field"
        Get-Log | Should -Match 'b-twice\.csv: put aside as rejects/'
        Get-Stored $emulator OnePay | Should -HaveCount 2
        (Invoke-Import).ExitCode | Should -Be 0
    }

    It 'writes one line for cron''s mail if the import needs attention, and none otherwise' {
        $script = "& '$(Join-Path $samples scheduled Import-PaymentCustomers.ps1)' -Folder '$folder' -Provider OnePay -BaseUri $($emulator.Address); exit `$LASTEXITCODE"
        $environment = @{ PSModulePath = $env:PSModulePath; ONEPAY_API_KEY = $onePayKey }
        Set-Content (Join-Path $inbox new.csv) $good
        $run = Invoke-Unattended $script $environment
        $run.ExitCode | Should -Be 0
        $run.Errors | Should -BeExactly ''

        Set-Content (Join-Path $inbox new.csv) $rows
        $run = Invoke-Unattended $script $environment
        $run.ExitCode | Should -Be 1
        $run.Errors | Should -Match '\AImport-PaymentCustomers: new\.csv: 3 rows: 2 created, .* See rejects/ and import\.log\.\n\z'
    }

    It 'ends with exit code 2 if it cannot run' {
        Set-Content (Join-Path $inbox new.csv) $good
        $env:ONEPAY_API_KEY = 'pk_test_public'
        try { (Invoke-Import).ExitCode | Should -Be 2 } finally { $env:ONEPAY_API_KEY = $onePayKey }
        Get-Log | Should -Match 'Could not start: CredentialInvalid: .*pk_'
        Get-ChildItem $inbox | Should -HaveCount 1
    }

    It 'reads the credential from Get-Secret' {
        $modules = New-Folder modules
        New-Item (Join-Path $modules Vault) -ItemType Directory | Out-Null
        Set-Content (Join-Path $modules Vault Vault.psm1) "function Get-Secret([string] `$Name) { if (`$Name -eq 'dots') { [pscredential]::new('emulator', (ConvertTo-SecureString '$dotsKey' -AsPlainText -Force)) } }"
        New-ModuleManifest (Join-Path $modules Vault Vault.psd1) -RootModule Vault.psm1 -FunctionsToExport Get-Secret
        Set-Content (Join-Path $inbox new.csv) 'business_name', 'Acme'
        $before = $env:PSModulePath
        $env:PSModulePath = $modules, $before -join [System.IO.Path]::PathSeparator
        Remove-Item Env:DOTS_API_KEY
        try {
            Invoke-Sample (Join-Path $samples scheduled Import-PaymentCustomers.ps1) -Folder $folder -Provider Dots -BaseUri $emulator.Address -SecretName dots |
                ForEach-Object ExitCode | Should -Be 0
        }
        finally {
            $env:PSModulePath = $before
            $env:DOTS_API_KEY = $dotsKey
        }
        Get-Stored $emulator Dots | Should -HaveCount 1
    }
}
