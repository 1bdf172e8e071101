BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    $secret = 'sk_test_S3cr3t+K/y=='
    $secure = ConvertTo-SecureString $secret -AsPlainText -Force
    $onePay.ApiKey = $secure
    $dots.Credential = [pscredential]::new('client-7', $secure)
    function Show($Thing) {
        $Thing | Format-List * -Force | Out-String -Width 500
        $Thing | Format-Table * -Force | Out-String -Width 500
        $Thing | Out-String
        "$Thing"
        $Thing | ConvertTo-Json -Depth 2 -WarningAction SilentlyContinue
        $Thing | ConvertTo-Csv
        $Thing | ForEach-Object { if ($_.Exception) { $_.Exception.ToString() } }
        [System.Management.Automation.PSSerializer]::Serialize($Thing, 2)
    }
    $spellings = @(
        $secret
        [uri]::EscapeDataString($secret)
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($secret))
        [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("client-7:$secret"))
        [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($secret))
        [Convert]::ToHexString([Text.Encoding]::UTF8.GetBytes($secret))
    )
    $good = @{ FirstName = 'Ana'; LastName = 'Gómez'; Email = 'ana.gomez@example.com'; Phone = '+573001234567'; DocumentType = 'CC'; DocumentNumber = '1060500333' }
}
AfterAll { Stop-Emulator $emulator }

Describe 'Secrets and personal data' {
    It 'shows the key in no stream, object, error or transcript' {
        Reset-Emulator $emulator
        $Error.Clear()
        $connection = Connect-PaymentProvider @onePay
        $shown = @(
            Show $connection
            Show (Connect-PaymentProvider @dots)
            Show (Get-PaymentConnection)
        )
        $all = & {
            [pscustomobject]$good | New-PaymentCustomer @onePay -Verbose -Debug
            [pscustomobject]@{ FirstName = 'x' } | New-PaymentCustomer @onePay -Verbose -Debug
            New-PaymentCustomer @dots -BusinessName A -Verbose -Debug
            Get-PaymentCustomer @dots -Verbose -Debug
            Get-PaymentCustomer @onePay -Id none -Verbose -Debug
        } *>&1
        foreach ($thing in $all) { $shown += Show $thing }
        Invoke-Control $emulator '/options' PATCH @{ onePayAcceptedKeys = @('sk_test_other') } | Out-Null
        try { [pscustomobject]$good | New-PaymentCustomer @onePay -Verbose -Debug *>&1 | ForEach-Object { $shown += Show $_ } } catch { $shown += Show $_ }
        Invoke-Control $emulator '/options' PATCH @{ onePayAcceptedKeys = @() } | Out-Null
        foreach ($record in $Error) { $shown += Show $record }
        $text = $shown -join "`n"
        $text | Should -BeLike '*POST http://127.0.0.1*201*'
        foreach ($spelling in $spellings) { $text.Contains($spelling, 'OrdinalIgnoreCase') | Should -BeFalse }
    }

    It 'masks personal data in the verbose and debug streams' {
        $lines = & { [pscustomobject]$good | New-PaymentCustomer @onePay -Verbose -Debug } *>&1 |
            Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -or $_ -is [System.Management.Automation.DebugRecord] } | Out-String
        $lines | Should -BeLike '*"email":"a`*`*`*@`*`*`*.com"*'
        $lines | Should -Not -Match 'ana\.gomez|3001234567|1060500333|Gómez'
    }
}

