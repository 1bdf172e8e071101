using System.Security.Cryptography.X509Certificates;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Engine.Startup;

/// <summary>
/// Creates an example customer at a server in memory, so that .NET loads and prepares the code for rows while the first row is still
/// being read. Otherwise this would delay the first row of a new process. Nothing leaves the process, and nothing is stored.
/// </summary>
internal static class WarmUp
{
    private static int _hasBegun;

    /// <summary>Begins on other threads, once per process.</summary>
    /// <param name="connection">The connection that the rows will be sent to. The warm-up does not use it.</param>
    public static void Begin(PaymentConnection connection)
    {
        if (Interlocked.Exchange(ref _hasBegun, 1) != 0)
            return;
        _ = Task.Run(() => IgnoreFailure(() => CreateAsync(PaymentProviders.Get(connection.Provider))));
        if (OperatingSystem.IsLinux() && connection.BaseUri.Scheme == Uri.UriSchemeHttps)
            _ = Task.Run(() => IgnoreFailure(ReadCertificatesAsync));
    }

    /// <summary>Creates the example customer.</summary>
    public static async Task<DraftOutcome> CreateAsync(PaymentProvider provider)
    {
        var connection = new PaymentConnection(
            nameof(WarmUp), provider.Name, PaymentEnvironment.Sandbox, new Uri("http://localhost/"), nameof(WarmUp), new Secret("none"), new Secret("none"));
        using var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = static (_, _) => new ValueTask<Stream>(new ServerInMemory()),
        };
        using var invoker = new HttpMessageInvoker(handler);
        var client = new ProviderClient(provider, connection, new ProviderClientOptions { Invoker = invoker });
        var run = new CustomerRun(client, new RunOptions(), journal: null, CancellationToken.None);
        await using var _ = run.ConfigureAwait(false);
        run.Submit(Example(provider, connection));
        await run.WaitAsync().ConfigureAwait(false);
        return run.TryTake(out var outcome) ? outcome : throw new InvalidOperationException();
    }

    private static PreparedDraft Example(PaymentProvider provider, PaymentConnection connection)
    {
        string[] names = [.. provider.Format.Fields.Select(field => field.Field.ToString())];
        string?[] values = [.. provider.Format.Fields.Select(field => FieldExamples.Of(field.Field))];
        var row = new RowReader(provider, PaymentProviders.Names).Read(row: 1, source: null, names, values);
        return new DraftPreparer(provider, new KeyScope(connection)).Prepare(row);
    }

    /// <summary>On Linux, .NET reads the certificates that the system trusts from more than a hundred files, when it first needs them.</summary>
    private static Task ReadCertificatesAsync()
    {
        using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        foreach (var certificate in store.Certificates)
            certificate.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>If something is wrong, the first row shows it, with an error that says what to do.</summary>
    private static async Task IgnoreFailure(Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // See the summary.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
