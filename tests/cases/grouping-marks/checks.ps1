Check 'Every document_number sent is one of 1060500330 … 1060500339 without any mark in it.' -OfSent {
    foreach ($body in $sent) { $body.document_number | Should -Match '^106050033[0-9]$' }
}

Check 'All six rows are created.' { $created | Should -HaveCount 6 }
