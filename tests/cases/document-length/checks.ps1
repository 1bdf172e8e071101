Check 'Each of these numbers that is sent has a warning that names the row or DocumentNumber.' -OfSent {
    foreach ($body in $sent) {
        $row = $body.first_name -eq 'Ana' ? 1 : 2
        (Test-Row $warnings $row) -or (Test-Match $warnings 'DocumentNumber') | Should -BeTrue -Because "$($body.document_number) of row $row was sent"
    }
}
