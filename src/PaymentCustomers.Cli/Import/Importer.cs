using System.Globalization;
using PaymentCustomers.Cli.Connections;
using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Import;

/// <summary><c>payment-customers import</c>: opens the connection, runs the import, and shows its progress.</summary>
internal sealed class Importer(CliHost host, ImportArguments arguments) : IImportFront
{
    private readonly SortedDictionary<PaymentErrorId, string> _actions = [];
    private readonly ImportProgress _progress = new(host, arguments.WantsJson);
    private readonly PaymentProvider _provider = arguments.Connection.Provider;
    private PaymentConnection _connection = null!;
    private Ledger? _ledger;

    /// <exception cref="CliException">The import could not start. Nothing was sent.</exception>
    /// <exception cref="PaymentException">The import could not start. Nothing was sent.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // A dry run opens no connection, not even to the emulator.
        await using var emulator = arguments is { UsesEmulator: true, Import.IsDryRun: false }
            ? await EmulatorProcess.StartAsync(["--no-request-log"], host.Variable, cancellation)
            : null;
        var target = emulator is null ? arguments.Connection : arguments.Connection with { BaseUri = emulator.BaseUriOf(_provider) };
        _connection = await ConnectionSource.OpenAsync(host, target, needsCredential: arguments is { UsesEmulator: false, Import.IsDryRun: false }, cancellation);
        var import = new FileImport(arguments.Import, _connection, this);
        PaymentImportSummary? summary;
        try
        {
            // Run blocks, so that it gets a thread of its own.
            summary = await Task.Factory.StartNew(() => import.Run(cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            await _progress.EndAsync();
        }

        var result = new ImportResult(_connection, import.Check!, summary, _ledger, _actions);
        if (CliHost.Tell(() => Report.Write(host, result, arguments.WantsJson)) is { } unheard)
            host.Warn($"The report could not be written: {unheard}");
        if (!host.IsTerminal && summary is not null && Attention.Of(summary) is { } line)
            CliHost.Tell(() => host.Error.WriteLine(Printable.Line(line)));
        return result.ExitCode;
    }

    void IImportFront.Warn(string message) => host.Warn(message);

    void IImportFront.ShowCheck(PaymentImportCheck check)
    {
        foreach (var warning in check.Warnings)
            host.Warn(warning);
    }

    bool? IImportFront.Confirm(PaymentImportCheck check)
    {
        if (!host.IsKeyboard || !host.IsTerminal)
            return null;
        foreach (var line in CheckReport.Question(check, _connection))
            host.Out.WriteLine(Printable.Line(line));
        host.Out.Write("Create them? [y/N] ");
        host.Out.Flush();
        return host.IsYes();
    }

    void IImportFront.Begin(Ledger ledger, long rows)
    {
        _ledger = ledger;
        if (!arguments.WantsJson)
            CliHost.Tell(() => host.Out.WriteLine(Announcement(rows)));
        _progress.Begin(ledger, rows);
    }

    void IImportFront.Take(RowReport row)
    {
        if (row.Error is { } error && Advice.For(error, _provider, "import") is { } action)
            _actions.TryAdd(error.Id, action);
    }

    void IImportFront.Wait(Task task) => ((IAsyncResult)task).AsyncWaitHandle.WaitOne();

    private string Announcement(long rows)
    {
        var aim = arguments.UsesEmulator ? "the emulator" : _connection.BaseUri.Authority;
        return Printable.Line(string.Create(CultureInfo.InvariantCulture,
            $"Importing {arguments.Import.Path}: {rows:N0} {(rows == 1 ? "row" : "rows")} to {_connection.Provider} {_connection.Environment} ({aim})."));
    }
}
