BeforeDiscovery {
    . $PSScriptRoot/Postgres.ps1
    $noServer = -not (Find-Postgres)
}

# Tests of a journal that several machines share. The file starts its own PostgreSQL server on loopback, as an ordinary user.
Describe 'A journal in PostgreSQL' -Skip:$noServer {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $emulator = Start-Emulator
        . $PSScriptRoot/Postgres.ps1
        $postgres = Start-Postgres
        $server = $postgres.Address
        $password = $postgres.Password
        dotnet (Join-Path $root out cli payment-customers.dll) journal init $server | Should -Be 'The tables were created, in version 1.'
    }

    AfterAll {
        try { Stop-Postgres $postgres }
        finally { Stop-Emulator $emulator }
    }

    BeforeEach {
        Reset-Emulator $emulator
        $address = "${server}?run=$([guid]::NewGuid())"
    }

    It 'records a run, continues it, and shows its rows and workers' {
        $first = 1..5 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -JournalPath $address
        $second = 1..6 | ForEach-Object { New-Row $_ } | New-PaymentCustomer @onePay -JournalPath $address

        $first.FromJournal | Should -Be (@($false) * 5)
        $second.FromJournal | Should -Be (@($true) * 5 + $false)
        $second[0..4].Id | Should -Be $first.Id
        Get-Stored $emulator OnePay | Should -HaveCount 6
        $entries = Get-PaymentCustomerJournal $address
        $entries.Row | Should -Be (1..6)
        $entries.State | Should -Be (@('Created') * 6)
        $entries.Id | Should -Be $second.Id
        $workers = Get-PaymentCustomerJournal $address -Worker
        $workers.State | Should -Be 'Ended', 'Ended'
        $workers.Rows | Should -Be 5, 1
    }

    It 'is shared by imports of whole files: the second import takes all rows from it, and neither writes a journal file' {
        $file = Join-Path (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory) customers.csv
        1..5 | ForEach-Object { New-Row $_ } | Export-Csv $file
        $first = Import-PaymentCustomer $file @onePay -JournalPath $address
        $second = Import-PaymentCustomer $file @onePay -JournalPath $address
        $first.Created, $first.FromJournal, $first.JournalPath | Should -Be 5, 0, $address
        $second.Created, $second.FromJournal | Should -Be 5, 5
        Get-Stored $emulator OnePay | Should -HaveCount 5
        (Get-ChildItem (Split-Path $file)).Name | Should -Be customers.created.csv, customers.csv
    }

    It 'can be used with a file of rejects' {
        $rejects = Join-Path $TestDrive rejects.csv
        New-Row 1 | Add-Member email nobody -Force -PassThru | New-PaymentCustomer @onePay -JournalPath $address -RejectPath $rejects -ErrorAction SilentlyContinue
        (Import-Csv $rejects).reject_state | Should -Be refused
        (Get-PaymentCustomerJournal $address).State | Should -Be Refused
    }

    It 'names both customers of a row that has two' {
        $created = New-Row 1 | New-PaymentCustomer @onePay -JournalPath $address
        $run = ($address -split 'run=')[1]
        Invoke-Sql $postgres "INSERT INTO payment_customers.events (run, kind, worker, key, state, id) SELECT run, 'late', worker, key, 'created', 'second-id' FROM payment_customers.rows WHERE run = '$run'"

        $entry = Get-PaymentCustomerJournal $address
        $entry.State | Should -Be Doubled
        $entry.Id | Should -Be $created.Id
        $entry.OtherIds | Should -Be second-id
    }

    It 'loads the database library when an address is first used, in a separate context' {
        $run = Invoke-Unattended @"
function Show-Npgsql { @([System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object { `$_.Assemblies.GetName().Name -contains 'Npgsql' } | ForEach-Object Name) -join ',' }
Import-Module `$env:MODULE
`$rows = @{ FirstName = 'Ana'; LastName = 'A'; Email = 'a@example.com'; Phone = '+573001234567'; DocumentType = 'CC'; DocumentNumber = '101'; EnableNotifications = 'false'; Provider = 'OnePay'; BaseUri = `$env:EMULATOR }
[void](New-PaymentCustomer @rows -JournalPath (Join-Path '$TestDrive' file.journal))
"before: `$(Show-Npgsql)"
[void](New-PaymentCustomer @rows -JournalPath '$address')
"after: `$(Show-Npgsql)"
"@ @{ ONEPAY_API_KEY = $onePayKey; PGPASSWORD = $password }
        $run.Errors | Should -BeExactly ''
        $run.Output | Should -BeExactly "before: `nafter: PaymentCustomers.Postgres`n"
    }

    It 'is shared by the pods of the Kubernetes sample, which create each customer once' -Skip:$IsWindows {
        $job = Get-Content (Join-Path $samples kubernetes indexed-job-postgresql.yaml) -Raw
        $job -match '(?s) args:\n((?: {12}[^\n]*\n)+)' | Should -BeTrue
        $file = Join-Path $TestDrive customers.csv
        [string[]] $arguments = [regex]::Matches($Matches[1], '(?m)^ {12}- (.+)$') | ForEach-Object {
            $_.Groups[1].Value.Replace('/data/', "$TestDrive/").Replace('postgresql://importer@db.example.com/customers?run=march', $address)
        }
        1..40 | ForEach-Object { New-Row $_ } | Export-Csv $file
        $pods = 1..3 | ForEach-Object {
            # The program is that of the image, and the emulator takes the place of the provider.
            $own = $arguments.Replace('$(JOB_COMPLETION_INDEX)', "$_")
            $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet', [string[]](@(Join-Path $root out cli payment-customers.dll) + $own + '--base-uri' + "$($onePay.BaseUri)"))
            $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $start.Environment['ONEPAY_API_KEY'] = $onePayKey
            [System.Diagnostics.Process]::Start($start)
        }
        $reports = foreach ($pod in $pods) {
            $report = $pod.StandardOutput.ReadToEnd()
            $pod.WaitForExit()
            $pod.ExitCode | Should -Be 0 -Because $pod.StandardError.ReadToEnd()
            $report | ConvertFrom-Json
        }
        $reports.created | Should -Be 40, 40, 40
        1..3 | ForEach-Object { Import-Csv (Join-Path $TestDrive "pod-$_.created.csv") | Should -HaveCount 40 }
        Get-Stored $emulator OnePay | Should -HaveCount 40
        (Get-PaymentCustomerJournal $address -Worker).State | Should -Be 'Ended', 'Ended', 'Ended'
    }

    It 'is what the jobs of the Azure sample share, with the user and the password of a credential asset' {
        $container = (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory).FullName
        1..20 | ForEach-Object { New-Row $_ } | Export-Csv (Join-Path $container new.csv)
        # These functions replace the modules of Azure Automation and Azure Storage. A folder takes the place of the container.
        $job = @"
Import-Module '$modulePath'
function Connect-AzAccount([switch] `$Identity) { }
function New-AzStorageContext(`$StorageAccountName, [switch] `$UseConnectedAccount) { `$StorageAccountName }
function Get-AzStorageBlobContent(`$Context, `$Container, `$Blob, `$Destination) { Copy-Item (Join-Path `$Container `$Blob) `$Destination }
function Set-AzStorageBlobContent(`$Context, `$Container, `$File, `$Blob, [switch] `$Force) { }
function Get-AutomationPSCredential(`$Name) {
    `$user, `$secret = if (`$Name -eq 'PaymentCustomersJournal') { 'tester', `$env:JOURNAL_SECRET } else { 'any', `$env:ONEPAY_API_KEY }
    [pscredential]::new(`$user, (ConvertTo-SecureString `$secret -AsPlainText -Force))
}
`$ErrorActionPreference = 'Stop'
(& '$TestDrive/runbook.ps1' -Provider OnePay -StorageAccountName store -ContainerName '$container' -BlobName new.csv -JournalAddress '$($address -replace 'tester@')' -BaseUri '$($onePay.BaseUri)').Created
"@
        # The sample requires these modules by their names.
        (Get-Content "$samples/azure-automation/Import-PaymentCustomers.ps1" -Raw) -replace '#Requires -Modules[^\n]*' | Set-Content (Join-Path $TestDrive runbook.ps1)
        $file = Join-Path $TestDrive job.ps1
        Set-Content $file $job
        $jobs = 1..2 | ForEach-Object {
            $start = [System.Diagnostics.ProcessStartInfo]::new($pwshProgram)
            $pwshArguments + '-NoProfile', '-NonInteractive', '-File', $file | ForEach-Object { $start.ArgumentList.Add($_) }
            $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $start.Environment['ONEPAY_API_KEY'] = $onePayKey
            $start.Environment['JOURNAL_SECRET'] = $password
            [void] $start.Environment.Remove('PGPASSWORD')
            [System.Diagnostics.Process]::Start($start)
        }
        foreach ($one in $jobs) {
            $created = $one.StandardOutput.ReadToEnd().Trim()
            $one.WaitForExit()
            $one.ExitCode | Should -Be 0 -Because $one.StandardError.ReadToEnd()
            $created | Should -Be 20
        }
        Get-Stored $emulator OnePay | Should -HaveCount 20
        (Get-PaymentCustomerJournal $address -Worker).State | Should -Be 'Ended', 'Ended'
    }

    It 'refuses a password in the address, and does not show it' {
        { New-Row 1 | New-PaymentCustomer @onePay -JournalPath ($address -replace 'tester@', 'tester:hunter2@') } | Should -Throw '*contains a password*' -ErrorId 'JournalFailed,*'
        Get-PaymentCustomerJournal ($address -replace 'tester@', 'tester:hunter2@') -ErrorVariable failed -ErrorAction SilentlyContinue
        "$failed $($failed.Exception)" | Should -Not -BeLike '*hunter2*'
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'takes the user and the password of the database from -JournalCredential, which appear nowhere' {
        $credential = [pscredential]::new('tester', (ConvertTo-SecureString $password -AsPlainText -Force))
        $anonymous = $address -replace 'tester@'
        $env:PGPASSWORD = 'wrong-secret'
        try {
            $output = & {
                New-Row 1 | New-PaymentCustomer @onePay -JournalPath $anonymous -JournalCredential $credential -Verbose -Debug
                $file = Join-Path $TestDrive credential.csv
                1..2 | ForEach-Object { New-Row $_ } | Export-Csv $file
                Import-PaymentCustomer $file @onePay -JournalPath $anonymous -JournalCredential $credential -ReportPath (Join-Path $TestDrive credential.html) -Verbose -Debug
                (Get-PaymentCustomerJournal $anonymous -JournalCredential $credential).State
                (Get-PaymentCustomerJournal $anonymous -JournalCredential $credential -Worker).State
            } *>&1
            $output | Select-Object -Last 4 | Should -Be 'Created', 'Created', 'Ended', 'Ended'
            Get-PaymentCustomerJournal $anonymous -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        }
        finally { $env:PGPASSWORD = $password }
        $wrong = [pscredential]::new('tester', (ConvertTo-SecureString 'another-secret' -AsPlainText -Force))
        Get-PaymentCustomerJournal $anonymous -JournalCredential $wrong -ErrorVariable +failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'JournalFailed,*'
        $failed | Should -HaveCount 2
        $all = ($output | Out-String) + ($failed | Format-List * -Force | Out-String) + (Get-Content (Join-Path $TestDrive credential.html) -Raw)
        foreach ($secret in $password, 'wrong-secret', 'another-secret') { $all.Contains($secret) | Should -BeFalse }
    }

    It 'refuses -JournalCredential without a journal in a database, and an empty one' {
        $credential = [pscredential]::new('tester', (ConvertTo-SecureString $password -AsPlainText -Force))
        $file = Join-Path $TestDrive file.journal
        { New-Row 1 | New-PaymentCustomer @onePay -JournalPath $file -JournalCredential $credential } | Should -Throw '-JournalCredential works only with a journal in a database.*' -ErrorId 'JournalFailed,*'
        { New-Row 1 | New-PaymentCustomer @onePay -JournalCredential $credential } | Should -Throw -ErrorId 'JournalFailed,*'
        { New-Row 1 | New-PaymentCustomer @onePay -JournalPath $address -JournalCredential ([pscredential]::Empty) } | Should -Throw '*-JournalCredential*' -ErrorId 'ConnectionInvalid,*'
        Get-Arrived $emulator | Should -HaveCount 0
    }

    It 'says what to do about a run that does not exist and about a wrong password, without showing the password' {
        Get-PaymentCustomerJournal "${server}?run=none" -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$($failed[0])" | Should -BeLike 'The database has no run with this name*'
        $env:PGPASSWORD = 'wrong-secret'
        try { { New-Row 1 | New-PaymentCustomer @onePay -JournalPath $address } | Should -Throw '*could not be used, so nothing more was sent*' -ErrorId 'JournalFailed,*' }
        finally { $env:PGPASSWORD = $password }
        "$($Error[0]) $($Error[0].Exception)" | Should -Not -BeLike '*wrong-secret*'
    }
}
