using PaymentCustomers.Bench.Measuring;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>Measures the engine without PowerShell: from rows in memory to outcomes, with the same feed loop as the cmdlet.</summary>
internal static class EngineContestant
{
    public static Task<Timed> CreateAsync(
        Uri baseUri, int rows, int warmUp, int throttle, string? journalPath, CancellationToken cancellation)
    {
        var connection = Connect(baseUri);
        var before = BenchRows.Take(warmUp, BenchRows.FirstOfWarmUp).ToArray();
        var input = BenchRows.Take(rows).ToArray();
        return Timed.RunAsync(
            () => RunAsync(connection, before, throttle, journalPath is null ? null : $"{journalPath}.warm-up", cancellation),
            () => RunAsync(connection, input, throttle, journalPath, cancellation));
    }

    /// <summary>The rows in the form in which they are sent.</summary>
    public static PreparedDraft[] Prepare(Uri baseUri, int count, int first)
    {
        var connection = Connect(baseUri);
        return [.. Prepare(connection, BenchRows.Take(count, first))];
    }

    private static PaymentConnection Connect(Uri baseUri) => ConnectionFactory.Open(new ConnectionRequest(EmulatorProcess.Provider)
    {
        BaseUri = baseUri,
        Credential = new ProviderCredential(null, EmulatorProcess.ApiKey),
    });

    private static IEnumerable<PreparedDraft> Prepare(PaymentConnection connection, IEnumerable<string[]> rows)
    {
        var reader = new RowReader(PaymentProviders.Get(connection.Provider), PaymentProviders.Names);
        var preparer = new DraftPreparer(PaymentProviders.Get(connection.Provider), new KeyScope(connection));
        var number = 0L;
        foreach (var row in rows)
            yield return preparer.Prepare(reader.Read(++number, row, BenchRows.Columns, row));
    }

    private static async Task RunAsync(
        PaymentConnection connection, string[][] rows, int throttle, string? journalPath, CancellationToken cancellation)
    {
        var client = new ProviderClient(connection, new ProviderClientOptions());
        await using var journal = journalPath is null ? null : FileJournal.Open(journalPath, connection);
        await using var run = new CustomerRun(client, new RunOptions { ThrottleLimit = throttle }, journal, cancellation);
        await Task.Factory.StartNew(
            () => new RunFeed(run, Take, task => task.GetAwaiter().GetResult()).AddAll(Prepare(connection, rows), cancellation),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        if (run.Stopped is { } reason)
            throw new PaymentException(reason);
    }

    private static void Take(DraftOutcome outcome)
    {
        if (outcome.Error is not null)
            throw new PaymentException(outcome.Error);
    }
}
