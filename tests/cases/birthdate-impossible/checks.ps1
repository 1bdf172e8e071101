Check 'Each of these birthdates that is sent has a warning that names the row or BirthDate.' -OfSent {
    foreach ($body in $sent | Where-Object birthdate) {
        $row = 1 + $body.first_name.Substring(3)
        (Test-Row $warnings $row) -or (Test-Match $warnings 'BirthDate') | Should -BeTrue -Because "$($body.birthdate) of row $row was sent"
    }
}
