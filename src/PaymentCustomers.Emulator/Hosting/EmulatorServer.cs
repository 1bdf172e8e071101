using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// Kestrel by itself, without a host: no configuration, environment, logging or signal handler of an application can
/// reach into it or out of it, and it starts in milliseconds.
/// </summary>
internal sealed class EmulatorServer : IDisposable
{
    /// <summary>Bytes of a request body that are still read.</summary>
    public const int LargestBody = 4 * 1024 * 1024;

    // Answers in flight at the end: those that a fault holds are let go before, the others take milliseconds.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    private readonly KestrelServer _kestrel;

    public EmulatorServer(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = LargestBody;

        // The slowness here is asked for.
        options.Limits.MinResponseDataRate = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    public Uri Address => new(_kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First() + "/");

    public Task StartAsync(RequestDelegate handle, CancellationToken cancellationToken) =>
        _kestrel.StartAsync(new Application(handle), cancellationToken);

    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(StopPatience);
        await _kestrel.StopAsync(patience.Token);
    }

    public void Dispose() => _kestrel.Dispose();

    private sealed class Application(RequestDelegate handle) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
