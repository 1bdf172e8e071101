# The module adds an entry with the idempotency key. It does not belong to the user's metadata.
$own = 'payment_customers_key'

Check "metadata.account is the text '00123'." -OfSent {
    foreach ($body in $sent) {
        $body.metadata.account | Should -BeOfType string
        $body.metadata.account | Should -BeExactly '00123'
    }
}

Check "'metadata[order]' is in metadata, or a warning names it." {
    if (@($sent.metadata.order) -ne '7' -or -not $sent) { $warnings -join "`n" | Should -Match 'metadata\[order\]' }
}

Check "metadata is {account: '00123', order: '7', tag: 'gold'}." -OfSent {
    foreach ($body in $sent) {
        $body.metadata.PSObject.Properties | Where-Object Name -NE $own | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Value)" } |
            Should -BeExactly 'account=00123', 'order=7', 'tag=gold'
    }
}
