using Npgsql;
using NpgsqlTypes;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Postgres;

/// <summary>A registered worker of a run. Every process gets a new id that is never reused.</summary>
/// <param name="Id">The worker's id.</param>
/// <param name="Gate">The identifier of its account, across all runs.</param>
/// <param name="Begun">When the worker started, by the server's clock.</param>
/// <param name="Registered">The same time, or slightly earlier, by this machine's monotonic clock.</param>
/// <param name="Lease">How long the worker may be silent.</param>
/// <param name="Others">The number of other workers of the account that are alive.</param>
internal sealed record Worker(Guid Id, string Gate, DateTime Begun, long Registered, TimeSpan Lease, int Others)
{
    /// <summary>
    /// When the current group of workers started, by the server's clock. A row that one of them has ended is not tried again by another one,
    /// even if that one started later.
    /// </summary>
    public DateTime Session { get; init; }

    /// <summary>The time since the run was first started.</summary>
    public TimeSpan RunAge { get; init; }

    /// <summary>Whether the run had ended before (no worker was alive) and was started again.</summary>
    public bool IsContinued { get; init; }

    /// <summary>A fingerprint of the values for all rows with which the run was started.</summary>
    public string? Given { get; init; }

    /// <summary>The inputs of the earlier workers, in the order in which they started.</summary>
    public IReadOnlyList<JournalInput> Inputs { get; init; } = [];

    /// <summary>Whether workers of a version with other rules for reading values recorded rows.</summary>
    public bool HasOtherKeys { get; init; }

    /// <summary>A sample of the keys whose customers were created before the run was started again.</summary>
    public IReadOnlyList<string> SomeCreated { get; init; } = [];

    private const string NewRun = """
        INSERT INTO payment_customers.runs (run, provider, environment, account, gate, given, announced)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (run) DO NOTHING
        """;

    private const string NewGate = "INSERT INTO payment_customers.gates (gate) VALUES ($1) ON CONFLICT (gate) DO NOTHING";

    private const string Run = "SELECT provider, environment, account, given FROM payment_customers.runs WHERE run = $1";

    // If no worker is alive, the run is started again. If it has rows, its input may have changed since.
    private const string Continue = """
        UPDATE payment_customers.runs SET session = now(), continued = continued OR EXISTS (SELECT 1 FROM payment_customers.rows r WHERE r.run = $1)
        WHERE run = $1 AND NOT EXISTS (SELECT 1 FROM payment_customers.workers w WHERE w.run = $1 AND w.ended IS NULL AND w.lease > now())
        """;

    private const string Register = """
        INSERT INTO payment_customers.workers (worker, run, gate, lease, input, digest, rules) VALUES ($1, $2, $3, now() + $4, $5, $6, $7)
        ON CONFLICT (worker) DO UPDATE SET lease = excluded.lease
        RETURNING begun
        """;

    private const string CountOthers = """
        SELECT (SELECT count(*) FROM payment_customers.workers w WHERE w.gate = $2 AND w.worker <> $3 AND w.ended IS NULL AND NOT w.done AND w.lease > now()), r.continued, extract(epoch FROM now() - r.begun)::float8, r.session
        FROM payment_customers.runs r WHERE r.run = $1
        """;

    // If several workers have the same file, only the first of them counts.
    private const string Before = """
        SELECT input, digest FROM payment_customers.workers
        WHERE run = $1 AND worker <> $2 AND input IS NOT NULL AND digest IS NOT NULL GROUP BY input, digest ORDER BY min(begun), input
        """;

    private const string OtherRules = """
        SELECT EXISTS (SELECT 1 FROM payment_customers.rows r WHERE r.run = $1)
            AND EXISTS (SELECT 1 FROM payment_customers.workers w WHERE w.run = $1 AND w.worker <> $2 AND w.rules IS DISTINCT FROM $3)
        """;

    private const string Created = "SELECT key FROM payment_customers.rows WHERE run = $1 AND state = 'created' LIMIT 64";

