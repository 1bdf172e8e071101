using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentCustomers.Tests.Runs;

/// <summary>An HTTP server that says byte by byte what a test makes it say, and knows how many ask at once.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<ScriptedRequest, Task<ScriptedAnswer>> _script;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly List<ScriptedRequest> _requests = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiters = [];
    private readonly Task _accepting;
    private int _now;

    public ScriptedServer(Func<ScriptedRequest, Task<ScriptedAnswer>> script)
    {
        _script = script;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The most requests that were here at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The requests in the order in which they came.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Done as soon as so many requests have come.</summary>
    public Task WhenAskedAsync(int count)
    {
        lock (_gate)
        {
            if (_requests.Count >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((count, reached));
            return reached.Task.WaitAsync(RunTest.Patience);
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
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
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
                if (answer.Bytes is { } bytes)
                {
                    await stream.WriteAsync(bytes, _stopping.Token);
                    continue;
                }

                if (answer.Resets)
                    client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
                else if (await stream.ReadAsync(new byte[1], _stopping.Token) == 0)
                    request.SetGone();
                return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // The client or the test has ended it.
        }
    }

    private async Task<ScriptedAnswer> AnswerAsync(ScriptedRequest request)
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

    private async Task<ScriptedRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, _stopping.Token) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var headers = lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, _stopping.Token);
        lock (_gate)
        {
            var request = new ScriptedRequest(_requests.Count + 1, first[0], first[1], headers, body);
            _requests.Add(request);
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
            foreach (var (_, reached) in _waiters.Where(waiter => _requests.Count >= waiter.Count))
                reached.TrySetResult();
            return request;
        }
    }

    private static bool EndsHead(StringBuilder head) =>
        head.Length >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}
