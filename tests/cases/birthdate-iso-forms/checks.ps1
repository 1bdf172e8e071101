Check 'Every birthdate sent is 1990-01-31.' -OfSent {
    foreach ($body in $sent | Where-Object birthdate) {
        $body.birthdate | Should -BeOfType string
        $body.birthdate | Should -BeExactly '1990-01-31'
    }
}

Check 'All six rows are created.' { $created | Should -HaveCount 6 }
