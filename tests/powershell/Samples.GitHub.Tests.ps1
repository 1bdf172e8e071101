BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/Samples.Common.ps1
    $emulator = Start-Emulator
}
AfterAll {
    Restore-Environment
    Stop-Emulator $emulator
}

Describe 'The GitHub Actions workflow with shards' {
    It 'creates every customer once, with a shard and a journal for each job' {
        Reset-Emulator $emulator
        $workflow = Get-Content (Join-Path $samples github-actions import-customers-matrix.yml) -Raw
        $workflow | Should -Match '(?s)matrix:\n +part: \[1, 2, 3, 4\]'
        $workflow -match '(?s)- name: Import\n.*?\n +run: \|\n((?: {10}[^\n]*\n|\n)+)' | Should -BeTrue
        $script = $Matches[1] -replace '(?m)^ {10}'
        $twelve = @($good[0]) + @(1..12 | ForEach-Object { "Anastasia,Peñaloza $([char](64 + $_)),ana$_@example.com,+573001234567,CC,10605003$($_ + 10),x" })
        foreach ($again in 1, 2) {
            $steps = 1..4 | ForEach-Object {
                $workspace = Join-Path $TestDrive "part$_"
                New-Item $workspace -ItemType Directory -Force | Out-Null
                Set-Content (Join-Path $workspace customers.csv) $twelve
                Set-Content (Join-Path $workspace step.ps1) "`$ErrorActionPreference = 'stop'", $script
                $variables = @{ FILE = 'customers.csv'; RUNNER_TEMP = New-Folder temp; PROVIDER = 'OnePay'; TARGET = 'Sandbox'; PART = "$_"; PARTS = '4'; BASE_URI = "$($emulator.Address)"; GITHUB_STEP_SUMMARY = Join-Path $workspace summary.md }
                $variables.GetEnumerator() | ForEach-Object { Set-Item "Env:$($_.Key)" $_.Value }
                Push-Location $workspace
                try { Invoke-Script '. ./step.ps1' }
                finally {
                    Pop-Location
                    $variables.Keys | ForEach-Object { Remove-Item "Env:$_" }
                }
            }
            $steps.ExitCode | Should -Be 0, 0, 0, 0 -Because "$($steps.Output)"
            $steps.Output | Should -Not -Match $personal
            Get-Arrived $emulator create | Should -HaveCount 12
        }
        Get-Stored $emulator OnePay | Should -HaveCount 12
    }
}

