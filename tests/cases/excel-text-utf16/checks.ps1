Check "One customer is created, with first_name 'Íñigo'." {
    $created | Should -HaveCount 1
    $created[0].first_name | Should -BeExactly 'Íñigo'
}
