Check "One customer is created with user_type company, and 'Frutas' stands in first_name or last_name." {
    $created | Should -HaveCount 1
    $created[0].user_type | Should -BeExactly company
    $created[0].first_name, $created[0].last_name -join '|' | Should -MatchExactly 'Frutas'
}

Check 'If the row is refused, the error or its advice says that the legal name goes into FirstName and LastName.' {
    if (-not $sent) { $errors -join "`n" | Should -Match '(?s)legal name.*FirstName.*LastName|FirstName.*LastName.*legal name' }
}
