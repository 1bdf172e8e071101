Check 'Every postcode sent is 02110.' -OfSent {
    foreach ($body in $sent | Where-Object { $_.address.postcode }) { $body.address.postcode | Should -BeExactly '02110' }
}

Check 'The row is created.' { $created | Should -HaveCount 1 }
