Check 'An error for row 2 speaks of the key; or two customers with different ids come out.' {
    if (-not (@($errors) -match '\bRow 2\b' -match '\bkey\b|IdempotencyKey|idempotency_key')) {
        @($results.Id | Where-Object { $_ } | Select-Object -Unique) | Should -HaveCount 2
    }
}
