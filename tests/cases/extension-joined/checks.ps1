Check 'Every phone sent is +576012345678.' -OfSent {
    foreach ($body in $sent) { Get-Phone $body | Should -Be '+576012345678' }
}
