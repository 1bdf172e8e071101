using Npgsql;
using NpgsqlTypes;

namespace PaymentCustomers.Postgres;

/// <summary>Signals between the workers of an account, across all its runs.</summary>
internal static class Gates
{
    /// <summary>The provider asks all workers to wait.</summary>
    public static Task<bool> HoldAsync(NpgsqlConnection connection, string gate, TimeSpan delay, CancellationToken cancellation) => ExecuteAsync(
        connection,
        "UPDATE payment_customers.gates SET hold = greatest(hold, now() + $2) WHERE gate = $1",
        cancellation,
        Text(gate),
        new NpgsqlParameter { Value = delay, NpgsqlDbType = NpgsqlDbType.Interval });

    /// <summary>All workers must stop, because the reason concerns all of them.</summary>
    public static Task<bool> StopAsync(NpgsqlConnection connection, string gate, PaymentErrorId reason, CancellationToken cancellation) => ExecuteAsync(
        connection, "UPDATE payment_customers.gates SET stop = $2, stopped = now() WHERE gate = $1", cancellation, Text(gate), Text(reason.ToString()));

    /// <summary>Several customers carry the same key.</summary>
    public static Task<bool> NoteDoubledAsync(NpgsqlConnection connection, string run, Guid worker, string key, IReadOnlyList<string> ids, CancellationToken cancellation) => ExecuteAsync(
        connection,
        "INSERT INTO payment_customers.events (run, kind, worker, key, id) SELECT $1, 'doubled', $2, $3, t.id FROM unnest($4::text[]) AS t (id)",
        cancellation,
        Text(run),
        new NpgsqlParameter { Value = worker },
        Text(key),
        new NpgsqlParameter { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });

    /// <summary>A row was rejected before anything was sent for it. All workers report the same rows.</summary>
    public static Task<bool> NoteRefusedAsync(NpgsqlConnection connection, string run, long row, IReadOnlyList<string> problems, CancellationToken cancellation) => ExecuteAsync(
        connection,
        "INSERT INTO payment_customers.refused (run, row, problems) VALUES ($1, $2, $3) ON CONFLICT (run, row) DO UPDATE SET problems = excluded.problems, at = now()",
        cancellation,
        Text(run),
        new NpgsqlParameter { Value = row },
        new NpgsqlParameter { Value = problems.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });

    /// <summary>A worker has completed all its rows.</summary>
    /// <returns>Whether no other worker is still working on the run.</returns>
    public static async Task<bool> FinishAsync(NpgsqlConnection connection, string run, Guid worker, CancellationToken cancellation)
    {
        await ExecuteAsync(connection, "UPDATE payment_customers.workers SET done = true WHERE worker = $1", cancellation, new NpgsqlParameter { Value = worker }).ConfigureAwait(false);
        using var command = new NpgsqlCommand(
            "SELECT count(*) FROM payment_customers.workers WHERE run = $1 AND worker <> $2 AND ended IS NULL AND NOT done AND lease > now()", connection)
        {
            Parameters = { Text(run), new() { Value = worker } },
        };
        return (long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))! == 0;
    }

    /// <summary>A worker has ended.</summary>
    public static Task<bool> EndAsync(NpgsqlConnection connection, Guid worker, CancellationToken cancellation) => ExecuteAsync(
        connection, "UPDATE payment_customers.workers SET ended = coalesce(ended, now()) WHERE worker = $1", cancellation, new NpgsqlParameter { Value = worker });

    private static async Task<bool> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) > 0;
    }

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };
}
