Check 'A birthdate that is sent is 1990-01-31.' -OfSent {
    foreach ($body in $sent | Where-Object birthdate) {
        $body.birthdate | Should -BeOfType string
        $body.birthdate | Should -BeExactly '1990-01-31'
    }
}

Check 'If the row is refused, the error or its advice mentions the serial number, the spreadsheet (Excel), or FromOADate.' {
    if (-not $sent) { $errors -join "`n" | Should -Match 'serial|spreadsheet|Excel|FromOADate' }
}
