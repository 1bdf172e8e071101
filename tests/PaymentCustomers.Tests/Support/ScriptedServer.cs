using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentCustomers.Tests;

/// <summary>An HTTP server on loopback that sends the answers of a test byte for byte, and keeps the received requests.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>The time in milliseconds after which a test that waits in vain fails.</summary>
    public const int Patience = 30_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<ScriptedRequest, Task<Answer>> _script;
    private readonly bool _closes;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<ScriptedRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private readonly Task _accepting;
    private int _arrivals;
    private int _now;

    /// <summary>Makes a server that answers with a function and keeps its connections open.</summary>
    public ScriptedServer(Func<ScriptedRequest, Task<Answer>> script)
        : this(script, closes: false)
    {
    }

    /// <summary>Makes a server that sends these answers in order, with one connection for each request. Further requests are
    /// answered with 599.</summary>
    public ScriptedServer(params Answer[] script)
        : this(
            request => Task.FromResult(script.ElementAtOrDefault(request.Number - 1) ?? Answer.Text("The script has no answer for this.", 599)),
            closes: true)
    {
    }

    private ScriptedServer(Func<ScriptedRequest, Task<Answer>> script, bool closes)
    {
        _script = script;
        _closes = closes;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The largest number of requests that were under way at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The number of connections that were opened.</summary>
    public int Connections { get; private set; }

    /// <summary>The requests in the order in which they arrived.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Completed when the client closes a connection whose answer is withheld.</summary>
    public Task GivenUp => _givenUp.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits for the next request that no earlier call has waited for.</summary>
    public async Task<ScriptedRequest> ArrivalAsync()
    {
        await WhenAskedAsync(++_arrivals);
        return Requests[_arrivals - 1];
    }

    /// <summary>Completed as soon as this number of requests has arrived.</summary>
    public Task WhenAskedAsync(int count)
    {
        lock (_gate)
        {
            if (_requests.Count >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_accepting.IsCompleted)
            return;
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                Connections++;
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                var answer = await AnswerAsync(request);
                if (answer.Ending is Ending.Whole or Ending.ClosedWithin or Ending.SilentWithin)
                    await stream.WriteAsync(answer.OnTheWire(_closes), _stopping.Token);
                if (answer.Ending is Ending.Silent or Ending.SilentWithin)
                    await WaitUntilGoneAsync(stream, request);
                if (answer.Ending == Ending.Reset)
                    client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
                if (_closes || answer.Ending != Ending.Whole)
                    return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client or the test has ended the connection.
        }
    }

    private async Task<Answer> AnswerAsync(ScriptedRequest request)
    {
        try
        {
            return await _script(request).WaitAsync(_stopping.Token);
        }
        finally
        {
            lock (_gate)
                _now--;
        }
    }

    private async Task WaitUntilGoneAsync(NetworkStream stream, ScriptedRequest request)
    {
        try
        {
            while (await stream.ReadAsync(new byte[1], _stopping.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset connection counts as closed.
        }

        request.SetGone();
        _givenUp.TrySetResult();
    }

    private async Task<ScriptedRequest?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        var end = -1;
        while (end < 0)
        {
            var read = await stream.ReadAsync(buffer, _stopping.Token);
            // The server has no TLS, so that it closes a connection that begins with a TLS handshake.
            if (read == 0 || (bytes.Count == 0 && buffer[0] == 0x16))
                return null;
            bytes.AddRange(buffer.AsSpan(0, read));
            end = Encoding.Latin1.GetString([.. bytes]).IndexOf("\r\n\r\n", StringComparison.Ordinal);
        }

        var lines = Encoding.Latin1.GetString([.. bytes], 0, end).Split("\r\n");
        var first = lines[0].Split(' ');
        var headers = lines[1..].Select(line => line.Split(": ", 2)).Select(parts => (Name: parts[0], Value: parts[1])).ToList();
        var length = headers.Where(header => header.Name == "Content-Length").Select(header => int.Parse(header.Value, CultureInfo.InvariantCulture)).SingleOrDefault();
        var body = new byte[length];
        var early = bytes.Count - end - 4;
        bytes.CopyTo(end + 4, body, 0, early);
        await stream.ReadExactlyAsync(body.AsMemory(early), _stopping.Token);
        return Keep(first[0], first[1], headers, body);
    }

    private ScriptedRequest Keep(string method, string target, List<(string Name, string Value)> headers, byte[] body)
    {
        lock (_gate)
        {
            var request = new ScriptedRequest(_requests.Count + 1, method, target, headers, body);
            _requests.Add(request);
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
            foreach (var (_, reached) in _waiters.Where(waiter => _requests.Count >= waiter.Count))
                reached.TrySetResult();
            return request;
        }
    }
}
