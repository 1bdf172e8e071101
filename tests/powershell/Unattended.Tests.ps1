BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $import = @'
Import-Module $env:MODULE
Connect-PaymentProvider OnePay -BaseUri $env:EMULATOR | Out-Null
Import-Csv $env:SAMPLES/exported-contacts.csv | New-PaymentCustomer -EnableNotifications false -TotalCount 12 -ErrorVariable failed -ErrorAction SilentlyContinue |
    ForEach-Object { "$($_.Row) $($_.Outcome) $($_.LastName)" }
foreach ($record in $failed) { "$record" }
'@
    $key = @{ ONEPAY_API_KEY = 'sk_test_unattended' }
}
AfterAll { Stop-Emulator $emulator }

Describe 'A script in a session that is not interactive' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }
    AfterAll { Reset-Emulator $emulator @{ latencyMs = 0 } }

    It 'writes exactly its output and no progress, and ends with exit code 0' {
        # The requests are so slow that a console would show progress.
        Reset-Emulator $emulator @{ latencyMs = 150 }
        $run = Invoke-Unattended $import $key
        $run.Errors | Should -BeExactly ''
        $run.Output -split "`n" | Should -BeExactly @(
            "WARNING: These columns are not used, because they are not customer fields: 'Notes'."
            '1 Created Ñáñez Córdoba', '2 Created Peña Gutiérrez', '3 Created Ibáñez', '4 Created S.A.S.', '7 Created Muñoz Zúñiga'
            '9 Created Castaño', '10 Created Etxeberria', '12 Created Vélez de la Espriella'
            "Row 5: Email 'p***' is not an e-mail address."
            "Row 6: BirthDate '***' is not a date in the format YYYY-MM-DD (column 'Date of Birth'); LastName is missing: OnePay requires it."
            "Row 8: DocumentNumber '***-0' is not a valid NIT: the check digit after the hyphen does not match the number."
            "Row 11: Phone has no calling code. Write it with the calling code, such as +573001234567, or also provide CountryCode (column 'Phone Number')."
            '')
        $run.ExitCode | Should -Be 0
        Reset-Emulator $emulator @{ latencyMs = 0 }
    }

    It 'ends with exit code 1 if the script says so, or if a run stops' {
        (Invoke-Unattended ($import + "`nexit [int]`$(`$failed.Count -gt 0)") $key).ExitCode | Should -Be 1
        Set-Fault $emulator @{ kind = 'status'; code = 401 }
        $run = Invoke-Unattended ("`$ErrorActionPreference = 'Stop'`n" + $import) $key
        $run.ExitCode | Should -Be 1
        $run.Output | Should -BeExactly ''
        $run.Errors | Should -BeLike '*Connect-PaymentProvider*401*'
    }

    It 'writes the summary once, if it is requested' {
        $run = Invoke-Unattended 'Import-Module $env:MODULE; Import-Csv $env:SAMPLES/onepay-customers.csv | New-PaymentCustomer -Provider OnePay -BaseUri $env:EMULATOR -InformationAction Continue | Out-Null' $key
        $run.Errors | Should -BeExactly ''
        $run.Output | Should -Match '\A10 rows: 10 created, 0 existing, 0 duplicate, 0 failed, 0 unknown, 0 not sent; \d+\.\d s, \d+ rows/s\n\z'
    }

    It 'never prompts: a missing value is an error' {
        $run = Invoke-Unattended 'Import-Module $env:MODULE; New-PaymentCustomer -Provider OnePay -BaseUri $env:EMULATOR -Email a@b.co; Remove-PaymentCustomer -Provider OnePay -BaseUri $env:EMULATOR -Id x'
        $run.Output | Should -BeExactly ''
        $run.Errors | Should -BeLike '*No credential for OnePay was specified*'
        Get-Arrived $emulator | Should -HaveCount 0
    }
}

