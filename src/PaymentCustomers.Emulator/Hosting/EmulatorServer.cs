using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>
/// Kestrel without a host, so that the configuration, environment, logging and signal handlers of the surrounding application
/// neither affect it nor are affected by it. It starts in milliseconds.
/// </summary>
internal sealed class EmulatorServer : IDisposable
{
    /// <summary>The maximum size of a request body, in bytes.</summary>
    public const int LargestBody = 4 * 1024 * 1024;

    // How long to wait for open responses when stopping. Responses held by a fault are released before; others take milliseconds.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    private readonly KestrelServer _kestrel;
    private readonly CancellationToken _stopping;
    private readonly X509Certificate2? _certificate;
    private ListenOptions? _spoken;
    private ListenOptions? _silent;
    private int _connections;

    public EmulatorServer(int port, int? silentPort, X509Certificate2? certificate, CancellationToken stopping)
    {
        _stopping = stopping;
        _certificate = certificate;
        var options = new KestrelServerOptions { AddServerHeader = false };
        if (certificate is not null)
            options.ApplicationServices = HttpsServices();
        options.Limits.MaxRequestBodySize = LargestBody;

        // Slow responses are intended here.
        options.Limits.MinResponseDataRate = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(IPAddress.Loopback, port, Speak);
        if (silentPort is { } silent)
            options.Listen(IPAddress.Loopback, silent, SayNothing);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _kestrel = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    public Uri Address => new($"{(_certificate is null ? "http" : "https")}://{_spoken!.IPEndPoint}/");

    /// <summary>The number of connections that were accepted until now.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The address that accepts connections and never responds.</summary>
    public Uri? SilentAddress => _silent is null ? null : new($"https://{_silent.IPEndPoint}/");

    public Task StartAsync(RequestDelegate handle, CancellationToken cancellationToken) =>
        _kestrel.StartAsync(new Application(handle), cancellationToken);

    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(StopPatience);
        await _kestrel.StopAsync(patience.Token);
    }

    public void Dispose()
    {
        _kestrel.Dispose();
        _certificate?.Dispose();
    }

    /// <summary>Kestrel gets what it needs for https from services that are not public. An empty application has them, and nothing else.</summary>
    private static IServiceProvider HttpsServices()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        return builder.Build().Services;
    }

    private void Speak(ListenOptions listen)
    {
        _spoken = listen;
        // HTTP/2 needs https: without it, a client cannot know that the server has it.
        listen.Protocols = _certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
        if (_certificate is not null)
            listen.UseHttps(_certificate);
        listen.Use(next => connection =>
        {
            Interlocked.Increment(ref _connections);
            connection.Features.Set(new RawConnection(connection));
            return next(connection);
        });
    }

    private void SayNothing(ListenOptions listen)
    {
        _silent = listen;
        listen.Use(_ => SayNothingAsync);
    }

    private async Task SayNothingAsync(ConnectionContext connection)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var gone = connection.ConnectionClosed.Register(() => over.TrySetResult());
        await using var stop = _stopping.Register(() => over.TrySetResult());
        await over.Task;
        connection.Abort();
    }

    private sealed class Application(RequestDelegate handle) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
