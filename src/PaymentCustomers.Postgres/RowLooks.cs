using Npgsql;
using NpgsqlTypes;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Postgres;

/// <summary>
/// Reads the results of rows that this worker does not send. While other workers are running, each of them may still send a row
/// that has no customer. Thread-safe.
/// </summary>
internal sealed class RowLooks
{
    private const string Others = """
        SELECT EXISTS (SELECT 1 FROM payment_customers.workers w WHERE w.run = $1 AND w.worker <> $2 AND w.ended IS NULL AND NOT w.done AND w.lease > now())
        """;

    private const string Rows = """
        WITH asked AS MATERIALIZED (SELECT $1::text AS run, t.key FROM unnest($2::text[]) AS t (key))
        SELECT DISTINCT r.key, r.state, r.id FROM asked a JOIN payment_customers.rows r ON r.run = a.run AND r.key = a.key
        """;

    private static readonly KeyRecord NobodyKnows = new(KeyState.Unknown, null);

    private readonly Database _database;
    private readonly Guid _worker;
    private readonly WorkerLife _life;
    private readonly Batches<Asked> _asked;

    /// <param name="database">The database.</param>
    /// <param name="worker">This worker.</param>
    /// <param name="life">The lease of this worker.</param>
    public RowLooks(Database database, Guid worker, WorkerLife life)
    {
        _database = database;
        _worker = worker;
        _life = life;
        _asked = new Batches<Asked>(AnswerAsync, TimeSpan.Zero);
    }

    /// <summary>Completes when no query is open.</summary>
    public Task WhenIdle => _asked.WhenIdle;

    /// <summary>Reads the result of a row. Rows that are requested at the same time are read together.</summary>
    public Task<Claim> AskAsync(long row, string key, KeyHash hash)
    {
        var asked = new Asked(row, key, hash);
        _asked.Add(asked);
        return asked.Answer.Task;
    }

    private async Task AnswerAsync(List<Asked> batch)
    {
        Dictionary<string, KeyRecord>? found = null;
        try
        {
            // After a failure, nothing is read: waiting for the database once is enough.
            if (_life.Failure is null)
                found = await _database.RunAsync((connection, token) => FindAsync(connection, [.. batch.Select(asked => asked.Key)], token), CancellationToken.None).ConfigureAwait(false);
        }
        catch (PaymentException e)
        {
            _life.Fail(e);
        }

        foreach (var asked in batch)
            asked.Decide(Claim.Look(asked.Row, asked.Key, asked.Hash, found is null ? NobodyKnows : found[asked.Key]));
    }

    private async Task<Dictionary<string, KeyRecord>> FindAsync(NpgsqlConnection connection, string[] keys, CancellationToken cancellation)
    {
        var run = new NpgsqlParameter { Value = _database.Address.Run!, NpgsqlDbType = NpgsqlDbType.Text };
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // It runs first. If a worker ends between the two queries, its results are in the table.
                new(Others) { Parameters = { run, new() { Value = _worker } } },
                new(Rows) { Parameters = { run.Clone(), new() { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text } } },
            },
        };
        using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        var mayBeSent = reader.GetBoolean(0);
        var found = new Dictionary<string, KeyRecord>(StringComparer.Ordinal);
        foreach (var key in keys)
            found[key] = mayBeSent ? NobodyKnows : default;
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var state = RowClaims.StateOf(reader.GetString(1));
            if (!mayBeSent || state is KeyState.Created or KeyState.Existing or KeyState.Updated)
                found[reader.GetString(0)] = new KeyRecord(state, reader.IsDBNull(2) ? null : reader.GetString(2));
        }

        return found;
    }
}
