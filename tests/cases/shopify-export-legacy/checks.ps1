Check 'Both rows are created.' { $created.first_name | Should -Be Ines, Liam }

Check 'address.country is US, then CA.' -OfSent {
    foreach ($body in $sent) { $body.address.country | Should -BeExactly @{ Ines = 'US'; Liam = 'CA' }[$body.first_name] }
}

Check "address.line_1 of the first is '12 Elm St'." -OfSent {
    foreach ($body in $sent | Where-Object first_name -EQ Ines) { $body.address.line_1 | Should -BeExactly '12 Elm St' }
}
