BeforeDiscovery {
    # If the help file were missing, there would be no examples to run, and no test would fail.
    $ErrorActionPreference = 'Stop'
    $module = Join-Path (Split-Path (Split-Path $PSScriptRoot)) out PaymentCustomers
    $cmdlets = (Import-PowerShellDataFile (Join-Path $module PaymentCustomers.psd1)).CmdletsToExport
    $topics = 'about_PaymentCustomers', 'about_PaymentCustomers_Bulk', 'about_PaymentCustomers_Providers'

    # The English help is used, whatever the language of the session.
    $help = [xml](Get-Content (Join-Path $module en-US PaymentCustomers.PowerShell.dll-Help.xml) -Raw)
    $pages = foreach ($command in $help.helpItems.command) {
        @{
            Cmdlet   = $command.details.name
            Examples = @(foreach ($example in $command.examples.example) {
                    @{
                        Title   = $example.title.Trim('-', ' ') -replace '^Example \d+: '
                        Code    = $example.code
                        Remarks = $example.remarks.InnerText
                    }
                })
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $module = Join-Path $root out PaymentCustomers
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters

    # The synopsis in the help file of a language, independent of the language that PowerShell selects.
    function Read-Synopsis([string] $Language, [string] $Cmdlet) {
        $file = [xml](Get-Content (Join-Path $module $Language PaymentCustomers.PowerShell.dll-Help.xml) -Raw)
        ($file.helpItems.command | Where-Object { $_.details.name -eq $Cmdlet }).details.description.para
    }

    function Read-Fact($Parameter) {
        $pipeline = @(if ($Parameter.ValueFromPipeline) { 'ByValue' }; if ($Parameter.ValueFromPipelineByPropertyName) { 'ByPropertyName' })
        [pscustomobject]@{
            Name     = $Parameter.Name
            Required = "$($Parameter.IsMandatory)".ToLowerInvariant()
            Position = $Parameter.Position -lt 0 ? 'named' : "$($Parameter.Position)"
            Pipeline = $pipeline ? "True ($($pipeline -join ', '))" : 'False'
            Aliases  = @($Parameter.Aliases) ? ($Parameter.Aliases -join ', ') : 'none'
        }
    }

    function Format-Set($Name, $Facts) {
        "$Name $(($Facts | Sort-Object Name | ForEach-Object { "$($_.Name):$($_.Required):$($_.Position):$($_.Pipeline):$($_.Aliases)" }) -join ' ')"
    }
}

AfterAll { Stop-Emulator $emulator }

Describe 'Get-Help' {
    It 'has all parts of the help of <_>' -ForEach $cmdlets {
        $help = Get-Help $_ -Full
        # If there is no help, PowerShell generates a synopsis from the syntax.
        $help.Synopsis | Should -Not -Match '\[<CommonParameters>\]'
        $help.Synopsis | Should -Match '\.$'
        $help.description.Text | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($example in $help.examples.example) {
            $example.title | Should -Match ': \w'
            $example.code | Should -Not -BeNullOrEmpty
            "$($example.remarks.Text)" | Should -Not -BeNullOrEmpty
        }
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
        "$($help.alertSet.alert.Text)" | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink.linkText | Should -Not -BeNullOrEmpty

        $shown = Get-Help $_ -Full | Out-String -Width 200
        foreach ($text in @($help.Synopsis) + $help.examples.example.code.Split("`n")[0] + $help.relatedLinks.navigationLink.linkText) { $shown | Should -Match ([regex]::Escape($text.Trim())) }
        Get-Help $_ -Detailed | Out-String -Width 200 | Should -Match 'Example 1|Ejemplo 1'
        Get-Help $_ -Examples | Out-String -Width 200 | Should -Match 'Example 1|Ejemplo 1'
    }

    It 'describes the parameter sets of <_> correctly' -ForEach $cmdlets {
        $expected = foreach ($set in (Get-Command $_).ParameterSets) {
            Format-Set $_ ($set.Parameters | Where-Object Name -NotIn $common | ForEach-Object { Read-Fact $_ })
        }
        $actual = foreach ($set in (Get-Help $_).syntax.syntaxItem) {
            Format-Set $set.name ($set.parameter | Where-Object { $_ } | ForEach-Object {
                    [pscustomobject]@{ Name = $_.name; Required = $_.required; Position = $_.position; Pipeline = $_.pipelineInput; Aliases = $_.aliases }
                })
        }
        @($actual) | Sort-Object | Should -Be @($expected | Sort-Object)
    }

    It 'describes the parameters of <_> correctly' -ForEach $cmdlets {
        $command = Get-Command $_
        $declared = $command.Parameters.Values | Where-Object Name -NotIn $common
        $described = @(Get-Help $_ -Parameter * -ErrorAction Ignore)
        $described.name | Sort-Object | Should -Be ($declared.Name | Sort-Object)

        $instance = [Activator]::CreateInstance($command.ImplementingType)
        foreach ($parameter in $described) {
            $own = $command.Parameters[$parameter.name]
            $type = [Nullable]::GetUnderlyingType($own.ParameterType) ?? $own.ParameterType
            $parameter.type.name | Should -Be $type.Name
            "$($parameter.description.Text)" | Should -Not -BeNullOrEmpty
            $parameter.globbing | Should -Be "$($own.Attributes.TypeId.Name -contains 'SupportsWildcardsAttribute')".ToLowerInvariant()

            # The default in the help must be the value that the cmdlet has without the parameter.
            $property = $command.ImplementingType.GetProperty($parameter.name)
            $default = if ($property) { $property.GetValue($instance) }
            if ($default -is [int] -and $default -ne 0 -or $default -is [string] -and $default) {
                $parameter.defaultValue | Should -Be "$default" -Because "that is the default of -$($parameter.name)"
            }
        }
    }

    It 'finds the topic <_>' -ForEach $topics {
        $text = Get-Help $_
        $text | Should -BeOfType string
        $text.Split("`n")[1].Trim() | Should -Be $_
        (Get-Help 'about_PaymentCustomers*').Name | Should -Contain $_
        ((Get-Help 'about_PaymentCustomers*') | Where-Object Name -EQ $_).Synopsis | Should -Match '\.$'
    }

    # Each language needs a separate process, because PowerShell keeps the help that it has read even if the language changes.
    It 'is in <Language> for a user with the culture <Culture>' -ForEach @(
        @{ Culture = 'es-CO'; Language = 'es'; Topic = 'TEMA' }
        @{ Culture = 'es-MX'; Language = 'es'; Topic = 'TEMA' }
        @{ Culture = 'en-GB'; Language = 'en-US'; Topic = 'TOPIC' }
        @{ Culture = 'fr-FR'; Language = 'en-US'; Topic = 'TOPIC' }
    ) {
        $script = @"
            [cultureinfo]::CurrentUICulture = '$Culture'
            Import-Module '$(Join-Path $module PaymentCustomers.psd1)'
            (Get-Help New-PaymentCustomer).Synopsis
            (Get-Help about_PaymentCustomers).Split("``n")[0].Trim()
"@
        pwsh -NoProfile -NonInteractive -Command $script | Should -Be (Read-Synopsis $Language New-PaymentCustomer), $Topic
    }

    It 'is in Spanish if LANG says so' -Skip:$IsWindows {
        $before = $env:LANG, $env:LC_ALL
        try {
            $env:LANG, $env:LC_ALL = 'es_CO.UTF-8', $null
            pwsh -NoProfile -NonInteractive -Command "Import-Module '$(Join-Path $module PaymentCustomers.psd1)'; (Get-Help New-PaymentCustomer).Synopsis" |
                Should -Be (Read-Synopsis es New-PaymentCustomer)
        }
        finally { $env:LANG, $env:LC_ALL = $before }
    }
}

Describe 'The examples of <Cmdlet>' -ForEach $pages {
    BeforeAll {
        Reset-Emulator $emulator
        $folder = New-Item (Join-Path $TestDrive $Cmdlet) -ItemType Directory
        Copy-Item (Join-Path $samples onepay-customers.csv) (Join-Path $folder customers.csv)
        Copy-Item (Join-Path $samples exported-contacts.csv) (Join-Path $folder contacts.csv)
        Copy-Item (Join-Path $samples dots-customers.csv) (Join-Path $folder dots.csv)

        $environment = @{
            ONEPAY_API_KEY = $onePayKey
            DOTS_CLIENT_ID = $dots.Credential.UserName
            DOTS_API_KEY   = $dotsKey
            STRIPE_API_KEY = $onePayKey
            PSModulePath   = (Split-Path $module) + [IO.Path]::PathSeparator + $env:PSModulePath
        }
        $before = @{}
        foreach ($name in $environment.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $environment[$name])
        }

        # All examples of a page run in one session, because an example may use the results of an earlier one.
        $session = [powershell]::Create()
        [void]$session.AddScript({
                param($folder, $module, $address, $dots, $onePayKey, $cmdlet)
                $ErrorActionPreference = 'Stop'
                Set-Location $folder
                Import-Module $module
                $ProgressPreference = 'SilentlyContinue'
                # The session is not interactive.
                $ConfirmPreference = 'None'
                $WarningPreference = 'SilentlyContinue'

                # Every connection goes to the emulator. A stored connection already has its address.
                $global:emulatorAddress = $address
                # A plain http address is refused with a proxy. The example with a proxy sends nothing.
                $PSDefaultParameterValues['Connect-PaymentProvider:BaseUri'] = { if ($args[0].BoundParameters -notcontains 'Proxy') { $emulatorAddress } }
                foreach ($verb in 'New', 'Get', 'Remove') {
                    $PSDefaultParameterValues["$verb-PaymentCustomer:BaseUri"] = {
                        if ($args[0].BoundParameters -contains 'Provider' -and $args[0].BoundParameters -notcontains 'Connection') { $emulatorAddress }
                    }
                }

                $global:standIn = @{ Credential = $dots; Key = ConvertTo-SecureString $onePayKey -AsPlainText -Force }
                function global:Read-Host([string] $Prompt, [switch] $AsSecureString) { $AsSecureString ? $standIn.Key : 'y' }
                function global:Get-Credential([string] $UserName, [string] $Message) { $standIn.Credential }
                function global:Get-Secret([string] $Name) { $Name -like '*dots*' ? $standIn.Credential : $standIn.Key }

                [void](Connect-PaymentProvider Dots)
                [void](Connect-PaymentProvider OnePay)
                # A page about an operation that only Stripe supports uses Stripe as its provider.
                if ($cmdlet -eq 'Set-PaymentCustomer') {
                    $global:emulatorAddress = "$($address.TrimEnd('/'))/stripe/v1"
                    [void](Connect-PaymentProvider Stripe)
                }
                $ErrorActionPreference = 'Continue'
            }).AddParameters(@{ folder = "$folder"; module = $module; address = $emulator.Address; dots = $dots.Credential; onePayKey = $onePayKey; cmdlet = $Cmdlet })
        [void]$session.Invoke()
        if ($session.HadErrors) { throw "The session could not be set up: $($session.Streams.Error)" }
    }

    AfterAll {
        $session.Dispose()
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    }

    # The examples must be correct: each runs without errors, except for those that its text mentions.
    It '<Cmdlet>: <Title>' -ForEach $Examples {
        $session.Commands.Clear()
        $session.Streams.ClearStreams()
        [void]$session.AddScript($Code)
        $failures = @()
        try { [void]($session.Invoke() | Out-String) }
        catch { $failures = @(($_.Exception.InnerException)?.ErrorRecord ?? $_) }
        $failures += $session.Streams.Error
        $failures | Where-Object { $Remarks -notmatch "\b$([regex]::Escape(($_.FullyQualifiedErrorId -split ',')[0]))\b" } |
            ForEach-Object { "$($_.FullyQualifiedErrorId): $_" } | Should -BeNullOrEmpty
    }
}
