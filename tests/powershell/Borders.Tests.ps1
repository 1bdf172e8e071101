# The cmdlets do not trust what comes from outside: empty variables, objects in place of ids, scripts and servers.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $emulator = Start-Emulator
    $escape = [char]27
    function Get-ControlCharacters([string[]] $Texts) {
        $Texts -join '' | Select-String '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]' -AllMatches | ForEach-Object Matches
    }
}

AfterAll { Stop-Emulator $emulator }

Describe 'Input from outside' {
    BeforeEach {
        Reset-Emulator $emulator
        Set-Fault $emulator
    }

    Context 'A connection parameter with an empty value' {
        BeforeAll { $env:ONEPAY_API_KEY = 'sk_test_of_somebody_else' }
        AfterAll { $env:ONEPAY_API_KEY = $null }

        It 'is an error before anything is sent: -<Name>' -ForEach @(
            @{ Name = 'ApiKey'; Id = 'CredentialInvalid' }, @{ Name = 'Account'; Id = 'ConnectionInvalid' }, @{ Name = 'AppId'; Id = 'ConnectionInvalid' }
            @{ Name = 'BaseUri'; Id = 'ConnectionInvalid' }, @{ Name = 'Proxy'; Id = 'ConnectionInvalid' }, @{ Name = 'Environment'; Id = 'ConnectionInvalid' }
        ) {
            $given = @{ Provider = 'OnePay'; BaseUri = $onePay.BaseUri }
            $given[$Name] = $null
            { New-Row 1 | New-PaymentCustomer @given } | Should -Throw -ErrorId "$Id,*" -ExpectedMessage "-$Name has an empty value. Nothing was sent."
            { Connect-PaymentProvider @given } | Should -Throw -ErrorId "$Id,*"
            Get-Arrived $emulator | Should -BeNullOrEmpty
        }

        It 'is an error for an empty credential too: -<_>' -ForEach Credential, ProxyCredential {
            $given = @{ Provider = 'OnePay'; BaseUri = $onePay.BaseUri; $_ = [pscredential]::Empty }
            { New-Row 1 | New-PaymentCustomer @given } | Should -Throw -ExpectedMessage "-$_ has an empty value. Nothing was sent."
            Get-Arrived $emulator | Should -BeNullOrEmpty
        }
    }

    Context 'An object in place of an id' {
        It 'is never used as an address: <_>' -ForEach 'Get-PaymentCustomer', 'Remove-PaymentCustomer' {
            $row = [pscustomobject]@{ Correo = 'ana@example.com'; Documento = '1060500333' }
            $confirm = $_ -like 'Remove*' ? @{ Confirm = $false } : @{}
            $row | & $_ @onePay @confirm -ErrorAction SilentlyContinue -ErrorVariable failed
            @{ Correo = 'ana@example.com' } | & $_ @onePay @confirm -ErrorAction SilentlyContinue -ErrorVariable +failed
            & $_ @onePay @confirm -Id (Get-Date) -ErrorAction SilentlyContinue -ErrorVariable +failed
            $failed | Should -HaveCount 3
            $failed.Exception.Error.Id | Should -Be CustomerNotFound, CustomerNotFound, CustomerNotFound
            ($failed | Format-List * -Force | Out-String) + ($failed | Out-String) | Should -Not -Match 'ana@|1060500333'
            Get-Arrived $emulator | Should -BeNullOrEmpty
        }

        It 'is accepted if it has an Id property or is a GUID' {
            $id = (New-Row 1 | New-PaymentCustomer @onePay).Id
            ([guid] $id | Get-PaymentCustomer @onePay).Id | Should -Be $id
            ([pscustomobject]@{ Id = $id } | Get-PaymentCustomer @onePay).Id | Should -Be $id
            (@{ Id = $id } | Get-PaymentCustomer @onePay).Id | Should -Be $id
            ($id, [guid] $id | Get-PaymentCustomer @onePay).Id | Should -Be @($id, $id)
            Get-PaymentCustomer @onePay | Remove-PaymentCustomer @onePay -Confirm:$false
            Get-Stored $emulator OnePay | Should -BeNullOrEmpty
        }
    }

    Context 'A script block that reads a field of the row' {
        It 'that returns nothing or throws does not change the numbers or the count of the rows' {
            $rows = 1..4 | ForEach-Object { New-Row $_ | Add-Member Born @('1990-01-31', 'nothing', 'bad', '1990-02-28')[$_ - 1] -PassThru }
            $info = $null
            $born = { if ($_.Born -eq 'bad') { throw "ana@example.com is no date" } elseif ($_.Born -ne 'nothing') { $_.Born } }
            $out = $rows | New-PaymentCustomer @onePay -BirthDate $born -ErrorAction SilentlyContinue -ErrorVariable failed -InformationVariable info
            $out.Row | Should -Be @(1, 2, 4)
            $failed | Should -HaveCount 1
            $failed[0].Exception.Error.Row | Should -Be 3
            $failed[0].Exception.Error.Id | Should -Be 'CustomerInvalid'
            $failed[0].TargetObject.document_number | Should -Be $rows[2].document_number
            "$($failed[0])" | Should -Not -Match 'ana@'
        $info.MessageData.Rows | Should -Be 4
        $out.BirthDate | Should -Be @('1990-01-31', $null, '1990-02-28')
    }

    It 'that throws is reported by Test-PaymentCustomer as a problem of its row' {
        $tested = 1..3 | ForEach-Object { New-Row $_ } | Test-PaymentCustomer -Provider OnePay -Email { if ($_.first_name -ne 'Ana 2') { $_.email } else { throw 'no' } }
        $tested.Row | Should -Be @(1, 2, 3)
        $tested.IsValid | Should -Be @($true, $false, $true)
    }
}

Context '-Debug' {
    It 'does not prompt and loses no row' {
        $run = Invoke-Unattended @'
Import-Module $env:MODULE
$onePay = @{ Provider = 'OnePay'; ApiKey = (ConvertTo-SecureString 'sk_test_emulator' -AsPlainText -Force); BaseUri = $env:EMULATOR }
$row = [pscustomobject]@{ first_name = 'Ana'; last_name = 'Gil'; email = 'ana@example.com'; phone = '+573001234567'; document_type = 'CC'; document_number = '101'; enable_notifications = 'false'; other = 1 }
$out = $row | New-PaymentCustomer @onePay -Debug 3>$null 5>$null
"$($out.Outcome) $($out.Row)"
(Get-PaymentCustomer @onePay -Debug 5>$null).Count
$null = Connect-PaymentProvider @onePay -Debug 5>$null
Disconnect-PaymentProvider -Debug 5>$null
'end'
'@
            $run.Errors | Should -BeNullOrEmpty
            $run.Output | Should -Be "Created 1`n1`nend`n"
        }

        It 'shows the bodies of the requests' {
            $seen = New-Row 1 | New-PaymentCustomer @onePay -Debug 5>&1 | Where-Object { $_ -is [System.Management.Automation.DebugRecord] }
            $seen.Message -like '> POST /v1/customers {*' | Should -Not -BeNullOrEmpty
        }
    }

    Context 'A terminal escape sequence' {
        It 'from a server is written to no stream' {
            Set-Fault $emulator @{ kind = 'status'; code = 422; message = 'control' }
            $seen = New-Row 1 | New-PaymentCustomer @onePay -Verbose -Debug -ErrorAction Continue *>&1 | Out-String -Width 500
            Get-ControlCharacters ($seen -replace "$escape\[[0-9;]*m") | Should -BeNullOrEmpty
        }

        It 'from a cell or a column name is written to no stream' {
            $row = New-Row 1
            $row.first_name = "Ana$escape]52;c;eA==`a"
            $row | Add-Member "note$escape[2J$([char]0x9b)$([char]0x202e)" 'x'
            $seen = & {
                $row | New-PaymentCustomer @onePay -Verbose -ErrorAction Continue
                $row | New-PaymentCustomer @onePay -WhatIf
                try { [pscustomobject]@{ "$escape[2Jx" = 1 } | New-PaymentCustomer @onePay } catch { "$_" }
            } *>&1 | Out-String -Width 500
            Get-ControlCharacters ($seen -replace "$escape\[[0-9;]*m") | Should -BeNullOrEmpty
        }
    }

    Context 'Personal data in a message of the provider' {
        It 'is masked in the message and not shown as the target of the error' {
            Set-Fault $emulator @{ kind = 'status'; code = 422; message = 'personal' }
            $row = New-Row 1060500333
            $row.document_number = '1060500333'
            $row | New-PaymentCustomer @onePay -ErrorAction SilentlyContinue -ErrorVariable failed
            "$($failed[0])" | Should -Match '422'
            "$($failed[0])" + $failed[0].CategoryInfo + ($failed[0] | Out-String) | Should -Not -Match 'ana1060500333@|1060500333|3001234567|first_name'
            $failed[0].CategoryInfo.TargetName | Should -Be 'row 1'
            $failed[0].TargetObject.first_name | Should -Be 'Ana 1060500333'
        }
    }

    Context 'A proxy with a password' {
        It 'of the system is not shown in an error' {
            $run = Invoke-Unattended @'
Import-Module $env:MODULE
$row = [pscustomobject]@{ first_name = 'Ana'; last_name = 'Gil'; email = 'ana@example.com'; phone = '+573001234567'; document_type = 'CC'; document_number = '101'; enable_notifications = 'false' }
$row | New-PaymentCustomer -Provider OnePay -ApiKey (ConvertTo-SecureString 'sk_test_x' -AsPlainText -Force) -BaseUri https://provider.example/v1 -MaximumRetryCount 0 -ErrorAction SilentlyContinue -ErrorVariable failed
$failed[0].Exception.Error.Id
$failed | Format-List * -Force | Out-String
'@ @{ HTTPS_PROXY = "http://user:geheim-77@$(([uri] $onePay.BaseUri).Authority)" }
            $run.Output | Should -Match 'ConnectionFailed'
            $run.Output + $run.Errors | Should -Not -Match 'geheim-77'
        }

        It 'is refused for plain http, because it would receive the credential' {
            { New-Row 1 | New-PaymentCustomer @onePay -Proxy http://127.0.0.1:9 } | Should -Throw -ErrorId 'ConnectionInvalid,*'
            Get-Arrived $emulator | Should -BeNullOrEmpty
        }
    }
}
