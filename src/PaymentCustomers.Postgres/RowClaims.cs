using Npgsql;
using NpgsqlTypes;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Postgres;

/// <summary>What the database has about a row to be claimed.</summary>
/// <param name="State">The state in which the row was found.</param>
/// <param name="IsMine">Whether this worker has the claim.</param>
/// <param name="IsBusy">Whether another worker is working on it.</param>
/// <param name="IsRecent">Whether the state was recorded after the current workers started.</param>
/// <param name="Epoch">How often the row was claimed.</param>
internal sealed record FoundRow(KeyState State, bool IsMine, bool IsBusy, bool IsRecent, int Epoch)
{
    /// <summary>Whether another worker has the claim and the result is open.</summary>
    public bool IsElsewhere => !IsMine && State switch
    {
        KeyState.Created or KeyState.Existing or KeyState.Updated => false,
        KeyState.Failed or KeyState.Unknown => !IsRecent,
        _ => true,
    };

    /// <summary>The worker that has the claim.</summary>
    public Guid Worker { get; init; }

    /// <summary>Whether this worker took the row over from one whose lease expired.</summary>
    public bool IsTakenOver { get; init; }

    /// <summary>The time since the row's worker could last have sent a request for it.</summary>
    public TimeSpan Age { get; init; }

    public string? Id { get; init; }

    public string? Error { get; init; }
}

/// <summary>Claims rows in the database, in batches. Both statements process keys in the same order, because otherwise two workers could deadlock.</summary>
/// <param name="run">The run.</param>
/// <param name="worker">This worker.</param>
/// <param name="session">When the current workers started, by the server's clock.</param>
internal sealed class RowClaims(string run, Guid worker, DateTime session)
{
    /// <summary>The state of a row that was taken over and is not reconciled yet. It counts as started, but its claim is never released as not sent.</summary>
    public const string Doubt = "doubt";

    private const string Insert = """
        INSERT INTO payment_customers.rows (run, key, row, state, worker, epoch)
        SELECT $1, t.key, t.row, 'started', $2, 1
        FROM unnest($3::text[], $4::bigint[]) WITH ORDINALITY AS t (key, row, place)
        ORDER BY t.place
        ON CONFLICT (run, key) DO NOTHING
        """;

    // In all queries, the run is compared with a column, not with $1. Without statistics of a new run, the database would expect few
    // rows in it, and read all of them for each batch.
    private const string Select = """
        WITH asked AS MATERIALIZED (SELECT $1::text AS run, t.key FROM unnest($3::text[]) AS t (key))
        SELECT r.key, r.state, r.worker, r.epoch, r.id, r.error, r.at >= $4,
            coalesce(w.ended, w.lease, r.at) > now() AND w.ended IS NULL,
            extract(epoch FROM now() - greatest(r.at, least(coalesce(w.ended, w.lease, r.at), now())))::float8
        FROM asked a JOIN payment_customers.rows r ON r.run = a.run AND r.key = a.key LEFT JOIN payment_customers.workers w ON w.worker = r.worker
        WHERE NOT (r.worker = $2 AND r.epoch = 1 AND r.state = 'started')
        """;

    private const string TakeOver = """
        WITH wanted AS MATERIALIZED (
            SELECT $1::text AS run, t.* FROM unnest($3::text[], $4::int[], $5::bigint[], $6::text[], $7::uuid[]) WITH ORDINALITY AS t (key, epoch, row, state, before, place)),
        locked AS (
            SELECT r.key FROM payment_customers.rows r JOIN wanted t ON t.run = r.run AND t.key = r.key AND t.epoch = r.epoch
            ORDER BY t.place FOR UPDATE OF r),
        taken AS (
            UPDATE payment_customers.rows r SET worker = $2, epoch = r.epoch + 1, state = t.state, row = t.row, id = NULL, error = NULL, status = NULL, at = now()
            FROM wanted t, locked l
            WHERE r.run = t.run AND r.key = t.key AND l.key = t.key AND r.epoch = t.epoch
            RETURNING r.key, r.epoch, r.state, t.before),
        told AS (
            INSERT INTO payment_customers.events (run, kind, worker, other, key, epoch)
            SELECT $1, 'taken', $2, before, key, epoch FROM taken WHERE state = 'doubt')
        SELECT key, epoch FROM taken
        """;

