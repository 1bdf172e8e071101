Check 'Every phone sent is one of +573001112233, +31612345678, +46701234567: never two numbers joined.' -OfSent {
    foreach ($body in $sent | Where-Object phone_number) { Get-Phone $body | Should -BeIn '+573001112233', '+31612345678', '+46701234567' }
}

Check 'Every e-mail sent is one whole address.' -OfSent {
    foreach ($body in $sent | Where-Object email) {
        $body.email | Should -BeIn 'ines@example.com', 'joost@example.com', 'mia@example.com', 'm@example.com'
    }
}

Check 'The first row is created with +573001112233 and ines@example.com.' {
    $body = $created | Where-Object first_name -EQ Ines
    $body | Should -HaveCount 1
    Get-Phone $body | Should -Be '+573001112233'
    $body.email | Should -BeExactly 'ines@example.com'
}
