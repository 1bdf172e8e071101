Check 'Every customer that is created has a phone.' {
    foreach ($body in $created) { Get-Phone $body | Should -Not -BeNullOrEmpty }
}

Check "The address is sent, or a warning names the column 'Default Address City' (and so the columns like it)." {
    if (-not $sent -or ($sent | Where-Object { -not $_.address })) { $warnings -join "`n" | Should -Match "'Default Address City'" }
}

Check 'Both rows are created.' { $created.first_name | Should -Be Ines, Joost }

Check "Their phones are +573001112233 and +31612345678: the apostrophe before a value is the spreadsheet's, not the value's." {
    $created | ForEach-Object { Get-Phone $_ } | Should -Be '+573001112233', '+31612345678'
}
