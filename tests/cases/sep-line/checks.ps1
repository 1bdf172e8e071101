Check "The customer is created; or the message names 'sep=' and says to take that line out." {
    if ($created) { $created | Should -HaveCount 1 }
    else {
        $message | Should -Match 'sep='
        $message | Should -Match '(?s)\b(delete|remove|take)\b.*\bline\b'
    }
}
