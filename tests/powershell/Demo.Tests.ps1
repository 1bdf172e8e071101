BeforeAll {
    . $PSScriptRoot/Common.ps1
    $project = [xml] (Get-Content (Join-Path $root demo demo.proj) -Raw)
    # Starts the demo as the first command of the README does after the build.
    $script:shown = pwsh -NoLogo -NoProfile -NonInteractive -File (Join-Path $root demo demo.ps1) 2>&1 | Out-String
    $ended = $LASTEXITCODE
}

Describe 'The first command' {
    It 'is the command in the README, and runs this script in PowerShell' {
        Get-Content (Join-Path $root README.md) -Raw | Should -Match '(?m)^```sh\r?\ndotnet msbuild demo\r?\n```'
        $exec = ($project.Project.Target | Where-Object Name -EQ Demo).Exec.Command
        $exec | Should -BeLike 'dotnet tool run pwsh *demo.ps1*'
    }

    It 'shows the table, the errors, the summary, the rejects and the next steps' {
        $ended | Should -Be 0 -Because $shown
        foreach ($line in @(
                'PS> Import-Module \./out/PaymentCustomers'
                'OnePayEmulator   OnePay   Sandbox     http://127\.0\.0\.1:\d+/onepay/v1'
                ' +Row Outcome   Name +Id'
                ' +1 Created   María José Ñáñez Córdoba [0-9a-f-]+.*'
                'New-PaymentCustomer: Row 5: Email ''p\*\*\*'' is not an e-mail address\.'
                '12 rows: 8 created, 0 existing, 0 duplicate, 4 failed, .*'
                'First Name    : Pedro'
                'reject_reason : Row 5: .*'
                'What next')) {
            $shown | Should -Match "(?m)^$line\r?$"
        }
        # PowerShell shows the recommended action of an error since version 7.5.
        $recommended = [regex]::Matches($shown, '(?m)^  Recommendation: .+').Count
        if ($PSVersionTable.PSVersion -ge [version] '7.5') { $recommended | Should -Be 4 } else { $recommended | Should -Be 0 }
        $shown | Should -Not -Match 'Exception|ParserError|Line \|'
        Import-Csv (Join-Path $root out demo rejects.csv) | Should -HaveCount 4
    }

    It 'names existing commands in the next steps' {
        $next = ($shown -split 'What next')[1]
        foreach ($name in [regex]::Matches($next, '\b[A-Z][a-z]+-Payment\w+').Value | Select-Object -Unique) { Get-Command $name | Should -Not -BeNullOrEmpty }
    }
}
