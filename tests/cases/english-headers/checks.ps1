# The last name of a row ends with a number, which is the index of its column in this list.
$columns = 'Mobile Phone', 'Mobile Number', 'Cell', 'Telephone', 'Primary Phone', 'Home Phone', 'Phone 1 - Value', 'billing_phone',
    'E-mail 1 - Value', 'Email 1', 'Primary Email', 'user_email', 'billing_email'
$lost = $created | Where-Object {
    $number = [int]$_.last_name.Split(' ')[1]
    $number -lt 8 ? (Get-Phone $_) -ne '+573001112233' : $_.email -ne 'ines@example.com'
}

Check "Every customer that is created has the phone or the e-mail that its row gives, unless there is a warning for each row that lost it, or one that names the columns ('billing_phone', 'user_email' and the others)." {
    foreach ($body in $lost) {
        $number = [int]$body.last_name.Split(' ')[1]
        (Test-Row $warnings ($number + 1)) -or (Test-Match $warnings "'$([regex]::Escape($columns[$number]))'") |
            Should -BeTrue -Because "'$($columns[$number])' was not sent"
    }
}

Check 'All 13 rows are created with the phone or the e-mail that they give.' {
    $created | Should -HaveCount 13
    $lost | Should -BeNullOrEmpty
}
