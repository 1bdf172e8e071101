Check "The customer is created, and 'Apt 4B' is somewhere in its address." {
    $created | Should -HaveCount 1
    $created[0].address.PSObject.Properties.Value -join '|' | Should -MatchExactly 'Apt 4B'
}
