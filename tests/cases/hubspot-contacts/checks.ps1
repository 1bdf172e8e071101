Check 'Both rows are created.' { $created.first_name | Should -Be Ines, Joost }

Check "If a customer is sent without its address, a warning names 'Street Address'." -OfSent {
    if ($sent | Where-Object { -not $_.address }) { $warnings -join "`n" | Should -Match "'Street Address'" }
}
