Check 'All eight rows are created, with document_type CC, CE, PASSPORT, CC, CC, CC, CC, PASSPORT.' {
    $created.first_name | Should -Be (0..7 | ForEach-Object { "Ana$_" })
    $created.document_type | Should -BeExactly CC, CE, PASSPORT, CC, CC, CC, CC, PASSPORT
}
