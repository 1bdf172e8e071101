Check 'One customer is created, with birthdate 1990-01-31 and phone +573001112233.' {
    $created | Should -HaveCount 1
    $created[0].birthdate | Should -BeOfType string
    $created[0].birthdate | Should -BeExactly '1990-01-31'
    Get-Phone $created[0] | Should -Be '+573001112233'
}
