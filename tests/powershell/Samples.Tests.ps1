BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $rows = @(
        'first_name,last_name,email,phone,document_type,document_number,notes'
        'Ana,Peña,ana@example.com,+573001234567,CC,1060500333,first'
        'Luis,Rey,luis@example.com,+573001234568,CC,1060500334,second'
        'Eva,Gil,nobody,+573001234569,CC,1060500335,bad e-mail'
    )
    $good = $rows[0..2]
    $personal = 'Ana|Peña|Luis|Rey|Eva|Gil|example\.com|nobody|30012345|10605003'

    # A sample runs as people run it: in a process of its own, which finds the module by its name.
    $savedPath = $env:PSModulePath
    $env:PSModulePath = (Join-Path $root out), $env:PSModulePath -join [System.IO.Path]::PathSeparator
    $env:ONEPAY_API_KEY = $onePayKey
    $env:DOTS_CLIENT_ID = 'emulator'
    $env:DOTS_API_KEY = $dotsKey
    function Invoke-Sample([string] $Path) {
        $output = pwsh -NoProfile -NonInteractive -File $Path @args 2>&1
        [pscustomobject]@{ ExitCode = $LASTEXITCODE; Output = ($output | Out-String) }
    }

    function Invoke-Script([string] $Script) {
        $output = pwsh -NoProfile -NonInteractive -Command $Script 2>&1
        [pscustomobject]@{ ExitCode = $LASTEXITCODE; Output = ($output | Out-String) }
    }

    function Set-Fault([hashtable[]] $Rules) { Invoke-Control $emulator '/faults' PUT @($Rules) | Out-Null }
    function New-Folder([string] $Name) { (New-Item (Join-Path $TestDrive ([guid]::NewGuid()) $Name) -ItemType Directory).FullName }
}
AfterAll {
    $env:PSModulePath = $savedPath
    Remove-Item Env:ONEPAY_API_KEY, Env:DOTS_CLIENT_ID, Env:DOTS_API_KEY
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
        Set-Fault @()
        Reset-Emulator $emulator
        $folder = New-Folder customers
        $inbox = (New-Item (Join-Path $folder inbox) -ItemType Directory).FullName
        $done = Join-Path $folder done
    }

    It 'creates everybody, moves the file away, and creates nobody twice when it comes again' {
        foreach ($time in 1, 2) {
            Set-Content (Join-Path $inbox new.csv) $good
            $run = Invoke-Import
            $run.ExitCode | Should -Be 0 -Because $run.Output
            Get-ChildItem $inbox | Should -BeNullOrEmpty
            Remove-Item (Join-Path $done *-new.csv)
        }
        Get-Arrived $emulator create | Should -HaveCount 2
        (Get-Arrived $emulator create).body | Should -BeLike '*"enable_notifications":false*'
        Get-Rejects | Should -BeNullOrEmpty
        Get-Content (Join-Path $folder journal new.csv.journal) -Raw | Should -Not -Match $personal
        Get-Log | Should -Match 'new\.csv: 2 rows: 2 created, 0 existing, 0 duplicate, 0 failed, 0 unknown'
    }

    It 'puts refused rows aside with the reason; mended, they go through' {
        Set-Content (Join-Path $inbox new.csv) $rows
        $run = Invoke-Import
        $run.ExitCode | Should -Be 1 -Because $run.Output
        $run.Output | Should -BeNullOrEmpty
        Get-ChildItem $done | Should -HaveCount 1
        $reject = Get-Rejects
        $reject | Should -HaveCount 1
        $reject.first_name | Should -Be Eva
        $reject.notes | Should -Be 'bad e-mail'
        $reject.reject_id | Should -Be CustomerInvalid
        $reject.reject_reason | Should -BeLike 'Row 3: *e-mail*'
        Get-Log | Should -Match 'new\.csv: 1 x CustomerInvalid'
        Get-Log | Should -Not -Match $personal

        $reject.email = 'eva@example.com'
        $reject | Export-Csv (Join-Path $inbox mended.csv)
        (Invoke-Import).ExitCode | Should -Be 0
        Get-Stored $emulator OnePay | Should -HaveCount 3
    }

    It 'leaves a file whose run had to stop, and the next run goes on' {
        Set-Content (Join-Path $inbox a.csv) $rows
        Set-Content (Join-Path $inbox b.csv) $good
        Set-Fault @{ provider = 'onepay'; operation = 'create'; which = 'everyNth'; n = 1; kind = 'status'; code = 401 }
        (Invoke-Import).ExitCode | Should -Be 2
        (Get-ChildItem $inbox).Name | Should -Be a.csv, b.csv
        Get-Rejects | Should -BeNullOrEmpty
        Get-Log | Should -Match 'a\.csv: stopped: AuthenticationFailed'
        # What stopped the one file is not tried with the next.
        Get-Log | Should -Not -Match 'b\.csv'

        Set-Fault @()
        (Invoke-Import).ExitCode | Should -Be 1
        Get-ChildItem $inbox | Should -BeNullOrEmpty
        Get-Stored $emulator OnePay | Should -HaveCount 2
    }

    It 'keeps a file while it is not known what became of a row, and then finds out' {
        Set-Content (Join-Path $inbox dots.csv) 'business_name', 'Acme', 'Globex'
        # The answer to the first create is lost, and the list cannot be read. A list of one is the check of the credential.
        Set-Fault @{ provider = 'dots'; operation = 'create'; which = 'nth'; n = 1; kind = 'reset'; moment = 'after' }, @{ provider = 'dots'; operation = 'list'; contains = 'limit=100'; kind = 'status'; code = 403 }
        (Invoke-Import Dots).ExitCode | Should -Be 1
        Get-ChildItem $inbox | Should -HaveCount 1
        Get-Rejects | Should -BeNullOrEmpty
        Get-Log | Should -Match 'dots\.csv: 1 x OutcomeUnknown'

        Set-Fault @()
        (Invoke-Import Dots).ExitCode | Should -Be 0
        Get-ChildItem $inbox | Should -BeNullOrEmpty
        Get-Stored $emulator Dots | Should -HaveCount 2
    }

    It 'puts a file without rows aside as refused, and goes on with the next' -ForEach @(
        @{ Kind = 'empty'; Text = '' }
        @{ Kind = 'of a header alone'; Text = 'first_name,last_name,email' }
    ) {
        [System.IO.File]::WriteAllText((Join-Path $inbox a.csv), $Text)
        Set-Content (Join-Path $inbox b.csv) $good
        $run = Invoke-Import
        $run.ExitCode | Should -Be 1 -Because "a file $Kind is not success: $($run.Output)"
        $run.Output | Should -BeNullOrEmpty
        Get-ChildItem $inbox | Should -BeNullOrEmpty
        (Get-ChildItem (Join-Path $folder rejects)).Name | Should -BeLike '*-a.csv'
        (Get-ChildItem $done).Name | Should -BeLike '*-b.csv'
        Get-Log | Should -Match 'a\.csv: refused: no rows'
        Get-Stored $emulator OnePay | Should -HaveCount 2

        # The next run has nothing to stumble over.
        (Invoke-Import).ExitCode | Should -Be 0
    }

    It 'ends with 2 when it cannot run' {
        Set-Content (Join-Path $inbox new.csv) $good
        $env:ONEPAY_API_KEY = 'pk_test_public'
        try { (Invoke-Import).ExitCode | Should -Be 2 } finally { $env:ONEPAY_API_KEY = $onePayKey }
        Get-Log | Should -Match 'Could not run: CredentialInvalid'
        Get-ChildItem $inbox | Should -HaveCount 1
    }

    It 'takes the credential from Get-Secret' {
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

Describe 'The Azure Automation runbook' {
    BeforeAll {
        # What Azure Automation and Azure Storage bring, with a folder for the container.
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

        function Start-Runbook {
            $runbook = Join-Path $samples azure-automation Import-PaymentCustomers.ps1
            # Warnings are a stream of their own in a job.
            Invoke-Script "& '$runbook' -Provider OnePay -StorageAccountName store -ContainerName '$container' -BlobName new.csv -BaseUri $($emulator.Address) 3>`$null | ForEach-Object { `"output: `$_`" }"
        }
    }
    AfterAll { $env:PSModulePath = $beforeFakes }
    BeforeEach {
        Set-Fault @()
        Reset-Emulator $emulator
        $container = New-Folder container
    }

    It 'creates everybody and gives the summary, and nothing else' {
        Set-Content (Join-Path $container new.csv) $good
        $job = Start-Runbook
        $job.ExitCode | Should -Be 0 -Because $job.Output
        $job.Output | Should -Match '(?s)^output: 2 rows: 2 created, 0 existing, 0 duplicate, 0 failed, 0 unknown[^\n]*\n$'
        $job.Output | Should -Not -Match $personal
        Get-Stored $emulator OnePay | Should -HaveCount 2
        (Get-ChildItem $container).Name | Should -Contain new.csv.journal
    }

    It 'fails when a row failed, and keeps the row and the journal' {
        Set-Content (Join-Path $container new.csv) $rows
        $job = Start-Runbook
        $job.ExitCode | Should -Not -Be 0
        $job.Output | Should -Match '(?m)^output: 3 rows: 2 created, 0 existing, 0 duplicate, 1 failed, 0 unknown'
        $job.Output | Should -Match 'Not every row has its customer'
        $job.Output | Should -Not -Match $personal
        $reject = Import-Csv (Join-Path $container new.csv.rejects.csv)
        $reject | Should -HaveCount 1
        $reject.first_name | Should -Be Eva
        $reject.reject_id | Should -Be CustomerInvalid
        Get-PaymentCustomerJournal (Join-Path $container new.csv.journal) | Where-Object State -EQ Created | Should -HaveCount 2
    }

    It 'keeps the journal of a run that had to stop, and the next job goes on' {
        Set-Content (Join-Path $container new.csv) $good
        Set-Fault @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 2; kind = 'status'; code = 401 }
        $job = Start-Runbook
        $job.ExitCode | Should -Not -Be 0
        Get-Stored $emulator OnePay | Should -HaveCount 1
        Import-Csv (Join-Path $container new.csv.rejects.csv) | Should -BeNullOrEmpty

        $job = Start-Runbook
        $job.ExitCode | Should -Be 0 -Because $job.Output
        Get-Stored $emulator OnePay | Should -HaveCount 2
        Get-Arrived $emulator create | Should -HaveCount 3
    }

    It 'fails and says so when the file has no rows' {
        Set-Content (Join-Path $container new.csv) $rows[0]
        $job = Start-Runbook
        $job.ExitCode | Should -Not -Be 0
        $job.Output | Should -Match 'new\.csv has no rows'
    }

    It 'sends nothing when the journal is there but cannot be read' {
        Set-Content (Join-Path $container new.csv) $good
        Set-Content (Join-Path $container new.csv.journal) 'as it is'
        $env:UNREADABLE_BLOB = 'new.csv.journal'
        try { (Start-Runbook).ExitCode | Should -Not -Be 0 } finally { Remove-Item Env:UNREADABLE_BLOB }
        Get-Arrived $emulator create | Should -HaveCount 0
        Get-Content (Join-Path $container new.csv.journal) | Should -Be 'as it is'
    }
}

