using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Line">Method and target.</param>
/// <param name="Headers">All headers in their order.</param>
/// <param name="Body">The body.</param>
internal sealed record ReceivedRequest(string Line, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public string? Header(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).SingleOrDefault();
}

/// <summary>
/// A server on loopback that answers from a script, one connection for each request, and keeps what it was asked. A
/// request beyond the script is answered with 599.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>How long, in milliseconds, a test may wait for what does not come.</summary>
    public const int Patience = 30_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ReceivedRequest> _arrivals = Channel.CreateUnbounded<ReceivedRequest>();
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Queue<Answer> _script;
    private readonly List<ReceivedRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    public ScriptedServer(params Answer[] script)
    {
        _script = new Queue<Answer>(script);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>All requests up to now.</summary>
    public IReadOnlyList<ReceivedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Ends when the client closes a connection on which the answer is withheld.</summary>
    public Task GivenUp => _givenUp.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits for the next request that was not waited for yet.</summary>
    public ValueTask<ReceivedRequest> ArrivalAsync() => _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var client = connection;
        try
        {
            var stream = client.GetStream();
            if (await ReadAsync(stream) is not { } request)
                return;
            Answer? answer;
            lock (_gate)
            {
                _requests.Add(request);
                _script.TryDequeue(out answer);
            }

            answer ??= Answer.Text("The script has no answer for this.", 599);
            _arrivals.Writer.TryWrite(request);
            if (answer.Ending is not (Ending.Silent or Ending.ClosedBefore))
                await stream.WriteAsync(answer.OnTheWire(), _stop.Token);
            if (answer.Ending is Ending.Silent or Ending.SilentWithin)
                await WaitUntilGivenUpAsync(stream);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or the client does not want the answer any more.
        }
    }

    private async Task WaitUntilGivenUpAsync(NetworkStream stream)
    {
        try
        {
            while (await stream.ReadAsync(new byte[1], _stop.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset is as good as closed.
        }

        _givenUp.TrySetResult();
    }

    private async Task<ReceivedRequest?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        var end = -1;
        while (end < 0)
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            // A TLS handshake is none of ours: it is hung up on.
            if (read == 0 || (bytes.Count == 0 && buffer[0] == 0x16))
                return null;
            bytes.AddRange(buffer.AsSpan(0, read));
            end = Encoding.Latin1.GetString([.. bytes]).IndexOf("\r\n\r\n", StringComparison.Ordinal);
        }

        var lines = Encoding.Latin1.GetString([.. bytes], 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1])).ToList();
        var length = headers.Where(header => header.Item1 == "Content-Length").Select(header => int.Parse(header.Item2, null)).SingleOrDefault();
        while (bytes.Count < end + 4 + length)
            bytes.AddRange(buffer.AsSpan(0, await stream.ReadAsync(buffer, _stop.Token)));
        var target = lines[0][..lines[0].LastIndexOf(' ')];
        return new ReceivedRequest(target, headers, Encoding.UTF8.GetString([.. bytes], end + 4, length));
    }
}