Describe 'Several runspaces' {
    BeforeEach {
        Set-Fault $emulator
        Reset-Emulator $emulator
    }
    AfterEach { Get-PaymentConnection | Disconnect-PaymentProvider }

    It 'can use a connection that is passed to a thread job' {
        $connection = Connect-PaymentProvider @onePay
        $job = Start-ThreadJob {
            Import-Module $using:modulePath
            $sample = Import-Csv (Join-Path $using:samples onepay-customers.csv)
            $sample | New-PaymentCustomer -Connection $using:connection
            Get-PaymentConnection
        }
        $result = Receive-Job $job -Wait -AutoRemoveJob -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        $result.Row | Should -Be (1..10)
        Get-Stored $emulator OnePay | Should -HaveCount 10
    }

    It 'keep two accounts separate in eight simultaneous runspaces' {
        $connections = 'north', 'south' | ForEach-Object {
            Connect-PaymentProvider OnePay -Name $_ -ApiKey (ConvertTo-SecureString "sk_test_$_" -AsPlainText) -BaseUri $emulator.Address -SkipCheck
        }
        $results = 1..8 | ForEach-Object -Parallel {
            Import-Module $using:modulePath
            $number = $_
            $connection = ($using:connections)[$number % 2]
            # No connection of another runspace is visible here.
            $seen = @(Get-PaymentConnection).Count
            $rows = 1..10 | ForEach-Object {
                [pscustomobject]@{
                    FirstName = "Ana $number"; LastName = $connection.Name; Email = "a$number.$_@example.com"; Phone = '+573001234567'
                    DocumentType = 'CC'; DocumentNumber = "1$number$($_ + 100)"; EnableNotifications = 'false'
                }
            }
            $created = $rows | New-PaymentCustomer -Connection $connection -ErrorVariable failed -ErrorAction SilentlyContinue
            # This connection is left open. The next user of the runspace must not see it.
            Connect-PaymentProvider OnePay -Name north -ApiKey (ConvertTo-SecureString sk_test_other -AsPlainText) -BaseUri $using:emulator.Address -SkipCheck | Out-Null
            [pscustomobject]@{ Number = $number; Seen = $seen; Created = @($created).Count; Failed = $failed.Count; Rows = @($created).Row }
        } -ThrottleLimit 8
        $results | Should -HaveCount 8
        $results.Seen | Select-Object -Unique | Should -Be 0
        $results.Created | Select-Object -Unique | Should -Be 10
        $results.Failed | Select-Object -Unique | Should -Be 0
        foreach ($result in $results) { $result.Rows | Should -Be (1..10) }
        $arrived = Get-Arrived $emulator create
        $arrived | Should -HaveCount 80
        foreach ($request in $arrived) {
            $request.headers.Authorization | Should -BeExactly (Hide-Authorization $emulator "Bearer sk_test_$(($request.body | ConvertFrom-Json).last_name)")
        }
        $arrived.headers.'x-idempotency' | Select-Object -Unique | Should -HaveCount 80
        # The connections of the other runspaces are not visible here.
        (Get-PaymentConnection).Name | Should -Be north, south
        $connections.IsConnected | Should -Be $true, $true
    }

    It 'show no connection to the next user of a runspace' {
        $seen = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:modulePath
            @(Get-PaymentConnection).Count
            Connect-PaymentProvider OnePay -ApiKey (ConvertTo-SecureString "sk_test_$_" -AsPlainText) -SkipCheck | Out-Null
            [runspace]::DefaultRunspace.Id
        } -ThrottleLimit 1
        $seen[1, 3, 5] | Select-Object -Unique | Should -HaveCount 1 -Because 'the runspace is used again'
        $seen[0, 2, 4] | Should -Be 0, 0, 0
    }

    It 'work in the runspace pool of a C# host, which receives only the requested output' {
        Add-Type -TypeDefinition @'
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;

public static class PoolHost
{
    public static string[] Run(string module, IDictionary[] parameters, PSObject[] rows)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(new[] { module });
        using (var pool = RunspaceFactory.CreateRunspacePool(state))
        {
            pool.SetMaxRunspaces(4);
            pool.Open();
            return Task.WhenAll(rows.Select((row, index) => RunAsync(pool, parameters[index], row))).GetAwaiter().GetResult();
        }
    }

    private static async Task<string> RunAsync(RunspacePool pool, IDictionary parameters, PSObject row)
    {
        using (var shell = PowerShell.Create())
        using (var input = new PSDataCollection<PSObject>(new[] { row }))
        {
            shell.RunspacePool = pool;
            shell.AddCommand("New-PaymentCustomer").AddParameters(parameters);
            var output = await shell.InvokeAsync(input);
            var streams = shell.Streams;
            var said = streams.Error.Count + streams.Warning.Count + streams.Verbose.Count + streams.Debug.Count;
            var results = output.Select(one => one.Properties["Provider"].Value + " " + one.Properties["Outcome"].Value + " " + one.Properties["Row"].Value);
            var summaries = streams.Information.Select(one => one.MessageData.GetType().Name);
            return string.Join(", ", results) + "; " + string.Join(", ", summaries) + "; " + said + " " + shell.HadErrors;
        }
    }
}
'@
        $numbers = 1..8
        $targets = [System.Collections.IDictionary[]]@($numbers | ForEach-Object { $_ % 2 ? $onePay : $dots })
        $rows = [psobject[]]@($numbers | ForEach-Object { $_ % 2 ? (New-Row $_) : [pscustomobject]@{ BusinessName = "B $_" } })
        [PoolHost]::Run($modulePath, $targets, $rows) | Should -Be @(
            $numbers | ForEach-Object { "$($_ % 2 ? 'OnePay' : 'Dots') Created 1; PaymentRunSummary; 0 False" })
        Get-Stored $emulator OnePay | Should -HaveCount 4
        Get-Stored $emulator Dots | Should -HaveCount 4
    }
}
