Check 'Nobody is created.' { $created | Should -BeNullOrEmpty }

Check "A warning or the error names the column 'Name' itself (not only FirstName, LastName or BusinessName)." {
    $warnings + $errors -join "`n" | Should -MatchExactly '(?<!(First|Middle|Last|Business) )\bName\b'
}
