Check 'One customer is created, with the phone +573001112233.' {
    $created | Should -HaveCount 1
    Get-Phone $created[0] | Should -Be '+573001112233'
}
