using System.Net;
using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Postgres;

/// <summary>Journals in PostgreSQL and compatible databases. The engine creates an instance by the name of this type.</summary>
internal sealed class PostgresJournals : ISharedJournals
{
    public async Task<IJournal> OpenAsync(string address, PaymentConnection connection, JournalOptions options, CancellationToken cancellation) =>
        await PostgresJournal.OpenAsync(Parse(address, options.Credential), connection, options, cancellation).ConfigureAwait(false);

    public async Task<(int Before, int Now)> InitializeAsync(string address, CancellationToken cancellation)
    {
        var parsed = Parse(address, credential: null, wantsRun: false);
        var database = new Database(parsed);
        await using var closing = database.ConfigureAwait(false);
        var before = await database.RunAsync(Schema.UpgradeAsync, cancellation).ConfigureAwait(false);
        return before > Schema.Version ? throw PostgresErrors.Tables(parsed, before) : (before, Schema.Version);
    }

    public async IAsyncEnumerable<JournalEntry> ReadAsync(string address, NetworkCredential? credential, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var parsed = Parse(address, credential);
        var database = new Database(parsed);
        await using var closing = database.ConfigureAwait(false);
        await StatusAsync(parsed, database, cancellation).ConfigureAwait(false);
        foreach (var entry in await database.RunAsync((connection, token) => RunStatus.EntriesAsync(connection, parsed.Run!, token), cancellation).ConfigureAwait(false))
            yield return entry;
    }

    public async Task<SharedRunStatus> StatusAsync(string address, NetworkCredential? credential, CancellationToken cancellation)
    {
        var parsed = Parse(address, credential);
        var database = new Database(parsed);
        await using var closing = database.ConfigureAwait(false);
        return await StatusAsync(parsed, database, cancellation).ConfigureAwait(false);
    }

    private static Task<SharedRunStatus> StatusAsync(PostgresAddress address, Database database, CancellationToken cancellation) => database.RunAsync(
        async (connection, token) => await Schema.FindVersionAsync(connection, token).ConfigureAwait(false) is var version && version != Schema.Version
            ? throw PostgresErrors.Tables(address, version)
            : await RunStatus.ReadAsync(connection, address.Run!, token).ConfigureAwait(false) ?? throw PostgresErrors.NoSuchRun(address),
        cancellation);

    private static PostgresAddress Parse(string address, NetworkCredential? credential, bool wantsRun = true) =>
        PostgresAddress.Parse(address, Environment.GetEnvironmentVariable, wantsRun, credential);
}
