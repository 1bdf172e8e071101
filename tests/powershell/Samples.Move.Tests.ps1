BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/Samples.Common.ps1
    $emulator = Start-Emulator
}
AfterAll {
    Restore-Environment
    Stop-Emulator $emulator
}

Describe 'The move from Dots to OnePay' {
    BeforeAll {
        # The script runs in a separate process, because it uses the connections of its session.
        function Invoke-Move([string] $More) {
            $connect = 'Dots', 'OnePay' | ForEach-Object { "Connect-PaymentProvider $_ -BaseUri $($emulator.Address) | Out-Null" }
            $script = Join-Path $samples migrate-dots-to-onepay Move-PaymentCustomers.ps1
            Invoke-Script (@($connect) + "& '$script' -Destination '$folder' -DocumentNumberEntry cedula $More | ForEach-Object { `"output: `$_`" }" -join '; ')
        }
    }
    BeforeEach {
        Set-Fault $emulator
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

    It 'finds customers that cannot be moved in a dry run, and sends nothing' {
        $run = Invoke-Move '-WhatIf'
        $run.ExitCode | Should -Be 0 -Because $run.Output
        Get-Arrived $emulator create | Where-Object provider -EQ onepay | Should -HaveCount 0
        $report = Import-Csv (Join-Path $folder not-moved.csv)
        $report.DotsId | Should -Be $atDots[3].Id
        $report.ErrorId | Should -Be CustomerInvalid
        $report.Reason | Should -Match 'DocumentNumber'
        Join-Path $folder move.journal | Should -Not -Exist
    }

    It 'moves the other customers, writes a table of old and new ids, and moves no customer twice' {
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
