Check 'Every phone sent is +57 and exactly ten digits.' -OfSent {
    foreach ($body in $sent) { Get-Phone $body | Should -Match '^\+57\d{10}$' }
}
