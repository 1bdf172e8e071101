Check 'enable_notifications is always a boolean.' -OfSent {
    foreach ($body in $sent) { $body.enable_notifications | Should -BeOfType bool }
}

Check 'All eight rows are created: true, false, true, false, true, false, true, false.' {
    $created.first_name | Should -Be (0..7 | ForEach-Object { "Ana$_" })
    $created.enable_notifications | Should -Be $true, $false, $true, $false, $true, $false, $true, $false
}
