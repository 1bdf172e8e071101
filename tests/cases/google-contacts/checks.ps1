Check "No customer is created without e-mail or phone, unless a warning names both 'E-mail 1 - Value' and 'Phone 1 - Value'." {
    if ($created | Where-Object { -not $_.email -or -not (Get-Phone $_) }) {
        Test-Match $warnings "(?s)(?=.*'E-mail 1 - Value').*'Phone 1 - Value'" | Should -BeTrue
    }
}

Check 'Both rows are created with e-mail and phone.' {
    $created.email | Should -BeExactly 'ines@example.com', 'joost@example.com'
    $created | ForEach-Object { Get-Phone $_ } | Should -Be '+573001112233', '+31612345678'
}