    /// <summary>Registers a worker, and creates the run if it is the first one.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalMismatch"/>: the run belongs to another provider, environment or account.</exception>
    public static async Task<Worker> RegisterAsync(
        NpgsqlConnection connection, PostgresAddress address, JournalHeader header, Guid id, TimeSpan lease, CancellationToken cancellation)
    {
        var gate = $"{header.Provider}/{header.Environment}/{header.Account}";
        var run = address.Run!;
        await ExecuteAsync(connection, NewRun, cancellation, Text(run), Text(header.Provider), Text(header.Environment), Text(header.Account), Text(gate), Text(header.Given), Number(header.Rows)).ConfigureAwait(false);
        await ExecuteAsync(connection, NewGate, cancellation, Text(gate)).ConfigureAwait(false);
        var given = await CompareAsync(connection, run, address, header, cancellation).ConfigureAwait(false);
        await ExecuteAsync(connection, Continue, cancellation, Text(run)).ConfigureAwait(false);
        var registered = Database.Clock.GetTimestamp();
        DateTime begun;
        using (var command = Command(connection, Register, new NpgsqlParameter { Value = id }, Text(run), Text(gate), new NpgsqlParameter { Value = lease, NpgsqlDbType = NpgsqlDbType.Interval }, Text(header.Input), Text(header.Digest), Number(header.ContentRules)))
            begun = (DateTime)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
        var (others, isContinued, age, session) = await LookAroundAsync(connection, run, gate, id, cancellation).ConfigureAwait(false);
        return new Worker(id, gate, begun, registered, lease, others)
        {
            IsContinued = isContinued,
            RunAge = age,
            Session = session,
            Given = given,
            Inputs = await InputsAsync(connection, run, id, cancellation).ConfigureAwait(false),
            HasOtherKeys = await HasOtherKeysAsync(connection, run, id, header, cancellation).ConfigureAwait(false),
            SomeCreated = isContinued ? await SomeAsync(connection, run, cancellation).ConfigureAwait(false) : [],
        };
    }

    private static async Task<string?> CompareAsync(NpgsqlConnection connection, string run, PostgresAddress address, JournalHeader header, CancellationToken cancellation)
    {
        using var command = Command(connection, Run, Text(run));
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        foreach (var (what, its, ours) in new[]
        {
            (nameof(header.Provider), reader.GetString(0), header.Provider), (nameof(header.Environment), reader.GetString(1), header.Environment),
        })
        {
            if (its != ours)
                throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.JournalOfOther(address.ToString(), what, its, ours));
        }

        return reader.GetString(2) == header.Account
            ? reader.IsDBNull(3) ? null : reader.GetString(3)
            : throw JournalErrors.OtherAccount(address.ToString(), reader.GetString(2), header.Account);
    }

    private static async Task<(int Others, bool IsContinued, TimeSpan Age, DateTime Session)> LookAroundAsync(NpgsqlConnection connection, string run, string gate, Guid id, CancellationToken cancellation)
    {
        using var command = Command(connection, CountOthers, Text(run), Text(gate), new NpgsqlParameter { Value = id });
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        return ((int)reader.GetInt64(0), reader.GetBoolean(1), TimeSpan.FromSeconds(Math.Max(0, reader.GetDouble(2))), reader.GetDateTime(3));
    }

    private static async Task<List<JournalInput>> InputsAsync(NpgsqlConnection connection, string run, Guid id, CancellationToken cancellation)
    {
        using var command = Command(connection, Before, Text(run), new NpgsqlParameter { Value = id });
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var inputs = new List<JournalInput>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            inputs.Add(new JournalInput(reader.GetString(0), reader.GetString(1)));
        return inputs;
    }

    private static async Task<bool> HasOtherKeysAsync(NpgsqlConnection connection, string run, Guid id, JournalHeader header, CancellationToken cancellation)
    {
        using var command = Command(connection, OtherRules, Text(run), new NpgsqlParameter { Value = id }, Number(header.ContentRules));
        return (bool)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
    }

    private static async Task<List<string>> SomeAsync(NpgsqlConnection connection, string run, CancellationToken cancellation)
    {
        using var command = Command(connection, Created, Text(run));
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            keys.Add(reader.GetString(0));
        return keys;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Number(long? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint };
}
