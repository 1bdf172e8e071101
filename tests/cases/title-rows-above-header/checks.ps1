Check 'Nobody, or exactly the one customer, is created.' { $created.Count | Should -BeIn 0, 1 }

Check 'If nobody is, the message says that the header has to be in the first line.' {
    if (-not $created) { $message | Should -Match '(?s)(header|column names|headings).*first (line|row)|first (line|row).*(header|column names|headings)' }
}