Describe 'The GitHub Actions workflow' {
    BeforeAll {
        $workflow = Get-Content (Join-Path $samples github-actions import-customers.yml) -Raw

        # The text of a step's run block, without its indent.
        function Get-StepScript([string] $Step) {
            $workflow -match "(?s)- name: $Step\n.*?\n +run: \|\n((?: {10}[^\n]*\n|\n)+)" | Should -BeTrue
            $Matches[1] -replace '(?m)^ {10}'
        }

        # As GitHub runs a step whose shell is pwsh.
        function Invoke-Step {
            Set-Content (Join-Path $workspace step.ps1) "`$ErrorActionPreference = 'stop'", (Get-StepScript Import), 'if ((Test-Path -LiteralPath variable:\LASTEXITCODE)) { exit $LASTEXITCODE }'
            $variables = @{ FILE = 'customers.csv'; PROVIDER = 'OnePay'; TARGET = 'Sandbox'; BASE_URI = "$($emulator.Address)"; GITHUB_STEP_SUMMARY = Join-Path $workspace summary.md }
            $variables.GetEnumerator() | ForEach-Object { Set-Item "Env:$($_.Key)" $_.Value }
            Push-Location $workspace
            try {
                Invoke-Script '. ./step.ps1'
            }
            finally {
                Pop-Location
                $variables.Keys | ForEach-Object { Remove-Item "Env:$_" }
            }
        }
    }
    BeforeEach {
        Set-Fault @()
        Reset-Emulator $emulator
        $workspace = New-Folder workspace
    }

    It 'fails when a row failed, says so in the summary, and goes on with its journal' {
        Set-Content (Join-Path $workspace customers.csv) $rows
        $step = Invoke-Step
        $step.ExitCode | Should -Be 1 -Because $step.Output
        $step.Output | Should -Match '3 rows: 2 created'
        $step.Output | Should -Not -Match $personal
        $shown = Get-Content (Join-Path $workspace summary.md) -Raw
        $shown | Should -Match ([regex]::Escape('| 3 | 2 | 0 | 0 | 1 | 0 | 0 |'))
        $shown | Should -Match '- 1 × CustomerInvalid'
        $shown | Should -Not -Match $personal
        $reject = Import-Csv (Join-Path $workspace rejects rejects.csv)
        $reject.first_name | Should -Be Eva
        $reject.reject_reason | Should -BeLike 'Row 3: *'

        Set-Content (Join-Path $workspace customers.csv) ($rows -replace 'nobody', 'eva@example.com')
        $step = Invoke-Step
        $step.ExitCode | Should -Be 0 -Because $step.Output
        Get-Arrived $emulator create | Should -HaveCount 3
    }

    It 'fails when the run had to stop' {
        Set-Content (Join-Path $workspace customers.csv) $good
        Set-Fault @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 2; kind = 'status'; code = 401 }
        $step = Invoke-Step
        $step.ExitCode | Should -Be 1
        $step.Output | Should -Match '::error::'
        Get-Content (Join-Path $workspace summary.md) -Raw | Should -Match '\| 2 \| 1 \| 0 \| 0 \|'
        Join-Path $workspace state customers.journal | Should -Exist
    }

    It 'fails and says so when the file has no rows' {
        Set-Content (Join-Path $workspace customers.csv) $rows[0]
        $step = Invoke-Step
        $step.ExitCode | Should -Be 1
        $step.Output | Should -Match '::error::No row of customers\.csv'
    }

    It 'gives no input to a script as text, and uses actions of a fixed version' {
        Get-StepScript Install | Should -Not -Match '\$\{\{'
        Get-StepScript Import | Should -Not -Match '\$\{\{'
        $actions = [regex]::Matches($workflow, 'uses: (\S+)') | ForEach-Object { $_.Groups[1].Value }
        $actions.Count | Should -BeGreaterThan 3
        $actions | Should -Match '@v\d+\.\d+\.\d+$'
    }
}

