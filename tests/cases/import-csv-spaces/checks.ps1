Check "One customer is created, with first_name 'Ines' and email 'ines@example.com', without spaces around them." {
    $created | Should -HaveCount 1
    $created[0].first_name | Should -BeExactly Ines
    $created[0].email | Should -BeExactly 'ines@example.com'
}
