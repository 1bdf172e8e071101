Check 'The customer comes out with IdempotencyKey k-1; or a warning speaks of the key or of the column Provider.' {
    if (@($results.IdempotencyKey) -ne 'k-1' -or -not $results) {
        Test-Match $warnings "\bkey\b|idempotency|'Provider'|column Provider" | Should -BeTrue
    }
}
