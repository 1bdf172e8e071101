using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.Soak;

/// <summary>The process that is killed: one run with a journal that writes a JSON line for each outcome.</summary>
internal static class Worker
{
    public const string Command = "worker";

    /// <summary>The exit code of a run that stopped with a reason.</summary>
    public const int Stopped = 3;

    public static async Task<int> RunAsync(Uri address, string provider, SoakOptions options, string journalPath)
    {
        var connection = ConnectionFactory.Open(new ConnectionRequest(provider) { BaseUri = address });
        var rows = new SoakRows(connection.Provider, options.Rows, options.Seed);
        await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        try
        {
            var stopped = await Pass.RunAsync(
                connection, options, journalPath, rows.Prepare(connection), outcome => output.WriteLine(RowOutcome.Of(outcome).ToLine()));
            if (stopped is null)
                return 0;
            await Console.Error.WriteLineAsync(stopped.Message);
        }
        catch (PaymentException e)
        {
            // The journal cannot be opened at the moment.
            await Console.Error.WriteLineAsync(e.Message);
        }

        return Stopped;
    }
}
