<#
.SYNOPSIS
Creates a package for a PowerShell repository from a module's folder.
.DESCRIPTION
Publish-PSResource and Compress-PSResource are not available on every build machine, so the package is written here: a zip file
with the module's files, the metadata of the manifest (.nuspec), and the two parts that an OPC package requires. The same files
always give the same bytes.
.OUTPUTS
System.IO.FileInfo: the package.
#>
[CmdletBinding()]
[OutputType([System.IO.FileInfo])]
param(
    # The folder of the module, with its manifest.
    [Parameter(Mandatory)] [string] $ModulePath,
    # The folder for the package.
    [Parameter(Mandatory)] [string] $Destination
)

$ErrorActionPreference = 'Stop'
$folder = (Get-Item $ModulePath).FullName
$name = Split-Path $folder -Leaf
# Read as data, so that the module need not be loadable on the machine that builds the package.
$manifest = Import-PowerShellDataFile (Join-Path $folder "$name.psd1")
$data = $manifest.PrivateData.PSData
$version = @($manifest.ModuleVersion; $data.Prerelease) -ne $null -join '-'

# The tags by which a repository finds modules and their commands.
$tags = @(
    'PSModule'
    $data.Tags
    if ($manifest.CmdletsToExport) { 'PSIncludes_Cmdlet' }
    $manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }
)

function ConvertTo-Xml([string] $Text) { [System.Security.SecurityElement]::Escape($Text) }

$nuspec = @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>$name</id>
    <version>$version</version>
    <authors>$(ConvertTo-Xml $manifest.Author)</authors>
    <owners>$(ConvertTo-Xml $manifest.CompanyName)</owners>
    <requireLicenseAcceptance>false</requireLicenseAcceptance>
    <projectUrl>$(ConvertTo-Xml $data.ProjectUri)</projectUrl>
    <licenseUrl>$(ConvertTo-Xml $data.LicenseUri)</licenseUrl>
    <iconUrl>$(ConvertTo-Xml $data.IconUri)</iconUrl>
    <description>$(ConvertTo-Xml $manifest.Description)</description>
    <releaseNotes>$(ConvertTo-Xml $data.ReleaseNotes)</releaseNotes>
    <copyright>$(ConvertTo-Xml $manifest.Copyright)</copyright>
    <tags>$(ConvertTo-Xml ($tags -join ' '))</tags>
  </metadata>
</package>
"@

$relationships = @"
<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/$name.nuspec" Id="manifest" />
</Relationships>
"@

# Symbols are only for development. Sorted by ordinal, which is the same on every machine.
[string[]] $files = Get-ChildItem $folder -Recurse -File | Where-Object Extension -NE '.pdb' |
    ForEach-Object { [System.IO.Path]::GetRelativePath($folder, $_.FullName).Replace('\', '/') }
[array]::Sort($files, [System.StringComparer]::Ordinal)

$extensions = $files + "$name.nuspec" | ForEach-Object { [System.IO.Path]::GetExtension($_).TrimStart('.') } | Where-Object { $_ } | Sort-Object -Unique
# A file without extension needs a content type of its own.
$bare = $files | Where-Object { -not [System.IO.Path]::GetExtension($_) }
$types = @"
<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
$(($extensions | ForEach-Object { "  <Default Extension=`"$_`" ContentType=`"application/octet-stream`" />" }) -join "`n")
$(($bare | ForEach-Object { "  <Override PartName=`"/$_`" ContentType=`"application/octet-stream`" />" }) -join "`n")
</Types>
"@

function Add-Entry([string] $Path, [byte[]] $Content) {
    $entry = $zip.CreateEntry($Path)
    # The earliest date that a zip file supports.
    $entry.LastWriteTime = [datetimeoffset]::new(1980, 1, 1, 0, 0, 0, [timespan]::Zero)
    $stream = $entry.Open()
    try { $stream.Write($Content, 0, $Content.Length) } finally { $stream.Dispose() }
}

function Get-Bytes([string] $Text) { , [System.Text.Encoding]::UTF8.GetBytes($Text.ReplaceLineEndings("`n")) }

$package = Join-Path (New-Item $Destination -ItemType Directory -Force).FullName "$name.$version.nupkg"
$zip = [System.IO.Compression.ZipArchive]::new([System.IO.File]::Create($package), 'Create')
try {
    Add-Entry '[Content_Types].xml' (Get-Bytes $types)
    Add-Entry '_rels/.rels' (Get-Bytes $relationships)
    Add-Entry "$name.nuspec" (Get-Bytes $nuspec)
    foreach ($file in $files) { Add-Entry $file ([System.IO.File]::ReadAllBytes((Join-Path $folder $file))) }
}
finally { $zip.Dispose() }
Get-Item $package
