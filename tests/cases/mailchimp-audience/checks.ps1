Check "A warning names the column 'Address'." { $warnings -join "`n" | Should -MatchExactly "'Address'" }

Check 'Two customers are created, with the phones +17135550101 and +13305550102.' {
    $created | ForEach-Object { Get-Phone $_ } | Should -Be '+17135550101', '+13305550102'
}
