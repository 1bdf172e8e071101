BeforeAll {
    . $PSScriptRoot/Common.ps1

    # The tests use fresh processes, because a loaded assembly stays loaded. PowerShell's background compilation, which could load
    # assemblies at any time, is switched off.
    function Invoke-Fresh([string] $Script) {
        $env:DOTNET_MultiCoreJitMinNumCpus = '7fffffff'
        $result = pwsh -NoProfile -NonInteractive -Command $Script
        Remove-Item Env:DOTNET_MultiCoreJitMinNumCpus
        $LASTEXITCODE | Should -Be 0
        $result
    }
}

Describe 'The module' {
    It 'has a valid manifest and exports its cmdlets and nothing else' {
        $module = Test-ModuleManifest $modulePath
        $module.ExportedCommands.Keys | Sort-Object | Should -Be @(
            'Connect-PaymentProvider', 'Disconnect-PaymentProvider', 'Export-PaymentCustomerTemplate', 'Get-PaymentConnection', 'Get-PaymentCustomer',
            'Get-PaymentCustomerJournal', 'Get-PaymentProvider', 'Import-PaymentCustomer', 'New-PaymentCustomer', 'Remove-PaymentCustomer', 'Set-PaymentCustomer', 'Start-PaymentEmulator', 'Stop-PaymentEmulator',
            'Test-PaymentCustomer')
        (Get-Module PaymentCustomers).ExportedCommands.Keys | Sort-Object | Should -Be ($module.ExportedCommands.Keys | Sort-Object)
    }

    It 'is refused by Windows PowerShell and by versions before 7.4 with their own messages' {
        $data = Import-PowerShellDataFile $modulePath
        $data.PowerShellVersion | Should -Be 7.4
        $data.CompatiblePSEditions | Should -Be Core
    }

    It 'writes enums as words in JSON' {
        $json = New-Row 1 | Test-PaymentCustomer -Provider OnePay -FirstName 5 -Email nobody | ConvertTo-Json -Depth 5 -Compress
        $json | Should -Match '"Problems":\[\{"Id":"CustomerInvalid",'
        foreach ($enum in 'CustomerOutcome', 'CustomerField', 'PaymentEnvironment', 'PaymentErrorId') {
            $value = [Enum]::GetValues("PaymentCustomers.$enum")[0]
            ConvertTo-Json $value | Should -Be """$value"""
        }
    }

    It 'says that there is no online help' {
        { Get-Help Get-PaymentCustomer -Online -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidOperation,*'
    }

    It 'can be removed and imported again, and forced' {
        Invoke-Fresh "Import-Module '$modulePath'; Remove-Module PaymentCustomers; Import-Module '$modulePath'; Import-Module '$modulePath' -Force; (Get-PaymentProvider).Name -join ','" |
            Should -Be 'Dots,OnePay,Stripe'
    }

    It 'works completely after it was removed and imported again twice' {
        $emulator = Start-Emulator
        try {
            $run = Invoke-Unattended -Environment @{ ONEPAY_API_KEY = $onePayKey; FOLDER = $TestDrive } -Script @'
foreach ($round in 1..3) {
    Import-Module $env:MODULE
    "$round connections before: $(@(Get-PaymentConnection).Count)"
    $connection = Connect-PaymentProvider OnePay -Name sales -BaseUri $env:EMULATOR
    $rows = 1..3 | ForEach-Object {
        [pscustomobject]@{ FirstName = "Ana $_"; LastName = "R$round"; Email = "ana@example.com"; Phone = '+573001234567'; DocumentType = 'CC'; DocumentNumber = "1$round$_"; EnableNotifications = 'false' }
    }
    "$round valid: $($rows | Test-PaymentCustomer -Quiet)"
    $created = $rows | New-PaymentCustomer -Connection sales -JournalPath $env:FOLDER/$round.journal -TotalCount 3 -InformationVariable summary
    "$round $($created.Outcome) $($summary.MessageData.Created)"
    "$round $((Get-PaymentCustomerJournal $env:FOLDER/$round.journal).State)"
    "$round $(($created | Format-Table | Out-String).Trim().Split("`n")[0].Trim())"
    "$round $((Get-PaymentCustomer -Connection $connection -DocumentNumber "1${round}2").FirstName)"
    "$round $([System.Management.Automation.CommandCompletion]::CompleteInput('Get-PaymentCustomer -Connection s', 33, $null).CompletionMatches.CompletionText)"
    Remove-Module PaymentCustomers
    "$round left: $(@(Get-Command *-PaymentCustomer*, *-PaymentProvider -ErrorAction Ignore).Count) $(@(Get-Module PaymentCustomers*).Count)"
}
'@
            $run.Errors | Should -BeExactly ''
            $run.Output.TrimEnd() -split "`n" | Should -BeExactly @(foreach ($round in 1..3) {
                    "$round connections before: $($round -eq 1 ? 0 : 1)"
                    "$round valid: True"
                    "$round Created Created Created 3"
                    "$round Created Created Created"
                    "$round Row Outcome   Name                     Id"
                    "$round Ana 2"
                    "$round sales"
                    "$round left: 0 0"
                })
            $run.ExitCode | Should -Be 0
        }
        finally { Stop-Emulator $emulator }
    }

    It 'loads its engine in a separate context when a cmdlet first needs it, and only cmdlets and public types into the default one' {
        Invoke-Fresh @"
            function Show-Context {
                `$own = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -match '^(PaymentCustomers|PhoneNumbers|CsvHelper|ExcelDataReader|Npgsql)' }
                (`$own | ForEach-Object { `$_.GetName().Name + '=' + [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name } | Sort-Object) -join ' '
            }
            Import-Module '$modulePath'
            [PaymentCustomers.PaymentEnvironment]::Sandbox
            Show-Context
            [void](Get-PaymentProvider)
            Show-Context
            # The tables of numbering plans are loaded with the first telephone number.
            [void](Test-PaymentCustomer -Provider Dots -FirstName Ana -LastName Ruiz -Phone '300 123 4567' -CountryCode CO)
            Show-Context
"@ |
            Should -Be 'Sandbox', 'PaymentCustomers.PowerShell=Default PaymentCustomers=Default',
            'PaymentCustomers.Engine=PaymentCustomers PaymentCustomers.PowerShell=Default PaymentCustomers=Default',
            'PaymentCustomers.Engine=PaymentCustomers PaymentCustomers.PowerShell=Default PaymentCustomers=Default PhoneNumbers=PaymentCustomers'
    }

    It 'works with another module that loaded libraries of the same names first, and does not disturb it' {
        # Old and empty assemblies with the names of our libraries stand for those of another module.
        $names = (Get-ChildItem (Join-Path $root out PaymentCustomers bin engine *.dll)).BaseName
        $names | Should -Be 'CsvHelper', 'ExcelDataReader', 'PaymentCustomers.Engine', 'PhoneNumbers'
        $script = foreach ($name in $names) {
            "Add-Type -OutputAssembly '$TestDrive/$name.dll' -TypeDefinition '[assembly: System.Reflection.AssemblyVersion(`"0.0.0.1`")] namespace Other { public class T$($name -replace '\W') { public static string Who => `"other`"; } }' -WarningAction Ignore"
            "[void][System.Reflection.Assembly]::LoadFrom('$TestDrive/$name.dll')"
        }
        # Nothing listens on port 1. All code that sends a request runs, and reports a connection error.
        $send = @"
            `$key = ConvertTo-SecureString $onePayKey -AsPlainText
            try { Get-PaymentCustomer -Provider OnePay -ApiKey `$key -BaseUri http://127.0.0.1:1 -MaximumRetryCount 0 -ErrorAction Stop }
            catch { `$_.FullyQualifiedErrorId }
"@
        $use = $names | ForEach-Object { "[Other.T$($_ -replace '\W')]::Who" }
        $result = Invoke-Fresh (@($script) + "Import-Module '$modulePath'" + $send + @($use) -join "`n")
        $result | Should -Be (@('ConnectionFailed,PaymentCustomers.PowerShell.Commands.GetPaymentCustomerCommand') + @($names | ForEach-Object { 'other' }))
    }
}