Describe 'The GitHub Actions workflow' {
    BeforeAll {
        $workflow = Get-Content (Join-Path $samples github-actions import-customers.yml) -Raw

        # A web server takes the place of a cloud storage. It serves the files of a folder, and stores uploaded ones there.
        $port = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0).ForEach({ $_.Start(); $_.LocalEndpoint.Port; $_.Stop() })[0]
        $storage = "http://127.0.0.1:$port/"
        $shelf = New-Folder storage
        $server = [System.Net.HttpListener]::new()
        $server.Prefixes.Add($storage)
        $server.Start()
        $serving = Start-ThreadJob {
            $server, $shelf = $using:server, $using:shelf
            while ($server.IsListening) {
                try { $context = $server.GetContext() } catch { return }
                $file = Join-Path $shelf $context.Request.Url.Segments[-1]
                if ($context.Request.HttpMethod -eq 'PUT') {
                    $stream = [System.IO.File]::Create($file)
                    $context.Request.InputStream.CopyTo($stream)
                    $stream.Dispose()
                }
                else {
                    $bytes = [System.IO.File]::ReadAllBytes($file)
                    $context.Response.OutputStream.Write($bytes, 0, $bytes.Length)
                }
                $context.Response.Close()
            }
        }

        # The text of the run block of a step, without its indentation.
        function Get-StepScript([string] $Step) {
            $workflow -match "(?s)- name: $Step\n.*?\n +run: \|\n((?: {10}[^\n]*\n|\n)+)" | Should -BeTrue
            $Matches[1] -replace '(?m)^ {10}'
        }

        # Runs a step as GitHub runs one with the shell pwsh.
        function Invoke-Step {
            Set-Content (Join-Path $workspace step.ps1) "`$ErrorActionPreference = 'stop'", (Get-StepScript Import), 'if ((Test-Path -LiteralPath variable:\LASTEXITCODE)) { exit $LASTEXITCODE }'
            $variables = @{ NAME = 'march'; RUNNER_TEMP = $temp; CUSTOMERS_URL = "${storage}customers.csv"; REJECTS_URL = "${storage}rejects.csv"; PROVIDER = 'OnePay'; TARGET = 'Sandbox'; BASE_URI = "$($emulator.Address)"; GITHUB_STEP_SUMMARY = Join-Path $workspace summary.md }
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
    AfterAll {
        $server.Stop()
        $serving | Remove-Job -Force
    }
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
        $workspace = New-Folder workspace
        $temp = New-Folder temp
        Get-ChildItem $shelf | Remove-Item
    }

    It 'fails if a row failed, reports it in the summary, and continues with its journal' {
        Set-Content (Join-Path $shelf customers.csv) $rows
        $step = Invoke-Step
        $step.ExitCode | Should -Be 1 -Because $step.Output
        $step.Output | Should -Match '3 rows: 2 created'
        $step.Output | Should -Not -Match $personal
        $shown = Get-Content (Join-Path $workspace summary.md) -Raw
        $shown | Should -Match ([regex]::Escape('| 3 | 2 | 0 | 0 | 1 | 0 | 0 |'))
        $shown | Should -Match '- 1 × refused'
        $shown | Should -Not -Match $personal
        $step.Output | Should -Match "::warning::CustomerInvalid: Row 4: Email 'n\*\*\*' is not an e-mail address"
        $step.Output | Should -Match '1 rows have no customer'
        $reject = Import-Csv (Join-Path $shelf rejects.csv)
        $reject.first_name | Should -Be Evangelina
        $reject.reject_state | Should -Be refused
        $reject.reject_reason | Should -BeLike 'Row 4: *'

        Set-Content (Join-Path $shelf customers.csv) ($rows -replace 'nobody', 'eva@example.com')
        $step = Invoke-Step
        $step.ExitCode | Should -Be 0 -Because $step.Output
        Get-Arrived $emulator create | Should -HaveCount 3
    }

    It 'fails if the run stopped' {
        Set-Content (Join-Path $shelf customers.csv) $good
        Set-Fault $emulator @{ provider = 'onepay'; operation = 'create'; which = 'nth'; n = 2; kind = 'status'; code = 401 }
        $step = Invoke-Step
        $step.ExitCode | Should -Be 1
        $step.Output | Should -Match '::error::'
        Get-Content (Join-Path $workspace summary.md) -Raw | Should -Match '\| 2 \| 1 \| 0 \| 0 \|'
        Join-Path $workspace state customers.journal | Should -Exist
    }

    It 'fails with a message if the file has no rows' {
        Set-Content (Join-Path $shelf customers.csv) $rows[0]
        $step = Invoke-Step
        $step.ExitCode | Should -Be 1
        $step.Output | Should -Match '::error::No row of march'
    }

    It 'stores no personal data in the workspace, the log, the summary or an artifact' {
        Set-Content (Join-Path $shelf customers.csv) $rows
        $step = Invoke-Step
        $step.Output | Should -Not -Match $personal
        Get-ChildItem $workspace -Recurse -File | Where-Object Name -NE step.ps1 | Get-Content -Raw | Should -Not -Match $personal
        # Only the journal is uploaded or cached.
        [regex]::Matches($workflow, '(?m)^ +path: (\S+)').ForEach({ $_.Groups[1].Value }) | Select-Object -Unique | Should -Be state
    }

    It 'never inserts an input into the text of a script, and uses actions with fixed versions' {
        Get-StepScript Install | Should -Not -Match '\$\{\{'
        Get-StepScript Import | Should -Not -Match '\$\{\{'
        $actions = [regex]::Matches($workflow, 'uses: (\S+)') | ForEach-Object { $_.Groups[1].Value }
        $actions.Count | Should -BeGreaterThan 3
        $actions | Should -Match '@v\d+\.\d+\.\d+$'
    }
}
