using System.Net;
using System.Net.Sockets;

namespace PaymentCustomers.Soak;

/// <summary>
/// The network between one worker and a local server. While it is cut, no data passes and neither side is notified: data that is
/// sent is lost, and a new connection gets no answer. When the network is restored, all connections of that time are reset.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly Task _accepting;
    private readonly object _lock = new();
    private CancellationTokenSource _cut = new();
    private TaskCompletionSource? _healed;
    private int _cuts;
    private bool _isEnded;

    /// <param name="target">The port of the server.</param>
    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The port that the worker uses.</summary>
    public int Port { get; }

    /// <summary>Cuts the network for a time. Cuts may overlap: it is restored after the last one.</summary>
    public async Task CutAsync(TimeSpan time)
    {
        lock (_lock)
        {
            _cuts++;
            _healed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            _cut.Cancel();
        }

        await Task.Delay(time);
        lock (_lock)
        {
            if (--_cuts == 0)
                Heal();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isEnded = true;
        _listener.Stop();
        await _accepting;
        lock (_lock)
            _cut.Cancel();
    }

    private void Heal()
    {
        _cut.Dispose();
        _cut = new CancellationTokenSource();
        _healed!.SetResult();
        _healed = null;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync());
        }
        catch (SocketException) when (_isEnded)
        {
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            Task? healed;
            CancellationToken cut;
            lock (_lock)
                (healed, cut) = (_healed?.Task, _cut.Token);
            try
            {
                if (healed is null)
                {
                    client.NoDelay = server.NoDelay = true;
                    await server.ConnectAsync(IPAddress.Loopback, _target, cut);
                    await Task.WhenAny(PassAsync(client, server, cut), PassAsync(server, client, cut)).Unwrap();
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                lock (_lock)
                    healed = _healed?.Task;
            }
            catch (SocketException)
            {
                // One side has closed the connection. Disposing closes the other one.
                return;
            }

            if (healed is not null)
                await healed;
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            server.LingerState = new LingerOption(enable: true, seconds: 0);
        }
    }

    private static async Task PassAsync(Socket from, Socket to, CancellationToken cut)
    {
        var bytes = new byte[16 * 1024];
        while (await from.ReceiveAsync(bytes, cut) is > 0 and var count)
        {
            for (var sent = 0; sent < count;)
                sent += await to.SendAsync(bytes.AsMemory(sent, count - sent), cut);
        }
    }
}
