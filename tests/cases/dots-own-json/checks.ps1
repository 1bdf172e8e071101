Check "If the customer is sent without address, a warning names 'address'." -OfSent {
    if ($sent | Where-Object { -not $_.address }) { $warnings -join "`n" | Should -Match '\baddress\b' }
}

Check 'The customer is created, and address.city is Austin.' {
    $created | Should -HaveCount 1
    $created[0].address.city | Should -BeExactly Austin
}
