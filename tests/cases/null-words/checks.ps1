Check 'middle_name is never NULL (row 1) or \N (row 2), unless a warning or error names the row or MiddleName.' -OfSent {
    foreach ($body in $sent | Where-Object middle_name -In 'NULL', '\N') {
        $row = $body.middle_name -eq 'NULL' ? 1 : 2
        $said = $warnings + $errors
        (Test-Row $said $row) -or (Test-Match $said 'MiddleName') | Should -BeTrue -Because "'$($body.middle_name)' of row $row was sent"
    }
}