Describe 'The move from Dots to OnePay' {
    BeforeAll {
        # In a process of its own, because it uses the connections of its session.
        function Invoke-Move([string] $More) {
            $connect = 'Dots', 'OnePay' | ForEach-Object { "Connect-PaymentProvider $_ -BaseUri $($emulator.Address) | Out-Null" }
            $script = Join-Path $samples migrate-dots-to-onepay Move-PaymentCustomers.ps1
            Invoke-Script (@($connect) + "& '$script' -Destination '$folder' -DocumentNumberEntry cedula $More | ForEach-Object { `"output: `$_`" }" -join '; ')
        }
    }
    BeforeEach {
        Set-Fault @()
        Reset-Emulator $emulator @{ dotsListOrder = 'oldestFirst' }
        $folder = New-Folder move
        $atDots = @(
            @{ FirstName = 'Grace'; MiddleName = 'Brewster'; LastName = 'Hopper'; Email = 'grace@example.com'; CountryCode = '57'; Phone = '3001234567'; Metadata = @{ cedula = '1060500333' } }
            @{ BusinessName = 'Café del Huila S.A.S.'; Email = 'cafe@example.com'; CountryCode = '57'; Phone = '6088881234'; Metadata = @{ cedula = '800197268-4' } }
            @{ FirstName = 'Ada'; LastName = 'Lovelace'; Email = 'ada@example.com'; CountryCode = '57'; Phone = '3001234568'; Metadata = @{ cedula = 'C01X00T47'; document_type = 'PASSPORT' } }
            @{ FirstName = 'Sin'; LastName = 'Documento'; Email = 'sin@example.com'; CountryCode = '57'; Phone = '3001234569' }
        ) | ForEach-Object { [pscustomobject]$_ } | New-PaymentCustomer @dots
        $atDots | Should -HaveCount 4
    }

    It 'finds in a dry run who cannot be moved, and sends nothing' {
        $run = Invoke-Move '-WhatIf'
        $run.ExitCode | Should -Be 0 -Because $run.Output
        Get-Arrived $emulator create | Where-Object provider -EQ onepay | Should -HaveCount 0
        $report = Import-Csv (Join-Path $folder not-moved.csv)
        $report.DotsId | Should -Be $atDots[3].Id
        $report.ErrorId | Should -Be CustomerInvalid
        $report.Reason | Should -Match 'DocumentNumber'
        Join-Path $folder move.journal | Should -Not -Exist
    }

    It 'moves whom it can, says who is who, and moves nobody twice' {
        foreach ($time in 1, 2) {
            $run = Invoke-Move
            $run.ExitCode | Should -Be 0 -Because $run.Output
            $run.Output | Should -Match '(?m)^output: 4 rows: 3 created, 0 existing, 0 duplicate, 1 failed, 0 unknown'
            $stored = Get-Stored $emulator OnePay
            $stored | Should -HaveCount 3
            $moved = Import-Csv (Join-Path $folder moved.csv)
            $moved.DotsId | Should -Be $atDots[0..2].Id
            $moved.OnePayId | Sort-Object | Should -Be ($stored.id | Sort-Object)
            (Import-Csv (Join-Path $folder not-moved.csv)).DotsId | Should -Be $atDots[3].Id
        }
        $bodies = Get-Arrived $emulator create | Where-Object provider -EQ onepay | ForEach-Object { $_.body | ConvertFrom-Json } | Sort-Object first_name
        $bodies | Should -HaveCount 3
        $bodies.first_name | Should -Be 'Ada', 'Café del Huila', 'Grace Brewster'
        $bodies.last_name | Should -Be Lovelace, 'S.A.S.', Hopper
        $bodies.user_type | Should -Be natural, company, natural
        $bodies.phone | Should -Be '+573001234568', '+576088881234', '+573001234567'
        $bodies.document_type | Should -Be PASSPORT, NIT, CC
        $bodies.enable_notifications | Should -Be $false, $false, $false
        Get-ChildItem $folder | ForEach-Object { Get-Content $_ -Raw } | Should -Not -Match 'Grace|example\.com|1060500333'
    }
}
