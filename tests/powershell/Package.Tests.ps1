BeforeDiscovery {
    . $PSScriptRoot/Postgres.ps1
    $noServer = -not (Find-Postgres)
    $noPSResourceGet = -not (Get-Module -ListAvailable Microsoft.PowerShell.PSResourceGet)
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $emulator = Start-Emulator
    # Machine code is only built for this system, because each of the others would need a download.
    $system = "$($IsWindows ? 'win' : $IsMacOS ? 'osx' : 'linux')-$([System.Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
    $log = pwsh -NoProfile -NonInteractive -File (Join-Path $root build.ps1) Package $system 2>&1
    if ($LASTEXITCODE -ne 0) { throw ($log | Out-String) }
    $manifest = Import-PowerShellDataFile (Join-Path $root module PaymentCustomers.psd1)
    $packages = Join-Path $root out packages
    $package = Join-Path $packages "PaymentCustomers.$($manifest.ModuleVersion).nupkg"
    $unpacked = Join-Path $TestDrive unpacked
    [System.IO.Compression.ZipFile]::ExtractToDirectory($package, $unpacked)

    # A folder repository with a name that no other repository has, in a process with a temporary home folder.
    $userHome = Join-Path $TestDrive home
    # Linux and macOS keep the data of a user here. .NET uses the working folder if it does not exist.
    foreach ($folder in '.local/share', 'Library/Application Support') { New-Item (Join-Path $userHome $folder) -ItemType Directory | Out-Null }
    $repository = "test-$([guid]::NewGuid())"
    function Invoke-WithRepository([string] $Script) {
        $before = @{}
        # Variables with the value null get their default below the home folder.
        $variables = @{ HOME = $userHome; XDG_DATA_HOME = $null; XDG_CACHE_HOME = $null; XDG_CONFIG_HOME = $null; PSModulePath = $null }
        foreach ($name in $variables.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, ($variables[$name] ?? [NullString]::Value))
        }
        try {
            $result = pwsh -NoProfile -NonInteractive -Command @"
                `$ErrorActionPreference = 'Stop'
                Register-PSResourceRepository -Name $repository -Uri '$packages'
                try { $Script } finally { Unregister-PSResourceRepository -Name $repository }
"@
            $LASTEXITCODE | Should -Be 0
            $result
        }
        finally {
            foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, ($before[$name] ?? [NullString]::Value)) }
        }
    }

    # Uses the module like a user who has only the installed one.
    $use = @"
        `$key = ConvertTo-SecureString '$onePayKey' -AsPlainText -Force
        `$created = New-PaymentCustomer -Provider OnePay -ApiKey `$key -BaseUri '$($emulator.Address)' -FirstName Ana -LastName Peña -Email ana@example.com ``
            -Phone +573001234567 -DocumentType CC -DocumentNumber 1060500333 -EnableNotifications false
        "`$(`$created.Outcome) by `$((Get-Module PaymentCustomers).ModuleBase)"
"@
}
AfterAll { Stop-Emulator $emulator }

Describe 'The package' {
    BeforeEach { Reset-Emulator $emulator }

    It 'has the metadata of the manifest' {
        $metadata = ([xml](Get-Content (Join-Path $unpacked PaymentCustomers.nuspec) -Raw)).package.metadata
        $metadata.id | Should -Be PaymentCustomers
        $metadata.version | Should -Be $manifest.ModuleVersion
        $metadata.authors | Should -Be $manifest.Author
        $metadata.description | Should -Be $manifest.Description
        $metadata.projectUrl | Should -Be $manifest.PrivateData.PSData.ProjectUri
        $metadata.licenseUrl | Should -Be $manifest.PrivateData.PSData.LicenseUri
        $metadata.iconUrl | Should -Be $manifest.PrivateData.PSData.IconUri
        foreach ($address in $metadata.projectUrl, $metadata.licenseUrl, $metadata.iconUrl) { ([uri]$address).Scheme | Should -Be https }
        $metadata.releaseNotes | Should -Be $manifest.PrivateData.PSData.ReleaseNotes
        $tags = $metadata.tags -split ' '
        $tags | Should -Contain PSModule
        foreach ($tag in $manifest.PrivateData.PSData.Tags) { $tags | Should -Contain $tag }
        foreach ($cmdlet in $manifest.CmdletsToExport) { $tags | Should -Contain "PSCmdlet_$cmdlet" }
    }

    It 'contains every file of the module, its content types, and no symbols' {
        $files = Get-ChildItem $unpacked -Recurse -File
        foreach ($file in Get-ChildItem (Join-Path $root module) -Recurse -File) {
            $there = Join-Path $unpacked ([System.IO.Path]::GetRelativePath((Join-Path $root module), $file.FullName))
            (Get-FileHash $there).Hash | Should -Be (Get-FileHash $file).Hash
        }
        $files.Extension | Should -Not -Contain '.pdb'
        $types = ([xml](Get-Content -LiteralPath (Join-Path $unpacked '[Content_Types].xml') -Raw)).Types
        foreach ($file in $files | Where-Object Name -NE '[Content_Types].xml') {
            if ($file.Extension) { $types.Default.Extension | Should -Contain $file.Extension.TrimStart('.') }
            else { $types.Override.PartName | Should -Contain "/$($file.Name)" }
        }
    }

    It 'has the manifest''s version in its assemblies, and no path of the build machine' {
        $own = Get-ChildItem (Join-Path $unpacked bin) -Recurse -Filter PaymentCustomers*.dll
        $own | Should -HaveCount 5
        foreach ($assembly in $own) {
            [System.Diagnostics.FileVersionInfo]::GetVersionInfo($assembly.FullName).ProductVersion | Should -BeLike "$($manifest.ModuleVersion)*"
            $bytes = [System.IO.File]::ReadAllBytes($assembly.FullName)
            foreach ($encoding in [System.Text.Encoding]::UTF8, [System.Text.Encoding]::Unicode) {
                $text = $encoding.GetString($bytes)
                $text.Contains($root, 'OrdinalIgnoreCase') | Should -BeFalse
                $text.Contains([Environment]::GetFolderPath('UserProfile') + [System.IO.Path]::DirectorySeparatorChar, 'OrdinalIgnoreCase') | Should -BeFalse
            }
        }
    }

    It 'contains the engine as machine code for this system, and uses it' {
        $used = pwsh -NoProfile -NonInteractive -Command "
            Import-Module '$unpacked/PaymentCustomers.psd1'
            `$null = Test-PaymentCustomer -Provider OnePay -Email ana@example.com
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -in 'PaymentCustomers.Engine', 'PhoneNumbers' } | ForEach-Object Location"
        # It is made for .NET 10: PowerShell 7.4 and 7.5 use the usual code.
        $folder = [Environment]::Version.Major -ge 10 ? $system : 'engine'
        $used | Should -Contain (Join-Path $unpacked bin $folder PaymentCustomers.Engine.dll)
        foreach ($image in Get-ChildItem (Join-Path $unpacked bin $system)) {
            # The machine code is additional to the usual code, and is in the same file.
            $image.Length | Should -BeGreaterThan (1.05 * (Get-Item (Join-Path $unpacked bin engine $image.Name)).Length)
        }
        # A system without machine code in the package uses the usual assemblies.
        (Get-ChildItem (Join-Path $unpacked bin engine)).Name | Should -Contain PaymentCustomers.Engine.dll
    }

    It 'contains assemblies that every supported PowerShell can load' {
        # The newest .NET that an assembly in a folder was compiled for.
        function Get-NewestRuntime([string] $Folder) {
            $versions = foreach ($file in Get-ChildItem $Folder -Filter *.dll) {
                $stream = [System.IO.File]::OpenRead($file.FullName)
                try {
                    $metadata = [System.Reflection.Metadata.PEReaderExtensions]::GetMetadataReader([System.Reflection.PortableExecutable.PEReader]::new($stream))
                    foreach ($handle in $metadata.AssemblyReferences) {
                        $reference = $metadata.GetAssemblyReference($handle)
                        if ($metadata.GetString($reference.Name) -eq 'System.Runtime') { $reference.Version }
                    }
                }
                finally { $stream.Dispose() }
            }
            $versions | Sort-Object -Descending | Select-Object -First 1
        }
        $bin = Join-Path $unpacked bin
        # PowerShell 7.4 runs on .NET 8.
        foreach ($folder in $bin, "$bin/engine", "$bin/postgres") { (Get-NewestRuntime $folder).Major | Should -BeLessOrEqual 8 }
        # The machine code is for the newest PowerShell. Older ones must not load it.
        $newest = Get-NewestRuntime "$bin/$system"
        $images = (Get-Module PaymentCustomers).ImplementingAssembly.GetType('PaymentCustomers.PowerShell.NativeImages')
        $folderFor = $images.GetMethod('FolderFor', [System.Reflection.BindingFlags]'Public, Static')
        $folderFor.Invoke($null, @([version]"$newest")) | Should -Be $system
        foreach ($older in 8..9 | Where-Object { $_ -lt $newest.Major }) { $folderFor.Invoke($null, @([version]"$older.0")) | Should -BeNullOrEmpty }
    }

    It 'keeps a journal with the machine code' {
        $results = 1..2 | ForEach-Object {
            pwsh -NoProfile -NonInteractive -Command "
                Import-Module '$unpacked/PaymentCustomers.psd1'
                $($use -replace 'New-PaymentCustomer', "New-PaymentCustomer -JournalPath '$TestDrive/run.jsonl'")"
        }
        $results | Should -HaveCount 2
        $results | Should -BeLike 'Created by *'
        @(Get-Arrived $emulator create) | Should -HaveCount 1
        Get-Content $TestDrive/run.jsonl | Should -Not -BeNullOrEmpty
    }

    It 'names the licence of every library that it contains' {
        $notices = Get-Content (Join-Path $unpacked THIRD-PARTY-NOTICES.txt)
        $libraries = Get-ChildItem (Join-Path $unpacked bin) -Recurse -Filter *.dll | Where-Object Name -NotLike 'PaymentCustomers*'
        $libraries | Should -Not -BeNullOrEmpty
        foreach ($library in $libraries) { $notices | Should -Contain $library.Name }
        (Get-FileHash (Join-Path $unpacked LICENSE)).Hash | Should -Be (Get-FileHash (Join-Path $root LICENSE)).Hash
    }

    It 'has a list of all its libraries' {
        $bill = Get-Content ($package -replace '\.nupkg$', '.cdx.json') -Raw | ConvertFrom-Json
        $bill.bomFormat | Should -Be CycloneDX
        $bill.metadata.component.name | Should -Be PaymentCustomers
        $bill.metadata.component.version | Should -Be $manifest.ModuleVersion
        # The package libphonenumber-csharp contains PhoneNumbers.dll.
        $listed = $bill.components.name -replace '^libphonenumber-csharp$', 'PhoneNumbers'
        $libraries = Get-ChildItem (Join-Path $unpacked bin) -Recurse -Filter *.dll | Where-Object Name -NotLike 'PaymentCustomers*'
        foreach ($library in $libraries) { $listed | Should -Contain $library.BaseName }
    }

    It 'has the same bytes if the same files are packed again' {
        $copy = Join-Path $TestDrive copy PaymentCustomers
        Copy-Item (Join-Path $root out release PaymentCustomers) $copy -Recurse
        Get-ChildItem $copy -Recurse -File | ForEach-Object { $_.LastWriteTime = '2001-02-03' }
        $again = & (Join-Path $root build New-ModulePackage.ps1) -ModulePath $copy -Destination (Join-Path $TestDrive again)
        $again.Name | Should -Be (Split-Path $package -Leaf)
        (Get-FileHash $again).Hash | Should -Be (Get-FileHash $package).Hash
    }

    It 'can be saved from a folder repository and imported, and creates a customer' -Skip:$noPSResourceGet {
        $saved = (New-Item (Join-Path $TestDrive saved) -ItemType Directory).FullName
        $result = Invoke-WithRepository @"
            Save-PSResource PaymentCustomers -Repository $repository -TrustRepository -Path '$saved'
            Import-Module '$saved/PaymentCustomers'
            $use
"@
        $result | Should -Be "Created by $(Join-Path $saved PaymentCustomers $manifest.ModuleVersion)"
        Get-Stored $emulator OnePay | Should -HaveCount 1
    }

    # On Windows, the folder for a user's modules cannot be changed for one process.
    It 'can be installed from a folder repository and found by name, and creates a customer' -Skip:($noPSResourceGet -or $IsWindows) {
        $result = Invoke-WithRepository @"
            Install-PSResource PaymentCustomers -Repository $repository -TrustRepository
            $use
"@
        $result | Should -BeLike "Created by $userHome*$($manifest.ModuleVersion)"
        Get-Stored $emulator OnePay | Should -HaveCount 1
        Get-PSResourceRepository | Where-Object Name -EQ $repository | Should -BeNullOrEmpty
    }
}

Describe 'The tools' {
    BeforeAll {
        $version = $manifest.ModuleVersion
        $tools = Join-Path $TestDrive tools
        foreach ($name in 'payment-customers', 'payment-customers-emulator') {
            $said = dotnet tool install $name --tool-path $tools --source $packages --version $version 2>&1 | Out-String
            $LASTEXITCODE | Should -Be 0 -Because $said
        }
        function Get-Entries([string] $Name) {
            $zip = [System.IO.Compression.ZipFile]::OpenRead((Join-Path $packages "$Name.$version.nupkg"))
            try { $zip.Entries.FullName } finally { $zip.Dispose() }
        }
    }

    It 'include the command line, which imports a file and does not need ASP.NET Core' {
        Reset-Emulator $emulator
        # An import writes files beside its input.
        $file = Copy-Item (Join-Path $samples onepay-customers.csv) $TestDrive -PassThru
        $env:ONEPAY_API_KEY = $onePayKey
        try { $said = & (Join-Path $tools payment-customers) import $file --provider OnePay --base-uri $emulator.Address 2>&1 | Out-String }
        finally { Remove-Item Env:ONEPAY_API_KEY }
        $LASTEXITCODE | Should -Be 0 -Because $said
        Get-Stored $emulator OnePay | Should -HaveCount 10
        Get-Entries payment-customers | Where-Object { $_ -match 'Emulator\.dll$|emulator\.dll$' } | Should -BeNullOrEmpty
        $runtime = Get-ChildItem $tools -Recurse -Filter payment-customers.runtimeconfig.json | Get-Content -Raw
        $runtime | Should -Not -Match AspNetCore
    }

    It 'include the emulator, which Start-PaymentEmulator finds on the PATH' {
        $alone = Join-Path $TestDrive alone
        Copy-Item (Join-Path $root out PaymentCustomers) (Join-Path $alone PaymentCustomers) -Recurse
        $run = Invoke-Unattended "Import-Module '$alone/PaymentCustomers'; (Start-PaymentEmulator OnePay).Name; (New-PaymentCustomer -FirstName Ana -LastName Gil -Email a@b.co -Phone +573001234567 -DocumentType CC -DocumentNumber 1060500333 -EnableNotifications false).Outcome" @{
            PATH = $tools + [System.IO.Path]::PathSeparator + $env:PATH
        }
        $run.Output | Should -Be "OnePayEmulator`nCreated`n" -Because $run.Errors
    }
}

# Compiled to machine code, if this machine has a linker. Everything else is tested with the built program, so that these tests show
# that both do the same.
Describe 'The published program' {
    BeforeAll {
        $log = pwsh -NoProfile -NonInteractive -File (Join-Path $root build.ps1) Publish $system 2>&1
        if ($LASTEXITCODE -ne 0) { throw ($log | Out-String) }
        $published = Join-Path $root out publish $system "payment-customers$($IsWindows ? '.exe' : '')"
        $given = New-Item (Join-Path $TestDrive input) -ItemType Directory

        # A workbook with the cells of a CSV file.
        function New-Workbook([string] $Path, [string] $Csv) {
            $rows = foreach ($line in Get-Content $Csv) {
                $cells = $line -split ',' | ForEach-Object { "<c t='inlineStr'><is><t>$([Security.SecurityElement]::Escape($_))</t></is></c>" }
                "<row>$(-join $cells)</row>"
            }
            $zip = [System.IO.Compression.ZipFile]::Open($Path, 'Create')
            try {
                $parts = @{
                    '[Content_Types].xml' = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
                    '_rels/.rels' = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
                    'xl/workbook.xml' = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Customers" sheetId="1" r:id="a"/></sheets></workbook>'
                    'xl/_rels/workbook.xml.rels' = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
                    'xl/worksheets/sheet1.xml' = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>$(-join $rows)</sheetData></worksheet>"
                }
                foreach ($name in $parts.Keys) {
                    $writer = [System.IO.StreamWriter]::new($zip.CreateEntry($name).Open())
                    try { $writer.Write($parts[$name]) } finally { $writer.Dispose() }
                }
            }
            finally { $zip.Dispose() }
        }

        # What a user gets from the program: its streams, its exit code and its files, without what differs between any two runs.
        function Invoke-Program([switch] $Release, [string[]] $Arguments) {
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
            Copy-Item $given $folder -Recurse
            $start = $Release ? [System.Diagnostics.ProcessStartInfo]::new($published) : [System.Diagnostics.ProcessStartInfo]::new('dotnet')
            if (-not $Release) { $start.ArgumentList.Add((Join-Path $root out cli payment-customers.dll)) }
            $Arguments | ForEach-Object { $start.ArgumentList.Add($_) }
            $start.WorkingDirectory = $folder
            $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $start.StandardOutputEncoding = $start.StandardErrorEncoding = [Text.UTF8Encoding]::new($false)
            $start.Environment['ONEPAY_API_KEY'] = $onePayKey
            $process = [System.Diagnostics.Process]::Start($start)
            $process.StandardInput.Close()
            $output = $process.StandardOutput.ReadToEndAsync()
            $errors = $process.StandardError.ReadToEndAsync()
            $process.WaitForExit()
            # Lines of a journal contain checksums of times. The command journal shows their content.
            $files = foreach ($file in Get-ChildItem $folder -File | Where-Object Extension -NE .journal | Sort-Object Name) { "$($file.Name):`n$([IO.File]::ReadAllText($file.FullName))" }
            (@("exit code $($process.ExitCode)", $output.Result, $errors.Result) + $files -join "`n") `
                -replace [regex]::Escape($folder), 'FOLDER' `
                -replace '(?s)<svg.*?</svg>' `
                -replace '\+[0-9a-f]{40}' `
                -replace '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'ID' `
                -replace '\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?', 'TIME' `
                -replace '(?<=Duration</dt><dd>)[^<]*' `
                -replace '(?<=Seconds +|Rows/s +|"seconds":|"rowsPerSecond":)[\d.,]+', 'N'
        }

        function Get-Sent { Get-Arrived $emulator | ForEach-Object { "$($_.method) $($_.path)$($_.query) $($_.headers.'x-idempotency') $($_.body)" } }

        # Runs both programs, each with an emulator that has just been reset.
        function Compare-Program([string[]] $Arguments, [scriptblock] $Prepare = {}) {
            Reset-Emulator $emulator
            & $Prepare
            $expected = Invoke-Program -Arguments $Arguments
            $sent = Get-Sent
            Reset-Emulator $emulator
            & $Prepare
            $said = Invoke-Program -Release -Arguments $Arguments
            $said | Should -BeExactly $expected -Because "$Arguments"
            Get-Sent | Should -BeExactly $sent
            $expected
        }

        Get-ChildItem (Join-Path $root tests exports), $samples -File -Include *.csv, *.json -Recurse | Copy-Item -Destination $given
        New-Workbook (Join-Path $given book.xlsx) (Join-Path $given onepay-customers.csv)
        Import-Csv (Join-Path $given onepay-customers.csv) | ForEach-Object { $_ | ConvertTo-Json -Compress } | Set-Content (Join-Path $given lines.jsonl)
        $onePayTo = '--provider', 'OnePay', '--base-uri', $emulator.Address, '--throttle', '1', '--retries', '0'
    }

    BeforeEach {
        Reset-Emulator $emulator
        # An import writes files beside its input.
        $rows = Copy-Item (Join-Path $given onepay-customers.csv) (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory) -PassThru
    }

    AfterEach { Set-Fault $emulator }

    It 'is one file' {
        (Get-ChildItem (Split-Path $published)).Name | Should -Be (Split-Path $published -Leaf)
    }

    It 'checks files of every format' {
        foreach ($file in Get-ChildItem $given -File) {
            Compare-Program 'check', $file.Name, '--provider', 'OnePay', '--json' | Should -Match '"rows":|error'
        }
    }

    It 'imports <_>, and writes the same files' -ForEach 'onepay-customers.csv', 'book.xlsx', 'lines.jsonl' {
        $said = Compare-Program ('import', $_, '--report', 'report.html', '--save-map', 'map.json', '--show-personal-data' + $onePayTo)
        $said | Should -Match 'Created +10'
        $said | Should -Match '(?m)^report\.html:$'
    }

    It 'continues a run from its journal, and shows the journal' {
        $env:ONEPAY_API_KEY = $onePayKey
        try { dotnet (Join-Path $root out cli payment-customers.dll) import $rows --journal (Join-Path $given run.journal) --first 4 @onePayTo | Out-Null }
        finally { Remove-Item Env:ONEPAY_API_KEY }
        Compare-Program 'journal', 'run.journal' | Should -Match 'Created'
        Compare-Program 'journal', 'run.journal', '--json' | Should -Match '"state":"Created"'
        Compare-Program ('import', 'onepay-customers.csv', '--journal', 'run.journal' + $onePayTo) | Should -Match 'Created +10'
        Get-Arrived $emulator create | Should -HaveCount 6
    }

    It 'runs <_>' -ForEach 'list', 'get', 'export', 'delete', 'template', 'providers', '--help', 'import --help', '--version', 'import', 'journal init postgresql://nobody@127.0.0.1:1/none' {
        $exitCode = $_ -eq 'import' -or $_ -like 'journal init *' ? 2 : 0
        Add-Stored $emulator OnePay 3
        $id = (Get-Stored $emulator OnePay)[0].id
        $connection = '--provider', 'OnePay', '--base-uri', $emulator.Address
        $arguments = switch ($_) {
            'list' { @('list', '--json') + $connection }
            'get' { @('get', $id, '--json') + $connection }
            'export' { @('export', '--output', 'customers.csv') + $connection }
            'delete' { @('delete', $id, '--yes') + $connection }
            'template' { 'template', '--provider', 'OnePay', '--output', 'new.csv' }
            default { $_ -split ' ' }
        }
        Compare-Program $arguments -Prepare { Add-Stored $emulator OnePay 3 } | Should -Match "^exit code $exitCode\n"
    }

    It 'reports what the provider refuses' {
        Compare-Program ('import', 'onepay-customers.csv' + $onePayTo) -Prepare { Set-Fault $emulator @{ kind = 'status'; code = 422; n = 3 } } | Should -Match 'Failed +3'
        Compare-Program ('import', 'onepay-customers.csv' + $onePayTo) -Prepare { Set-Fault $emulator @{ kind = 'status'; code = 401 } } | Should -Match 'exit code 3'
        Compare-Program ('import', 'onepay-customers.csv' + $onePayTo) -Prepare { Set-Fault $emulator @{ kind = 'garbage'; n = 4 } } | Should -Match 'Unknown +3'
    }

    It 'shares a journal in PostgreSQL' -Skip:$noServer {
        . $PSScriptRoot/Postgres.ps1
        $postgres = Start-Postgres
        try {
            & $published journal init $postgres.Address | Should -Be 'The tables were created, in version 1.'
            $env:ONEPAY_API_KEY = $onePayKey
            $journal = "$($postgres.Address)?run=published"
            foreach ($ran in 1..2) {
                $said = & $published import $rows --journal $journal @onePayTo 2>&1 | Out-String
                $LASTEXITCODE | Should -Be 0 -Because $said
                $said | Should -Match 'Created +10'
            }
            Get-Stored $emulator OnePay | Should -HaveCount 10
            & $published journal $journal --json | Should -Match '"created":10,'
        }
        finally {
            Remove-Item Env:ONEPAY_API_KEY
            Stop-Postgres $postgres
        }
    }

    # Only on Linux, an environment variable can make a program trust a certificate.
    It 'sends over https' -Skip:(-not $IsLinux) {
        $address = $emulator.Address
        $certificate = Join-Path $TestDrive emulator.pem
        $secure = Start-Emulator '--https', $certificate
        try {
            $env:ONEPAY_API_KEY = $onePayKey
            $env:SSL_CERT_FILE = $certificate
            $said = & $published import $rows --provider OnePay --base-uri $secure.Address 2>&1 | Out-String
            $LASTEXITCODE | Should -Be 0 -Because $said
            $said | Should -Match 'Created +10'
        }
        finally {
            Remove-Item Env:ONEPAY_API_KEY, Env:SSL_CERT_FILE
            Stop-Emulator $secure
            $onePay.BaseUri = $dots.BaseUri = $address
        }
    }
}
