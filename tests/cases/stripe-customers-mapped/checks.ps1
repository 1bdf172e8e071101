Check "The customer, if created, has last_name 'Olarte Paz'." {
    foreach ($body in $created) { $body.last_name | Should -BeExactly 'Olarte Paz' }
}

Check "'tag (metadata)' is in metadata, or a warning names it." {
    if (@($sent.metadata.tag) -ne 'gold' -or -not $sent) { $warnings -join "`n" | Should -Match 'tag \(metadata\)' }
}

Check 'The row is created.' { $created | Should -HaveCount 1 }
