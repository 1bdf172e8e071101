Check 'Nobody is created.' { $created | Should -BeNullOrEmpty }

Check 'The error or its advice says why: it mentions the exponent (E+), scientific notation, the spreadsheet, or digits that are lost.' {
    # The message must explain it, and not only show the value.
    $errors -join "`n" -replace '5\.73001E\+11' | Should -Match 'E\+|exponent|scientific|spreadsheet|Excel|digits (that )?(are|were) lost|lost (its |some )?digits'
}
