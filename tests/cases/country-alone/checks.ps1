Check 'Two customers are created with +573001112233 and +31612345678; or, for a row that is refused, an error or its advice names Country and says what to do with a country that stands alone.' {
    $rows = @{ First = 'Ines'; Phone = '+573001112233' }, @{ First = 'Joost'; Phone = '+31612345678' }
    foreach ($number in 1, 2) {
        $row = $rows[$number - 1]
        $body = $created | Where-Object first_name -EQ $row.First
        if ($body) { Get-Phone $body | Should -Be $row.Phone }
        else {
            $sent | Where-Object first_name -EQ $row.First | Should -BeNullOrEmpty
            $said = @($errors) -match "\bRow $number\b" -join "`n"
            $said | Should -MatchExactly '\bCountry\b'
            $do = '\b(alone|without|leave|take|clear|remove|delete)\b'
            $said | Should -Match "\bcountry\b[^.;]*$do|$do[^.;]*\bcountry\b|-IncompleteAddress"
        }
    }
}
