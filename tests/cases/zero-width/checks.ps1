Check 'None of U+200B, U+FEFF, U+00AD, U+200E, U+2060 is in anything that is sent.' -OfSent {
    # The JSON is written again without escapes, so that an escaped character is found too.
    foreach ($body in $sent) { $body | ConvertTo-Json -Depth 5 | Should -Not -Match '[\u200B\uFEFF\u00AD\u200E\u2060]' }
}
