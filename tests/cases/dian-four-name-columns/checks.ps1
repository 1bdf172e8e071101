Check "Two customers are created: 'María José' 'Olarte Paz', and 'Luis' 'Rey'." {
    $created.first_name | Should -BeExactly 'María José', 'Luis'
    $created.last_name | Should -BeExactly 'Olarte Paz', 'Rey'
}
