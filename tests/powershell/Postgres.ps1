# Functions for test files that need a PostgreSQL server. Each starts its own on loopback, as an ordinary user.

# The folder of the server's programs; nothing if they are not installed.
function Find-Postgres {
    if ($IsWindows) { return }
    $folders = @($env:PATH -split [IO.Path]::PathSeparator) + @(Get-ChildItem /usr/lib/postgresql/*/bin -ErrorAction Ignore | Sort-Object FullName -Descending | ForEach-Object FullName)
    $folders | Where-Object { $_ -and (Test-Path (Join-Path $_ initdb)) -and (Test-Path (Join-Path $_ pg_ctl)) -and (Test-Path (Join-Path $_ psql)) } | Select-Object -First 1
}

# Starts a server, whose password is in the environment of this process.
function Start-Postgres {
    $env:PGPASSWORD = $password = 'pg-secret-0123456789'
    $folder = (New-Item (Join-Path ([IO.Path]::GetTempPath()) "pc-pester-pg-$([guid]::NewGuid().ToString('N'))") -ItemType Directory).FullName
    $data = Join-Path $folder data
    $secret = Join-Path $folder password
    Set-Content $secret $password -NoNewline
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    # PostgreSQL refuses to run as root.
    if ([Environment]::IsPrivilegedProcess) { chown -R nobody $folder }
    Invoke-Postgres $folder initdb @('-D', $data, '-U', 'tester', '-A', 'scram-sha-256', '--pwfile', $secret, '-E', 'UTF8', '--no-locale')
    Invoke-Postgres $folder pg_ctl @('-D', $data, '-w', '-l', (Join-Path $folder log), '-o', "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''", 'start')
    [pscustomobject]@{ Address = "postgresql://tester@127.0.0.1:$port/postgres"; Password = $password; Folder = $folder }
}

function Stop-Postgres($Server) {
    try { Invoke-Postgres $Server.Folder pg_ctl @('-D', (Join-Path $Server.Folder data), '-m', 'immediate', '-w', 'stop') }
    finally {
        $env:PGPASSWORD = $null
        Remove-Item $Server.Folder -Recurse -Force
    }
}

function Invoke-Sql($Server, [string] $Statement) { & (Join-Path (Find-Postgres) psql) $Server.Address -q -c $Statement }

function Invoke-Postgres([string] $Folder, [string] $Program, [string[]] $Arguments) {
    [string[]] $asOrdinary = [Environment]::IsPrivilegedProcess ? ('setpriv', '--reuid', 'nobody', '--regid', 'nogroup', '--clear-groups') : @()
    $command, $rest = $asOrdinary + (Join-Path (Find-Postgres) $Program) + $Arguments
    $log = Join-Path $TestDrive postgres.txt
    Push-Location $Folder
    try { & $command @rest 2>&1 > $log }
    finally { Pop-Location }
    if ($LASTEXITCODE) { throw "$Program ended with ${LASTEXITCODE}: $(Get-Content $log -Raw)" }
}
