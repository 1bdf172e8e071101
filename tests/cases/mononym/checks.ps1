Check 'Nobody is created.' { $created | Should -BeNullOrEmpty }

Check "The error says 'LastName is missing'." { $errors -join "`n" | Should -MatchExactly 'LastName is missing' }
