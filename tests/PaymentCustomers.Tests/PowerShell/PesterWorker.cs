using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Reflection;
using System.Text.Json;

namespace PaymentCustomers.Tests.PowerShell;

/// <summary>The result of one Pester test.</summary>
internal sealed record PesterResult(string Name, string Outcome, string Message);

/// <summary>A PowerShell process that runs Pester files one after another, because starting PowerShell and loading Pester takes
/// longer than most files. There are as many workers as tests may run in parallel. A worker ends with this process, because its
/// pipe is closed then.</summary>
internal sealed class PesterWorker : IDisposable
{
    private const int MostLines = 50;

    private static readonly ConcurrentBag<PesterWorker> Idle = [];

    private static readonly string Script = Path.Combine(Repository.Root, "tests", "powershell", "Invoke-TestFiles.ps1");

    private static readonly string PesterManifest = typeof(PesterWorker).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == nameof(PesterManifest)).Value!;

    private readonly ConcurrentQueue<string> _said = [];

    private readonly NamedPipeServerStream _pipe;

    private readonly StreamReader _reader;

    private readonly StreamWriter _writer;

    private readonly Process _process;

    private PesterWorker(PowerShellHost host)
    {
        // The name is short, because on macOS the complete path of a pipe may have only about a hundred characters.
        var name = $"pester-{Guid.NewGuid().ToString("N")[..8]}";
        _pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        _reader = new StreamReader(_pipe);
        _writer = new StreamWriter(_pipe);
        _process = host.Start(Script, "-Pester", PesterManifest, "-Pipe", name);
        _process.StandardInput.Close();
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Runs a file in an idle worker or in a new one.</summary>
    public static async Task<IReadOnlyList<PesterResult>> RunAsync(PowerShellHost host, string file, CancellationToken cancellation)
    {
        var worker = Idle.TryTake(out var idle) ? idle : new PesterWorker(host);
        IReadOnlyList<PesterResult>? results = null;
        try
        {
            results = await worker.RunAsync(file, cancellation);
            return results ?? [new(Path.GetFileName(file), "Failed", $"pwsh ended without results: {string.Join('\n', worker._said)}")];
        }
        finally
        {
            if (results is null)
                worker.Dispose();
            else
                Idle.Add(worker);
        }
    }

    public void Dispose()
    {
        // This also ends the processes that the worker has started, such as emulators.
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _pipe.Dispose();
    }

    private async Task<IReadOnlyList<PesterResult>?> RunAsync(string file, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (!_pipe.IsConnected)
        {
            var connected = _pipe.WaitForConnectionAsync(ended.Token);
            if (await Task.WhenAny(connected, _process.WaitForExitAsync(cancellation)) != connected)
            {
                await ended.CancelAsync();
                return null;
            }
        }

        await _writer.WriteLineAsync(file);
        await _writer.FlushAsync(cancellation);
        return await _reader.ReadLineAsync(cancellation) is { } line
            ? JsonSerializer.Deserialize<List<PesterResult>>(line, JsonSerializerOptions.Web)
            : null;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        _said.Enqueue(line.Data ?? "");
        if (_said.Count > MostLines)
            _said.TryDequeue(out _);
    }
}
