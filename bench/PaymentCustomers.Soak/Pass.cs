using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Soak;

/// <summary>One run over all rows, with the same feed loop as the cmdlet.</summary>
internal static class Pass
{
    /// <summary>Runs until all outcomes were returned, or the run is cancelled.</summary>
    /// <returns>Why the run stopped; null if it did not.</returns>
    public static async Task<PaymentError?> RunAsync(
        PaymentConnection connection,
        SoakOptions options,
        string journalPath,
        IEnumerable<PreparedDraft> drafts,
        Action<DraftOutcome> take,
        CancellationToken cancellation = default)
    {
        var clock = new LaterClock(options.Later);
        var client = new ProviderClient(connection, new ProviderClientOptions { Timeout = options.Timeout, Clock = clock });
        await using var journal = await JournalOpening.OpenAsync(
            journalPath, connection, new JournalOptions { Clock = clock, Timeout = RetryRules.LongestRequest(options.Timeout), Tell = Console.Error.WriteLine }, cancellation);
        await using var run = new CustomerRun(
            client, new RunOptions { ThrottleLimit = options.Throttle, Window = options.Window }, journal, cancellation);
        try
        {
            // AddAll blocks, so that it gets a thread of its own.
            await Task.Factory.StartNew(
                () => new RunFeed(run, take, task => task.GetAwaiter().GetResult()).AddAll(drafts, cancellation),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Outcomes that were not returned are in the journal.
        }

        if (await run.AuditAsync() is { } audit)
            await Console.Error.WriteLineAsync(audit);
        return run.Stopped;
    }
}