    /// <summary>Claims rows.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="keys">The keys, sorted by their bytes; each once.</param>
    /// <param name="rows">The row numbers in the input.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The result of each key.</returns>
    public async Task<Dictionary<string, FoundRow>> TakeAsync(NpgsqlConnection connection, string[] keys, long[] rows, CancellationToken cancellation)
    {
        var found = await AskAsync(connection, keys, rows, cancellation).ConfigureAwait(false);
        var free = new List<int>();
        for (var i = 0; i < keys.Length; i++)
        {
            if (!found.TryGetValue(keys[i], out var row))
                found[keys[i]] = new FoundRow(KeyState.None, IsMine: true, IsBusy: false, IsRecent: false, Epoch: 1);
            else if (IsFree(row))
                free.Add(i);
        }

        if (free.Count > 0)
            await TakeOverAsync(connection, keys, rows, free, found, cancellation).ConfigureAwait(false);
        return found;
    }

    // A row that another current worker has ended is not tried again by this one.
    private static bool IsFree(FoundRow row) => !row.IsMine && row.State switch
    {
        KeyState.Created or KeyState.Existing or KeyState.Updated => false,
        KeyState.Withdrawn => true,
        KeyState.Failed or KeyState.Unknown => !row.IsRecent,
        _ => !row.IsBusy,
    };

    private async Task<Dictionary<string, FoundRow>> AskAsync(NpgsqlConnection connection, string[] keys, long[] rows, CancellationToken cancellation)
    {
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Insert) { Parameters = { Text(run), Uuid(worker), Texts(keys), new() { Value = rows } } },
                new(Select) { Parameters = { Text(run), Uuid(worker), Texts(keys), new() { Value = session, NpgsqlDbType = NpgsqlDbType.TimestampTz } } },
            },
        };
        var found = new Dictionary<string, FoundRow>(StringComparer.Ordinal);
        using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var state = reader.GetString(1);
            var owner = reader.GetGuid(2);
            found[reader.GetString(0)] = new FoundRow(StateOf(state), owner == worker, reader.GetBoolean(7), reader.GetBoolean(6), reader.GetInt32(3))
            {
                Worker = owner,
                IsTakenOver = owner == worker && state == Doubt,
                Id = reader.IsDBNull(4) ? null : reader.GetString(4),
                Error = reader.IsDBNull(5) ? null : reader.GetString(5),
                Age = TimeSpan.FromSeconds(Math.Max(0, reader.GetDouble(8))),
            };
        }

        return found;
    }

    private async Task TakeOverAsync(
        NpgsqlConnection connection, string[] keys, long[] rows, List<int> free, Dictionary<string, FoundRow> found, CancellationToken cancellation)
    {
        var before = free.ConvertAll(i => found[keys[i]]);
        using var command = new NpgsqlCommand(TakeOver, connection)
        {
            Parameters =
            {
                Text(run),
                Uuid(worker),
                Texts([.. free.Select(i => keys[i])]),
                new() { Value = before.Select(row => row.Epoch).ToArray() },
                new() { Value = free.Select(i => rows[i]).ToArray() },
                Texts([.. before.Select(row => IsDoubtful(row) ? Doubt : "started")]),
                new() { Value = before.Select(row => row.Worker).ToArray() },
            },
        };
        // If another worker was faster, it has the claim.
        foreach (var i in free)
            found[keys[i]] = found[keys[i]] with { IsBusy = true };
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var key = reader.GetString(0);
            found[key] = found[key] with { IsMine = true, IsBusy = false, IsTakenOver = IsDoubtful(found[key]), Epoch = reader.GetInt32(1) };
        }
    }

    /// <summary>What a row's state in the table says of it.</summary>
    public static KeyState StateOf(string state) => state == Doubt ? KeyState.Started : JournalFormat.State(state);

    private static bool IsDoubtful(FoundRow row) => row.State is KeyState.Started or KeyState.Unknown;

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Uuid(Guid value) => new() { Value = value };

    private static NpgsqlParameter Texts(string[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
