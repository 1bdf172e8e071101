BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/Samples.Common.ps1
    $emulator = Start-Emulator
}
AfterAll {
    Restore-Environment
    Stop-Emulator $emulator
}

Describe 'The Azure Automation runbook' {
    BeforeAll {
        # These functions replace the modules of Azure Automation and Azure Storage. A folder takes the place of the container.
        $modules = New-Folder modules
        $fakes = @{
            'Az.Accounts'                           = 'function Connect-AzAccount([switch] $Identity) { if (-not $Identity) { throw "A prompt." } }'
            'Az.Storage'                            = @'
function New-AzStorageContext($StorageAccountName, [switch] $UseConnectedAccount) { $StorageAccountName }
function Get-AzStorageBlob($Context, $Container, $Prefix) { Get-ChildItem $Container -Filter "$Prefix*" }
function Get-AzStorageBlobContent($Context, $Container, $Blob, $Destination) {
    if ($Blob -eq $env:UNREADABLE_BLOB) { throw "The server is busy." }
    Copy-Item (Join-Path $Container $Blob) $Destination
}
function Set-AzStorageBlobContent($Context, $Container, $File, $Blob, [switch] $Force) { Copy-Item $File (Join-Path $Container $Blob) -Force:$Force }
'@
            'Orchestrator.AssetManagement.Cmdlets' = 'function Get-AutomationPSCredential($Name) { [pscredential]::new("any", (ConvertTo-SecureString $env:ONEPAY_API_KEY -AsPlainText -Force)) }'
        }
        foreach ($name in $fakes.Keys) {
            $module = (New-Item (Join-Path $modules $name) -ItemType Directory).FullName
            Set-Content (Join-Path $module "$name.psm1") $fakes[$name]
            New-ModuleManifest (Join-Path $module "$name.psd1") -RootModule "$name.psm1" -FunctionsToExport ([regex]::Matches($fakes[$name], '(?m)^function ([\w-]+)') | ForEach-Object { $_.Groups[1].Value })
        }
        $beforeFakes = $env:PSModulePath
        $env:PSModulePath = $modules, $env:PSModulePath -join [System.IO.Path]::PathSeparator

        function Start-Runbook([string] $Warnings = '3>$null') {
            $runbook = Join-Path $samples azure-automation Import-PaymentCustomers.ps1
            # A job has a separate stream for warnings.
            Invoke-Script "& '$runbook' -Provider OnePay -StorageAccountName store -ContainerName '$container' -BlobName new.csv -BaseUri $($emulator.Address) $Warnings | ForEach-Object { `"output: `$_`" }"
        }
    }
    AfterAll { $env:PSModulePath = $beforeFakes }
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
        $container = New-Folder container
    }

    It 'creates all customers, and writes only the summary' {
        Set-Content (Join-Path $container new.csv) $good
        $job = Start-Runbook
        $job.ExitCode | Should -Be 0 -Because $job.Output
        $job.Output | Should -Match '(?s)^output: 2 rows: 2 created, 0 existing, 0 duplicate, 0 failed, 0 unknown[^\n]*\n$'
        $job.Output | Should -Not -Match $personal
        Get-Stored $emulator OnePay | Should -HaveCount 2
        (Get-ChildItem $container).Name | Should -Be new.csv, new.csv.created.csv, new.csv.journal
        (Import-Csv (Join-Path $container new.csv.created.csv)).customer_id | Sort-Object | Should -Be ((Get-Stored $emulator OnePay).id | Sort-Object)
    }

    It 'fails if a row failed, and keeps the row and the journal' {
        Set-Content (Join-Path $container new.csv) $rows
        $job = Start-Runbook
        $job.ExitCode | Should -Not -Be 0
        $job.Output | Should -Match '(?m)^output: 3 rows: 2 created, 0 existing, 0 duplicate, 1 failed, 0 unknown'
        $job.Output | Should -Match 'Not every row has its customer'
        $job.Output | Should -Not -Match $personal
        $reject = Import-Csv (Join-Path $container new.csv.rejects.csv)
        $reject | Should -HaveCount 1
        $reject.first_name | Should -Be Evangelina
        $reject.reject_state | Should -Be refused
        $reject.reject_reason | Should -BeLike 'Row 4: *e-mail*'
        Get-PaymentCustomerJournal (Join-Path $container new.csv.journal) | Where-Object State -EQ Created | Should -HaveCount 2
    }

    It 'reports invalid rows in warnings, without personal data' {
        Set-Content (Join-Path $container new.csv) $rows
        $job = Start-Runbook '3>&1'
        $job.Output | Should -Match "(?m)^output: CustomerInvalid: Row 4: Email 'n\*\*\*' is not an e-mail address"
        $job.Output | Should -Not -Match $personal
    }

    It 'saves its journal during the run, so that a killed job loses no row' {
        Set-Content (Join-Path $container new.csv) $good
        # The second create request gets no answer. The job is killed while it waits for one.
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 2; kind = 'timeout' }
        $start = [System.Diagnostics.ProcessStartInfo]::new($pwshProgram)
        $runbook = Join-Path $samples azure-automation Import-PaymentCustomers.ps1
        # One request runs at a time, so that the first row is finished before the second is sent.
        $script = "`$PSDefaultParameterValues['Import-PaymentCustomer:ThrottleLimit'] = 1; & '$runbook' -Provider OnePay -StorageAccountName store -ContainerName '$container' -BlobName new.csv -BaseUri $($emulator.Address) -SaveInterval 0"
        $pwshArguments + '-NoProfile', '-NonInteractive', '-Command', $script | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $true
        $job = [System.Diagnostics.Process]::Start($start)
        $saved = Join-Path $container new.csv.journal
        while (-not (Test-Path $saved) -or -not (Get-PaymentCustomerJournal $saved -ErrorAction Ignore | Where-Object State -EQ Created)) {
            if ($job.HasExited) { throw "The job ended: $($job.StandardOutput.ReadToEnd())" }
            [System.Threading.Thread]::Yield()
        }
        $job.Kill()
        $job.WaitForExit()

        Set-Fault $emulator
        $job = Start-Runbook
        $job.ExitCode | Should -Be 0 -Because $job.Output
        Get-Stored $emulator OnePay | Should -HaveCount 2
    }

    It 'keeps the journal of a stopped run, and the next job continues it' {
        Set-Content (Join-Path $container new.csv) $good
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 2; kind = 'status'; code = 401 }
        $job = Start-Runbook
        $job.ExitCode | Should -Not -Be 0
        Get-Stored $emulator OnePay | Should -HaveCount 1
        # Rows that were not sent are not rejects. The next job sends them.
        Join-Path $container new.csv.rejects.csv | Should -Not -Exist

        $job = Start-Runbook
        $job.ExitCode | Should -Be 0 -Because $job.Output
        Get-Stored $emulator OnePay | Should -HaveCount 2
        Get-Arrived $emulator create | Should -HaveCount 3
    }

    It 'fails with a message if the file has no rows' {
        Set-Content (Join-Path $container new.csv) $rows[0]
        $job = Start-Runbook
        $job.ExitCode | Should -Not -Be 0
        $job.Output | Should -Match "new\.csv' has no rows"
    }

    It 'sends nothing if the journal exists but cannot be read' {
        Set-Content (Join-Path $container new.csv) $good
        Set-Content (Join-Path $container new.csv.journal) 'as it is'
        $env:UNREADABLE_BLOB = 'new.csv.journal'
        try { (Start-Runbook).ExitCode | Should -Not -Be 0 } finally { Remove-Item Env:UNREADABLE_BLOB }
        Get-Arrived $emulator create | Should -HaveCount 0
        Get-Content (Join-Path $container new.csv.journal) | Should -Be 'as it is'
    }
}
