BeforeAll {
    . $PSScriptRoot/Common.ps1
    # The names of the emulator's customers.
    function Get-Names { (Get-PaymentCustomer -Provider OnePay -ErrorAction Stop).Name }
}
AfterAll { Stop-PaymentEmulator }

Describe 'Start-PaymentEmulator' {
    BeforeEach { Stop-PaymentEmulator }

    It 'returns when the emulator answers, and makes its connections the defaults' {
        $connections = Start-PaymentEmulator
        $connections.Name | Should -Be DotsEmulator, OnePayEmulator, StripeEmulator
        foreach ($connection in $connections) { $connection.BaseUri | Should -Match '^http://127\.0\.0\.1:\d+/(dots/api|onepay/v1|stripe/v1)$' }
        (New-Row 1 | New-PaymentCustomer -Provider OnePay).Outcome | Should -Be Created
        [pscustomobject]@{ BusinessName = 'Acme' } | New-PaymentCustomer -Provider Dots | ForEach-Object Provider | Should -Be Dots
        Get-Names | Should -Be 'Ana 1 Gómez'
    }

    It 'connects only to the specified provider' {
        (Start-PaymentEmulator onepay).Name | Should -Be OnePayEmulator
        (Get-PaymentConnection).Name | Should -Be OnePayEmulator
        { Start-PaymentEmulator Acme } | Should -Throw '*Dots*OnePay*'
    }

    It 'applies the specified port, options, faults and rules' {
        $port = ([uri] (Start-PaymentEmulator OnePay).BaseUri).Port
        Stop-PaymentEmulator
        $connection = Start-PaymentEmulator OnePay -Port $port -LatencyMs 1 -Option @{ listCap = 0 } -Fault lowerCaseEmail -FaultRule @{
            operation = 'create'; kind = 'status'; code = 422; which = 'nth'; n = 1
        }
        $connection.BaseUri.Port | Should -Be $port
        $results = 1..2 | ForEach-Object { New-Row $_ } | ForEach-Object { $_.email = $_.email.ToUpperInvariant(); $_ } |
            New-PaymentCustomer -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Exception.Error.Id | Should -Be ProviderRejected
        $results.Row | Should -Be 2
        $results.Email | Should -BeExactly ana2@example.com
        Get-PaymentCustomer | Should -BeNullOrEmpty
    }

    It 'ends the previous emulator, and starts without customers' {
        $first = Start-PaymentEmulator OnePay
        New-Row 1 | New-PaymentCustomer | Out-Null
        Start-PaymentEmulator OnePay | Out-Null
        Get-PaymentCustomer | Should -BeNullOrEmpty
        $first.IsConnected | Should -BeFalse
        { Invoke-RestMethod "$($first.BaseUri)/customers" -NoProxy } | Should -Throw
    }

    It 'says why it did not start, and leaves no connection' {
        { Start-PaymentEmulator -Option @{ nope = 1 } } | Should -Throw -ErrorId 'EmulatorUnavailable,*' -ExpectedMessage 'The emulator did not start: Error: Unknown option: nope.*'
        { Start-PaymentEmulator -Fault nope } | Should -Throw -ErrorId 'EmulatorUnavailable,*' -ExpectedMessage "*'nope' is not a fault*"
        Get-PaymentConnection | Should -BeNullOrEmpty
    }

    It 'starts nothing with -WhatIf' {
        Start-PaymentEmulator -WhatIf | Should -BeNullOrEmpty
        Get-PaymentConnection | Should -BeNullOrEmpty
    }

    It 'names the command that installs the emulator if it is not installed' {
        $alone = Join-Path $TestDrive alone
        Copy-Item (Join-Path $root out PaymentCustomers) (Join-Path $alone modules PaymentCustomers 0.1.0) -Recurse
        $run = Invoke-Unattended "Import-Module '$alone/modules/PaymentCustomers'; try { Start-PaymentEmulator } catch { `$_.FullyQualifiedErrorId; `$_.ErrorDetails.RecommendedAction }" @{
            HOME = $alone; USERPROFILE = $alone; PATH = $alone
        }
        $run.Output | Should -BeLike "EmulatorUnavailable,*`nInstall it with: dotnet tool install --global payment-customers-emulator`n" -Because $run.Errors
    }

    It 'starts a .NET tool on the PATH' -Skip:$IsWindows {
        $alone = Join-Path $TestDrive tool
        Copy-Item (Join-Path $root out PaymentCustomers) (Join-Path $alone modules PaymentCustomers) -Recurse
        $tool = Join-Path $alone payment-customers-emulator
        Set-Content $tool '#!/bin/sh', "exec dotnet '$(Join-Path $root out emulator payment-customers-emulator.dll)' ""`$@"""
        chmod +x $tool
        $run = Invoke-Unattended "Import-Module '$alone/modules/PaymentCustomers'; (Start-PaymentEmulator OnePay).Name" @{ PATH = "${alone}:$env:PATH" }
        $run.Output | Should -Be "OnePayEmulator`n" -Because $run.Errors
    }
}

Describe 'Stop-PaymentEmulator' {
    It 'makes the previous connection the default again' {
        $before = Connect-PaymentProvider OnePay -ApiKey $onePay.ApiKey -BaseUri http://127.0.0.1:9 -SkipCheck
        $practice = Start-PaymentEmulator OnePay
        New-Row 1 | New-PaymentCustomer -WhatIf | Out-Null
        Stop-PaymentEmulator
        $practice.IsConnected | Should -BeFalse
        (Get-PaymentConnection).Name | Should -Be OnePay
        $before | Disconnect-PaymentProvider
    }

    It 'shows nothing if no emulator runs, and stops nothing with -WhatIf' {
        Stop-PaymentEmulator
        $null = Start-PaymentEmulator OnePay
        Stop-PaymentEmulator -WhatIf
        New-Row 1 | New-PaymentCustomer | ForEach-Object Outcome | Should -Be Created
        Stop-PaymentEmulator
    }
}

Describe 'An emulator' {
    It 'ends with the session, even if the session is killed' {
        $start = [System.Diagnostics.ProcessStartInfo]::new($pwshProgram)
        $pwshArguments + '-NoProfile', '-NonInteractive', '-Command', "Import-Module '$modulePath'; (Start-PaymentEmulator OnePay).BaseUri.AbsoluteUri; Start-Sleep 300" |
            ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $true
        $session = [System.Diagnostics.Process]::Start($start)
        $address = $session.StandardOutput.ReadLine()
        $client = [System.Net.Sockets.TcpClient]::new('127.0.0.1', ([uri] $address).Port)
        # Only this process is killed, and not the processes that it has started.
        $session.Kill()
        # When the emulator ends, the connection is closed.
        $client.ReceiveTimeout = 30000
        $client.GetStream().Read([byte[]]::new(1), 0, 1) | Should -Be 0
        $client.Dispose()
    }

    It 'belongs to one runspace' {
        $mine = Start-PaymentEmulator OnePay
        $other = 1 | ForEach-Object -Parallel {
            Import-Module $using:modulePath
            (Start-PaymentEmulator OnePay).BaseUri.Port
        }
        $other | Should -Not -Be $mine.BaseUri.Port
        New-Row 1 | New-PaymentCustomer -Connection $mine | ForEach-Object Outcome | Should -Be Created
        Stop-PaymentEmulator
    }
}
