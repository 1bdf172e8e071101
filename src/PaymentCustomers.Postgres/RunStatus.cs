using Npgsql;
using NpgsqlTypes;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Postgres;

/// <summary>Reads the progress of a run over all its workers.</summary>
internal static class RunStatus
{
    private const string Run = """
        SELECT r.provider, r.environment, r.account, r.announced, extract(epoch FROM g.hold - now())::float8,
            CASE WHEN g.stopped > (SELECT max(w.begun) FROM payment_customers.workers w WHERE w.run = r.run) THEN g.stop END
        FROM payment_customers.runs r LEFT JOIN payment_customers.gates g ON g.gate = r.gate WHERE r.run = $1
        """;

    private const string Counts = "SELECT state, count(*) FROM payment_customers.rows WHERE run = $1 GROUP BY state";

    private const string Workers = """
        SELECT w.worker, w.begun, w.heard, w.ended IS NOT NULL, w.lease > now(),
            (SELECT count(*) FROM payment_customers.rows r WHERE r.run = w.run AND r.worker = w.worker),
            (SELECT count(*) FROM payment_customers.events e WHERE e.run = w.run AND e.kind = 'taken' AND e.other = w.worker)
        FROM payment_customers.workers w WHERE w.run = $1 ORDER BY w.begun, w.worker
        """;

    // Customers that a worker got for rows that had been taken over, and duplicates that the audit of the list found.
    private const string Doubled = """
        SELECT r.row, r.key, d.id FROM payment_customers.rows r JOIN (
            SELECT e.key, e.id FROM payment_customers.events e WHERE e.run = $1 AND e.kind IN ('late', 'doubled') AND e.id IS NOT NULL
            UNION SELECT o.key, o.id FROM payment_customers.rows o WHERE o.run = $1 AND o.id IS NOT NULL
                AND o.key IN (SELECT e.key FROM payment_customers.events e WHERE e.run = $1 AND e.kind IN ('late', 'doubled'))) d ON d.key = r.key
        WHERE r.run = $1 ORDER BY r.row, d.id
        """;

    private const string Entries = """
        SELECT row, key, state, id, error, status, at, '{}'::text[] FROM payment_customers.rows WHERE run = $1
        UNION ALL SELECT row, '', '', NULL, NULL, NULL, at, problems FROM payment_customers.refused WHERE run = $1
        ORDER BY row, key
        """;

    /// <summary>The progress of a run; null if no run has this name.</summary>
    public static async Task<SharedRunStatus?> ReadAsync(NpgsqlConnection connection, string run, CancellationToken cancellation)
    {
        using var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[] { Run, Counts, Workers })
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql) { Parameters = { Name(run) } });
        SharedRunStatus status;
        using (var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false))
        {
            if (!await reader.ReadAsync(cancellation).ConfigureAwait(false))
                return null;
            status = new SharedRunStatus(
                run, reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt64(3), new Dictionary<KeyState, long>(), [], [])
            {
                Held = reader.IsDBNull(4) || reader.GetDouble(4) <= 0 ? null : TimeSpan.FromSeconds(reader.GetDouble(4)),
                Stopped = reader.IsDBNull(5) ? null : reader.GetString(5),
            };
            await reader.NextResultAsync(cancellation).ConfigureAwait(false);
            var counts = new Dictionary<KeyState, long>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                counts[RowClaims.StateOf(reader.GetString(0))] = counts.GetValueOrDefault(RowClaims.StateOf(reader.GetString(0))) + reader.GetInt64(1);
            await reader.NextResultAsync(cancellation).ConfigureAwait(false);
            var workers = new List<SharedWorker>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var state = reader.GetBoolean(3) ? SharedWorkerState.Ended : reader.GetBoolean(4) ? SharedWorkerState.Alive : SharedWorkerState.Silent;
                workers.Add(new SharedWorker(reader.GetGuid(0), state, At(reader, 1), At(reader, 2), reader.GetInt64(5), reader.GetInt64(6)));
            }

            status = status with { Counts = counts, Workers = workers };
        }

        return status with { Doubled = await DoubledAsync(connection, run, cancellation).ConfigureAwait(false) };
    }

    /// <summary>The keys of a run that more than one customer carries.</summary>
    public static async Task<List<DoubledKey>> DoubledAsync(NpgsqlConnection connection, string run, CancellationToken cancellation)
    {
        using var command = new NpgsqlCommand(Doubled, connection) { Parameters = { Name(run) } };
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var found = new List<(long Row, string Key, string Id)>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            found.Add((reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
        return [.. from row in found group row.Id by (row.Row, row.Key) into ids where ids.Count() > 1 select new DoubledKey(ids.Key.Row, ids.Key.Key, [.. ids])];
    }

    /// <summary>The state of each row.</summary>
    public static async Task<List<JournalEntry>> EntriesAsync(NpgsqlConnection connection, string run, CancellationToken cancellation)
    {
        using var command = new NpgsqlCommand(Entries, connection) { Parameters = { Name(run) } };
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var entries = new List<JournalEntry>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            entries.Add(new JournalEntry(reader.GetInt64(0), reader.GetString(1), RowClaims.StateOf(reader.GetString(2)))
            {
                Id = reader.IsDBNull(3) ? null : reader.GetString(3),
                Error = reader.IsDBNull(4) ? null : reader.GetString(4),
                Status = reader.IsDBNull(5) ? null : reader.GetInt32(5),
                At = At(reader, 6),
                Problems = reader.GetFieldValue<string[]>(7),
            });
        }

        return entries;
    }

    private static DateTimeOffset At(NpgsqlDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    private static NpgsqlParameter Name(string run) => new() { Value = run, NpgsqlDbType = NpgsqlDbType.Text };
}
