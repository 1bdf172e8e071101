Check 'A postcode that lost its zero (2110 in the US, 50021 in Colombia) is sent only with a warning that names the row or Postcode.' -OfSent {
    foreach ($body in $sent | Where-Object { $_.address.postcode -in '2110', '50021' }) {
        $row = $body.address.postcode -eq '2110' ? 1 : 2
        (Test-Row $warnings $row) -or (Test-Match $warnings 'Postcode') | Should -BeTrue -Because "$($body.address.postcode) of row $row was sent"
    }
}
