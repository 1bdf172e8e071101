Check 'Every phone sent is +79161234567 or +77710009998.' -OfSent {
    foreach ($body in $sent | Where-Object phone_number) { Get-Phone $body | Should -BeIn '+79161234567', '+77710009998' }
}

Check 'All four rows are created.' { $created | Should -HaveCount 4 }
