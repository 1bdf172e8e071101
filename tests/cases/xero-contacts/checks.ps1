Check 'No customer is sent without last name or business name.' -OfSent {
    foreach ($body in $sent) { $body.last_name ?? $body.business_name | Should -Not -BeNullOrEmpty }
}

Check 'The first row is created with the phone +61290001111.' {
    $body = $created | Where-Object email -EQ 'ines@example.com'
    $body | Should -HaveCount 1
    Get-Phone $body | Should -Be '+61290001111'
}
