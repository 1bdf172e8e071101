using Npgsql;

namespace PaymentCustomers.Postgres;

/// <summary>The tables, in a schema of their own. They contain keys, ids and codes, but no personal data and no secret.</summary>
internal static class Schema
{
    /// <summary>The version of the tables that this program uses.</summary>
    public const int Version = 1;

    /// <summary>The statements that upgrade the tables to the next version, starting with version 1.</summary>
    private static readonly string[][] Steps =
    [
        [
            "CREATE SCHEMA IF NOT EXISTS payment_customers",
            "CREATE TABLE IF NOT EXISTS payment_customers.versions (version int PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now())",
            """
            CREATE TABLE IF NOT EXISTS payment_customers.runs (
                run text PRIMARY KEY,
                provider text NOT NULL,
                environment text NOT NULL,
                account text NOT NULL,
                gate text NOT NULL,
                given text,
                announced bigint,
                continued boolean NOT NULL DEFAULT false,
                session timestamptz NOT NULL DEFAULT now(),
                begun timestamptz NOT NULL DEFAULT now())
            """,
            """
            CREATE TABLE IF NOT EXISTS payment_customers.workers (
                worker uuid PRIMARY KEY,
                run text NOT NULL REFERENCES payment_customers.runs (run) ON DELETE CASCADE,
                gate text NOT NULL,
                input text,
                digest text,
                rules int,
                begun timestamptz NOT NULL DEFAULT now(),
                heard timestamptz NOT NULL DEFAULT now(),
                lease timestamptz NOT NULL,
                done boolean NOT NULL DEFAULT false,
                ended timestamptz)
            """,
            "CREATE INDEX IF NOT EXISTS workers_run ON payment_customers.workers (run)",
            "CREATE INDEX IF NOT EXISTS workers_gate ON payment_customers.workers (gate, lease)",
            """
            CREATE TABLE IF NOT EXISTS payment_customers.rows (
                run text NOT NULL REFERENCES payment_customers.runs (run) ON DELETE CASCADE,
                key text NOT NULL,
                row bigint NOT NULL,
                state text NOT NULL,
                worker uuid NOT NULL,
                epoch int NOT NULL,
                id text,
                error text,
                status int,
                at timestamptz NOT NULL DEFAULT now(),
                PRIMARY KEY (run, key))
            """,
            """
            CREATE TABLE IF NOT EXISTS payment_customers.refused (
                run text NOT NULL REFERENCES payment_customers.runs (run) ON DELETE CASCADE,
                row bigint NOT NULL,
                problems text[] NOT NULL,
                at timestamptz NOT NULL DEFAULT now(),
                PRIMARY KEY (run, row))
            """,
            """
            CREATE TABLE IF NOT EXISTS payment_customers.events (
                event bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                run text NOT NULL REFERENCES payment_customers.runs (run) ON DELETE CASCADE,
                at timestamptz NOT NULL DEFAULT now(),
                kind text NOT NULL,
                worker uuid NOT NULL,
                other uuid,
                key text,
                epoch int,
                state text,
                id text)
            """,
            "CREATE INDEX IF NOT EXISTS events_run ON payment_customers.events (run, kind)",
            """
            CREATE TABLE IF NOT EXISTS payment_customers.gates (
                gate text PRIMARY KEY,
                hold timestamptz,
                stop text,
                stopped timestamptz)
            """,
        ],
    ];

    /// <summary>The version of the existing tables; 0 if there are none.</summary>
    public static async Task<int> FindVersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        try
        {
            using var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM payment_customers.versions", connection);
            return (int)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return 0;
        }
    }

    /// <summary>Upgrades the tables to this version. If two processes do so at once, each step is executed once.</summary>
    /// <returns>The version before.</returns>
    public static async Task<int> UpgradeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var before = await FindVersionAsync(connection, cancellation).ConfigureAwait(false);
        for (var version = before + 1; version <= Version; version++)
        {
            using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            foreach (var statement in Steps[version - 1])
            {
                using var command = new NpgsqlCommand(statement, connection, transaction);
                await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }

            using var note = new NpgsqlCommand("INSERT INTO payment_customers.versions (version) VALUES ($1) ON CONFLICT (version) DO NOTHING", connection, transaction)
            {
                Parameters = { new() { Value = version } },
            };
            await note.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        }

        return before;
    }
}
