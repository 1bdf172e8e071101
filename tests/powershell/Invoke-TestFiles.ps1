# Runs test files one after another. Each line of the named pipe is the path of a file, and each answer is a line of JSON with the
# name, outcome and message of every test. The script ends when the pipe is closed.
param(
    [Parameter(Mandatory)][string] $Pester,
    [Parameter(Mandatory)][string] $Pipe
)

Import-Module $Pester -ErrorAction Stop
$stream = [System.IO.Pipes.NamedPipeClientStream]::new($Pipe)
$stream.Connect()
$reader = [System.IO.StreamReader]::new($stream)
$writer = [System.IO.StreamWriter]::new($stream)

while ($path = $reader.ReadLine()) {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $path
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'None'
    $run = Invoke-Pester -Configuration $configuration

    $results = @($run.Tests | ForEach-Object {
            [pscustomobject]@{ name = $_.ExpandedPath; outcome = "$($_.Result)"; message = ($_.ErrorRecord | Out-String -Width 400).Trim() }
        })
    # A file or block that fails before its tests run must be reported as failed. Otherwise it would look like a file without tests.
    $results += @($run.FailedContainers) + @($run.FailedBlocks) | Where-Object { $_ } | ForEach-Object {
        [pscustomobject]@{ name = "$($_.Name ?? $_.Item)"; outcome = 'Failed'; message = ($_.ErrorRecord | Out-String -Width 400).Trim() }
    }
    $writer.WriteLine((ConvertTo-Json @($results) -Compress))
    $writer.Flush()
}
