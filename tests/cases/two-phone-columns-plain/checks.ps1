Check 'No other phone is sent than +573001112233 or +576021112233.' -OfSent {
    foreach ($body in $sent) { Get-Phone $body | Should -BeIn '+573001112233', '+576021112233' }
}

Check "If the row is refused, the error names both 'Celular' and 'Teléfono'." {
    if (-not $sent) {
        $errors -join "`n" | Should -Match 'Celular'
        $errors -join "`n" | Should -Match 'Teléfono'
    }
}