Describe 'A transcript of a run with many errors and with all streams' {
    It 'contains no key in any spelling, and no complete e-mail address, phone or document in the verbose and debug streams' {
        Reset-Emulator $emulator @{ onePayAcceptedKeys = @() }
        # No provider answers in UTF-16, so that this spelling is left out.
        $echoed = $spellings[0, 1, 2, 3, 5] -join ' '
        $echo = ConvertTo-Json @{ message = "no: $echoed"; email = 'ana4@example.com' } -Compress
        Set-Fault $emulator @(
            @{ provider = 'onepay'; operation = 'create'; contains = 'ana1@'; which = 'nth'; n = 1; kind = 'status'; code = 503; body = $echo }
            @{ provider = 'onepay'; operation = 'create'; contains = 'ana2@'; which = 'nth'; n = 1; kind = 'reset'; moment = 'after' }
            @{ provider = 'onepay'; operation = 'create'; contains = 'ana3@'; which = 'nth'; n = 1; kind = 'status'; code = 429; retryAfter = '0' }
            @{ provider = 'onepay'; operation = 'create'; contains = 'ana4@'; kind = 'status'; code = 422; body = $echo }
            @{ provider = 'onepay'; operation = 'create'; contains = 'ana5@'; kind = 'html'; code = 502; body = "<html>$echoed</html>" }
            @{ provider = 'onepay'; operation = 'retrieve'; kind = 'garbage'; body = $echo }
            @{ provider = 'dots'; operation = 'create'; kind = 'status'; code = 401; body = $echo })
        $folder = Join-Path $TestDrive said
        New-Item -ItemType Directory $folder | Out-Null
        $run = Invoke-Unattended -Environment @{ SECRET = $secret; FOLDER = $folder } -Script @'
Start-Transcript $env:FOLDER/transcript.txt | Out-Null
Import-Module $env:MODULE
$secure = ConvertTo-SecureString $env:SECRET -AsPlainText
$onePay = @{ Provider = 'OnePay'; ApiKey = $secure; BaseUri = $env:EMULATOR }
$dots = @{ Provider = 'Dots'; Credential = [pscredential]::new('client-7', $secure); BaseUri = $env:EMULATOR }
$VerbosePreference = $DebugPreference = 'Continue'
$quiet = @{ ErrorAction = 'SilentlyContinue' }
Connect-PaymentProvider @onePay | Out-Null
Connect-PaymentProvider @dots | Out-Null
1..6 | ForEach-Object {
    [pscustomobject]@{ FirstName = "Ana$_"; LastName = 'Gómez'; Email = "ana$_@example.com"; Phone = '+573001234567'; DocumentType = 'CC'; DocumentNumber = "106050033$_" }
} | New-PaymentCustomer @onePay @quiet -MaximumRetryCount 1 -JournalPath $env:FOLDER/run.journal -ErrorVariable failed | Out-Null
Get-PaymentCustomer @onePay -Email ana1@example.com | Out-Null
Get-PaymentCustomer @onePay @quiet -Id 8b2c41de-90a4-4f0e-b6f7-1c7f3e1f2a55 -MaximumRetryCount 0 | Out-Null
try { New-PaymentCustomer @dots @quiet -FirstName Ana -LastName Gómez -Email ana1@example.com -Phone +573001234567 } catch { $stop = $_ }
$VerbosePreference = $DebugPreference = 'SilentlyContinue'
'--- the errors, whole'
"failed: $($failed.Count), stopped: $($stop.FullyQualifiedErrorId)"
$failed | Export-Clixml $env:FOLDER/failed.xml -Depth 4
$failed.TargetObject | Export-Csv $env:FOLDER/rejects.csv
$Error | Format-List * -Force
$Error | ForEach-Object { $_.Exception.Error | Format-List * -Force; "$($_.Exception)" }
Get-PaymentConnection | Format-List * -Force
Get-PaymentConnection | ConvertTo-Json
Stop-Transcript | Out-Null
'@
        Set-Fault $emulator
        $run.ExitCode | Should -Be 0
        $run.Output | Should -Match 'failed: 2, stopped: AuthenticationFailed,'
        $files = Get-ChildItem $folder | ForEach-Object { Get-Content $_ -Raw }
        $files | Should -HaveCount 4
        $all = (@($run.Output, $run.Errors) + $files) -join "`n"
        $shown = @($spellings) + @($spellings | ForEach-Object { [uri]::EscapeDataString($_); $_.TrimEnd('=') }) |
            Where-Object { $all.Contains($_, 'OrdinalIgnoreCase') }
        $shown | Should -BeNullOrEmpty
        foreach ($text in $run.Output, (Get-Content $folder/transcript.txt -Raw)) {
            $said = ($text -split '--- the errors, whole')[0]
            $said | Should -Match '(?s)VERBOSE: POST .* 503 .*VERBOSE: Create: retry in .*DEBUG: > POST .*ConnectionLost'
            $said | Should -Not -Match 'ana\d@|3001234567|106050033\d|Gómez'
        }
    }
}
