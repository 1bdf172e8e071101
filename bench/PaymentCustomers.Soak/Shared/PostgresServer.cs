using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Soak;

/// <summary>A private PostgreSQL server in a temporary folder, run by an ordinary user on the loopback interface. It is deleted on disposal.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    // PostgreSQL refuses to run as root.
    private const string OrdinaryUser = "nobody";
    private const string DebianFolder = "/usr/lib/postgresql";

    private readonly string _programs;
    private readonly DirectoryInfo _folder;

    private PostgresServer(string programs, DirectoryInfo folder, int port)
    {
        _programs = programs;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    /// <summary>The password of the server's user for network connections.</summary>
    public static string Password => "pg-secret-0123456789";

    /// <summary>Why no server can be started on this machine; null if one can.</summary>
    public static string? Missing => OperatingSystem.IsWindows() || FindPrograms() is null ? "There is no PostgreSQL server on this machine (initdb, pg_ctl)." : null;

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>The address of a run's journal.</summary>
    /// <param name="run">The run's name.</param>
    /// <param name="lease">How many seconds a worker may be silent in addition to its longest request; null for the default.</param>
    /// <param name="port">The port, if it is not that of the server.</param>
    public string Address(string run, int? lease = null, int? port = null) => string.Create(CultureInfo.InvariantCulture,
        $"postgresql://tester@127.0.0.1:{port ?? Port}/postgres?run={run}{(lease is null ? "" : $"&lease={lease}")}");

    /// <summary>Starts a server and creates the tables. PGPASSWORD contains its password from then on.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pc-pg-");
        var server = new PostgresServer(FindPrograms() ?? throw new InvalidOperationException(Missing), folder, FreePort());
        var password = Path.Combine(folder.FullName, "password");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "-R", OrdinaryUser, folder.FullName);
        await server.RunAsOrdinaryAsync("initdb", "-D", server.Data, "-U", "tester", "-A", "scram-sha-256", "--pwfile", password, "-E", "UTF8", "--no-locale");
        await server.StartAgainAsync();
        Environment.SetEnvironmentVariable("PGPASSWORD", Password);
        await ISharedJournals.Load().InitializeAsync(server.Address("none"), CancellationToken.None);
        return server;
    }

    /// <summary>Stops the server like a power failure: without closing connections or writing pending data.</summary>
    public Task KillAsync() => RunAsOrdinaryAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again, and waits until it accepts connections.</summary>
    public Task StartAgainAsync() => RunAsOrdinaryAsync(
        "pg_ctl", "-D", Data, "-w", "-t", "120", "-l", Path.Combine(_folder.FullName, "log"), "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200"), "start");

    /// <summary>Makes all records older, as if users had returned after a break.</summary>
    public async Task LetTimePassAsync(TimeSpan time)
    {
        var by = string.Create(CultureInfo.InvariantCulture, $"interval '{time.TotalSeconds:0} s'");
        await ExecuteAsync($"UPDATE payment_customers.rows SET at = at - {by}");
        await ExecuteAsync($"UPDATE payment_customers.workers SET begun = begun - {by}, heard = heard - {by}, lease = lease - {by}, ended = ended - {by}");
    }

    /// <summary>Runs a statement.</summary>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={Port};Username=tester;Password={Password};Database=postgres;Pooling=false;Command Timeout=0");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The whole database as text.</summary>
    public Task<string> DumpAsync() => RunAsOrdinaryAsync(
        "pg_dump", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "tester", "postgres");

    public async ValueTask DisposeAsync()
    {
        try
        {
            await KillAsync();
        }
        catch (InvalidOperationException)
        {
            // It was stopped before.
        }

        _folder.Delete(recursive: true);
    }

    private Task<string> RunAsOrdinaryAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("setpriv", ["--reuid", OrdinaryUser, "--regid", "nogroup", "--clear-groups", Path.Combine(_programs, program), .. arguments])
        : RunAsync(Path.Combine(_programs, program), arguments);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            // The server would inherit the pipes, and reading them would block until it ends.
            RedirectStandardOutput = !arguments.Contains("start"),
            RedirectStandardError = !arguments.Contains("start"),
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["PGPASSWORD"] = Password },
        })!;
        var output = process.StartInfo.RedirectStandardOutput ? process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
        var errors = process.StartInfo.RedirectStandardError ? process.StandardError.ReadToEndAsync() : Task.FromResult("");
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {await errors}");
    }

    private static string? FindPrograms()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder).OrderDescending().Select(version => Path.Combine(version, "bin")) : []);
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "pg_dump")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
