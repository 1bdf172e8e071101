BeforeAll {
    . $PSScriptRoot/Common.ps1
    $committed = Get-Content (Join-Path $root docs session.svg) -Raw
    $made = Join-Path $TestDrive session.svg
    $null = & (Join-Path $root build New-SessionPicture.ps1) -Destination $made -ModulePath (Join-Path $root out PaymentCustomers)
    $today = Get-Content $made -Raw

    function Read-Text([string] $Svg) {
        $text = [System.Net.WebUtility]::HtmlDecode(($Svg -replace "`r" -replace '<[^>]+>')) -split "`n" -ne ''
        # PowerShell 7.4 does not show the recommended action below an error.
        if ($PSVersionTable.PSVersion -lt [version] '7.5') { $text = $text -notmatch 'Recommendation:' }
        $text -join "`n"
    }
}

Describe 'The picture in the README' {
    It 'shows the present output of its session' {
        Read-Text $today | Should -BeExactly (Read-Text $committed) -Because './build.ps1 Picture has to be run again'
    }

    It 'has the present drawing' {
        # Other versions of PowerShell may use other colors.
        if ($PSVersionTable.PSVersion.Major -eq 7 -and $PSVersionTable.PSVersion.Minor -eq 6) {
            $today | Should -BeExactly ($committed -replace "`r") -Because './build.ps1 Picture has to be run again'
        }
    }

    It 'shows every command of the session, an error and the counts' {
        $text = (Read-Text $committed) -replace [char] 0xA0, ' '
        foreach ($line in 'PS> Start-PaymentEmulator OnePay', 'PS> Import-PaymentCustomer contacts.csv', 'Created +: 8', 'Failed +: 4', 'PS> Stop-PaymentEmulator') { $text | Should -Match "(?m)^$line" }
        $text | Should -Match 'Row 6: '
    }

    It 'is shown in the README, and is valid XML' {
        Get-Content (Join-Path $root README.md) -Raw | Should -Match '!\[[^\]]+\]\(docs/session\.svg\)'
        ([xml] $committed).DocumentElement.Name | Should -Be 'svg'
    }
}
