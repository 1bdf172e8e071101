using Npgsql;
using NpgsqlTypes;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Postgres;

/// <summary>The result of a row.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Epoch">How often the row had been claimed, including the claim of this worker.</param>
/// <param name="State">The result.</param>
internal sealed record RowNote(string Key, int Epoch, KeyState State)
{
    public string? Id { get; init; }

    public string? Error { get; init; }

    public int? Status { get; init; }
}

/// <summary>
/// Records the results of rows in the database, in batches. A result that arrives after the row was taken over does not change the row,
/// but is kept as an event, because the provider may then have two customers.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="worker">This worker.</param>
internal sealed class RowNotes(string run, Guid worker)
{
    // The run is compared with a column, not with $1. Without statistics of a new run, the database would expect few rows in it,
    // and read all of them for each batch.
    private const string Write = """
        WITH noted AS MATERIALIZED (
            SELECT $1::text AS run, t.* FROM unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::int[]) WITH ORDINALITY AS t (key, epoch, state, id, error, status, place)),
        locked AS (
            SELECT r.key FROM payment_customers.rows r JOIN noted t ON t.run = r.run AND t.key = r.key AND t.epoch = r.epoch
            WHERE r.worker = $2 ORDER BY t.place FOR UPDATE OF r),
        written AS (
            UPDATE payment_customers.rows r SET state = t.state, id = t.id, error = t.error, status = t.status, at = now()
            FROM noted t, locked l
            WHERE r.run = t.run AND r.worker = $2 AND r.key = t.key AND l.key = t.key AND r.epoch = t.epoch
            RETURNING r.key),
        late AS (
            INSERT INTO payment_customers.events (run, kind, worker, key, epoch, state, id)
            SELECT $1, 'late', $2, t.key, t.epoch, t.state, t.id FROM noted t WHERE NOT EXISTS (SELECT 1 FROM written w WHERE w.key = t.key)
            RETURNING key)
        SELECT count(*) FROM late
        """;

    /// <summary>Writes notes.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="notes">The notes, sorted by key; each key once.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The number of results that arrived after their row was taken over.</returns>
    public async Task<long> WriteAsync(NpgsqlConnection connection, IReadOnlyList<RowNote> notes, CancellationToken cancellation)
    {
        using var command = new NpgsqlCommand(Write, connection)
        {
            Parameters =
            {
                new() { Value = run, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = worker },
                Texts(notes.Select(note => (string?)note.Key)),
                new() { Value = notes.Select(note => note.Epoch).ToArray() },
                Texts(notes.Select(note => (string?)JournalFormat.Name(note.State))),
                Texts(notes.Select(note => note.Id)),
                Texts(notes.Select(note => note.Error)),
                new() { Value = notes.Select(note => note.Status).ToArray() },
            },
        };
        return (long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    /// <summary>Releases the claims on rows that were never sent. Rows in doubt stay in doubt.</summary>
    public async Task<int> WithdrawAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        using var command = new NpgsqlCommand(
            "UPDATE payment_customers.rows SET state = 'withdrawn', at = now() WHERE run = $1 AND worker = $2 AND state = 'started'", connection)
        {
            Parameters = { new() { Value = run, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = worker } },
        };
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    private static NpgsqlParameter Texts(IEnumerable<string?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
