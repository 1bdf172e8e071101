using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace PaymentCustomers.Postgres;

/// <summary>
/// The address of a shared journal: <c>postgresql://user@host:port/database?run=name</c>, in the form of PostgreSQL's connection URIs
/// (PostgreSQL documentation, 34.1.1.2). It never contains the password, which comes from PGPASSWORD, PGPASSFILE or ~/.pgpass.
/// </summary>
internal sealed partial class PostgresAddress
{
    private const int LongestName = 200;
    private const int LongestLease = 86_400;

    private static readonly string[] Known = ["run", "lease", "host", "port", "user", "dbname", "sslmode", "sslrootcert"];

    private static readonly TimeSpan UsualLease = TimeSpan.FromSeconds(60);

    private PostgresAddress(NpgsqlConnectionStringBuilder connection, string? run, TimeSpan lease)
    {
        Connection = connection;
        Run = run;
        Lease = lease;
    }

    /// <summary>The connection settings, without password.</summary>
    public NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>The password, if it was given separately; null for the one of PGPASSWORD, PGPASSFILE or ~/.pgpass.</summary>
    public string? Password { get; private init; }

    /// <summary>The name of the run; null if the address names only the database.</summary>
    public string? Run { get; }

    /// <summary>How long a worker may be silent, in addition to its longest request, before others take over its rows.</summary>
    public TimeSpan Lease { get; }

    /// <summary>Parses an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="wantsRun">Whether the address must name a run.</param>
    /// <param name="credential">The user and the password, if they were given separately. They replace those of the address and the environment.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: the address is not valid, or contains a password.</exception>
    public static PostgresAddress Parse(string address, Func<string, string?> variable, bool wantsRun = true, NetworkCredential? credential = null)
    {
        var match = Form().Match(address);
        var user = match.Groups["user"].Value;
        if (user.Contains(':', StringComparison.Ordinal))
            throw PostgresErrors.Address(PostgresMessages.PasswordInAddress);
        if (!match.Success)
            throw PostgresErrors.Address(PostgresMessages.NoAddress);
        var options = Options(match.Groups["query"].Value);
        var run = options.GetValueOrDefault("run");
        if (wantsRun && string.IsNullOrWhiteSpace(run))
            throw PostgresErrors.Address(PostgresMessages.NoRun);
        if (run is { Length: > LongestName } || run?.Any(char.IsControl) == true)
            throw PostgresErrors.Address(PostgresMessages.RunName(LongestName));
        var connection = Connect(match, options, variable);
        if (credential is not null)
            connection.Username = credential.UserName;
        return new PostgresAddress(connection, run, LeaseOf(options)) { Password = credential?.Password };
    }

    /// <summary>The address without settings that concern only this machine.</summary>
    public override string ToString() =>
        $"postgresql://{(Connection.Host is ['/', ..] ? "" : Connection.Host)}/{Connection.Database}{(Run is null ? "" : $"?run={Uri.EscapeDataString(Run)}")}";

    private static NpgsqlConnectionStringBuilder Connect(Match match, Dictionary<string, string> options, Func<string, string?> variable)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = First(options.GetValueOrDefault("host"), Text(match.Groups["host"].Value), variable("PGHOST"), "localhost"),
            Port = Port(First(options.GetValueOrDefault("port"), match.Groups["port"].Value, variable("PGPORT"), "5432")),
            Username = First(options.GetValueOrDefault("user"), Text(match.Groups["user"].Value), variable("PGUSER"), Environment.UserName),
            ApplicationName = "payment-customers",
            // Settings of a connection stay valid for its lifetime.
            NoResetOnClose = true,
            // A network failure causes no error by itself, so that timeouts must detect it.
            Timeout = 10,
            CommandTimeout = 20,
            KeepAlive = 10,
            IncludeErrorDetail = false,
        };
        connection.Database = First(options.GetValueOrDefault("dbname"), Text(match.Groups["database"].Value), variable("PGDATABASE"), connection.Username);
        if (options.GetValueOrDefault("sslmode") is { } mode)
        {
            connection.SslMode = Enum.TryParse<SslMode>(mode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsed) && !char.IsAsciiDigit(mode[0])
                ? parsed
                : throw PostgresErrors.Address(PostgresMessages.Option("sslmode"));
        }

        if (options.GetValueOrDefault("sslrootcert") is { } root)
            connection.RootCertificate = root;
        return connection;
    }

    private static string First(params string?[] values) => Array.Find(values, value => !string.IsNullOrEmpty(value))!;

    private static string Text(string escaped) => Uri.UnescapeDataString(escaped);

    private static int Port(string text) => Whole(text, 65_535) ?? throw PostgresErrors.Address(PostgresMessages.Option("port"));

    private static TimeSpan LeaseOf(Dictionary<string, string> options) => options.GetValueOrDefault("lease") is not { } lease
        ? UsualLease
        : TimeSpan.FromSeconds(Whole(lease, LongestLease) ?? throw PostgresErrors.Address(PostgresMessages.Option("lease")));

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : null;

    private static Dictionary<string, string> Options(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var first, var second] ? (Text(first), Text(second)) : (Text(pair), "");
            if (name.Contains("password", StringComparison.OrdinalIgnoreCase))
                throw PostgresErrors.Address(PostgresMessages.PasswordInAddress);
            if (!Known.Contains(name, StringComparer.Ordinal))
                throw PostgresErrors.Address(PostgresMessages.UnknownOption(name, Known));
            options[name] = value;
        }

        return options;
    }

    [GeneratedRegex(@"^postgres(?:ql)?://(?:(?<user>[^@/?]*)@)?(?<host>\[[^\]]*\]|[^:/?]*)(?::(?<port>[^/?]*))?(?:/(?<database>[^?]*))?(?:\?(?<query>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
