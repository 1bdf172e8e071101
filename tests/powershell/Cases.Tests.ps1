# Tests with inputs as real programs write them. Each folder of tests/cases has an input, a command, what must be true of the
# requests and messages, and checks.ps1, which asserts this sentence by sentence.

BeforeDiscovery {
    $folder = Join-Path (Split-Path $PSScriptRoot) cases
    $cases = foreach ($case in Get-ChildItem $folder -Directory) {
        @{ Name = $case.Name; Folder = $case.FullName; Case = Get-Content (Join-Path $case.FullName case.json) -Raw | ConvertFrom-Json }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $env:ONEPAY_API_KEY = $onePayKey

    # Runs the command line under the name that the commands of the cases use.
    function payment-customers { dotnet (Join-Path $root out cli payment-customers.dll) @args 2>&1 | ForEach-Object { "$_" } }

    # Runs the command of a case, and returns what was sent, created and shown.
    function Invoke-Case($Case, [string] $Folder) {
        Reset-Emulator $emulator
        $tmp = (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory).FullName
        # An import writes files beside its input, so that it works on a copy.
        $copy = Join-Path $tmp case
        Copy-Item $Folder $copy -Recurse
        $command = $Case.command.Replace('{dir}', $copy).Replace('{tmp}', $tmp).Replace('{base}', $emulator.Address)
        # The commands of the cases use these splats.
        $onepay = $onePay + @{ ThrottleLimit = 1 }
        $dots = $dots + @{ ThrottleLimit = 1 }
        $e = $w = $null
        $broken = $null
        $output = try { . ([scriptblock]::Create($command)) 2>$null 3>$null 6>$null }
        catch [System.Management.Automation.ParameterBindingException], [System.Management.Automation.CommandNotFoundException] { $broken = "The command does not run: $_" }
        catch { $e = @($e) + $_ }

        $requests = Get-Arrived $emulator create
        [pscustomobject]@{
            Broken   = $broken
            Raw      = @($requests.body)
            Sent     = @($requests | ForEach-Object { $_.body | ConvertFrom-Json })
            Created  = @($requests | Where-Object status -In (200..299) | ForEach-Object { $_.body | ConvertFrom-Json })
            Results  = @($output | Where-Object { $_.PSObject.TypeNames -contains 'PaymentCustomers.PaymentCustomerResult' })
            # An error and its recommended action are tested as one text.
            Errors   = @($e | Where-Object { $_ } | ForEach-Object { "$_`n$($_.ErrorDetails.RecommendedAction)" })
            Warnings = @($w | Where-Object { $_ } | ForEach-Object { "$_" })
            Message  = @($output | Where-Object { $_ -is [string] }) -join "`n"
        }
    }

    # Asserts one sentence of a case. A refusal (an error, and nothing sent) fulfils a sentence about what is sent, but not one
    # about what is created.
    function Check([string] $Sentence, [scriptblock] $Assertion, [switch] $OfSent) {
        $sentences.Add($Sentence)
        try {
            if (-not $OfSent -or $sent) { & $Assertion }
            elseif (-not $errors -and -not $message) { throw 'Nothing was sent, and nothing says why.' }
        }
        catch { $failures.Add("$Sentence`n    $($_.Exception.Message)") }
    }

    # The telephone number of a body in the form of either provider.
    function Get-Phone($Body) { $Body.phone ?? ($Body.phone_number ? "+$($Body.country_code)$($Body.phone_number)" : $null) }

    function Test-Match([string[]] $Texts, [string] $Pattern) { @($Texts) -match $Pattern -as [bool] }

    # Whether a text names the row by its number.
    function Test-Row([string[]] $Texts, [int] $Row) { Test-Match $Texts "\bRow $Row\b" }
}
AfterAll {
    Remove-Item Env:ONEPAY_API_KEY
    Stop-Emulator $emulator
}

Describe 'Cases' {
    It '<Name>: <Case.what>' -ForEach $cases {
        $run = Invoke-Case $Case $Folder
        $raw, $sent, $created, $results, $errors, $warnings, $message =
            $run.Raw, $run.Sent, $run.Created, $run.Results, $run.Errors, $run.Warnings, $run.Message
        $sentences = [System.Collections.Generic.List[string]]::new()
        $failures = [System.Collections.Generic.List[string]]::new()
        if ($run.Broken) { $failures.Add($run.Broken) }
        . (Join-Path $Folder checks.ps1)
        $sentences | Should -BeExactly $Case.checks -Because 'each check of the case is asserted, in its order'

        $told = ($failures + @('', "Expected: $($Case.expect)", "Sent: $($raw -join "`n      ")", 'Said:') + $errors + $warnings + $message).Trim() -join "`n"
        if ($failures.Count) { throw $told }
    }
}
