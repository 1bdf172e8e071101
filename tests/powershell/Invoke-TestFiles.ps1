# Runs test files one after the other. Each line of the named pipe is a path; the answer is a line of JSON with the results
# of its tests: name, outcome, message. Ends when the other side of the pipe does.
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
    # A file or block that fails before its tests run must not pass as a file without tests.
    $results += @($run.FailedContainers) + @($run.FailedBlocks) | Where-Object { $_ } | ForEach-Object {
        [pscustomobject]@{ name = "$($_.Name ?? $_.Item)"; outcome = 'Failed'; message = ($_.ErrorRecord | Out-String -Width 400).Trim() }
    }
    $writer.WriteLine((ConvertTo-Json @($results) -Compress))
    $writer.Flush()
}
