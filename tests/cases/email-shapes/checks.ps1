Check 'Every e-mail sent is exactly ana@example.com.' -OfSent {
    foreach ($body in $sent) { $body.email | Should -BeExactly 'ana@example.com' }
}
