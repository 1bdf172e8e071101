Check 'Every phone sent is +50688881234, or +1 and ten digits of which the first is 2 to 9.' -OfSent {
    foreach ($body in $sent | Where-Object phone_number) { Get-Phone $body | Should -Match '^(\+50688881234|\+1[2-9]\d{9})$' }
}
