using System.Globalization;
using PaymentCustomers.Cli.Csv;
using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Cli.Import;

/// <summary>Imports a file: checks it whole, then sends it row by row, and accounts for each.</summary>
internal sealed class Importer(CliHost host, ImportSettings settings)
{
    private readonly RowReader _reader = new(settings.Provider, PaymentProviders.Names);
    private readonly SortedSet<CustomerField> _leftOut = [];
    private readonly RowWarnings _warnings = new();

    /// <exception cref="CliException">It could not begin: nothing was sent.</exception>
    /// <exception cref="PaymentException">The connection cannot be opened: nothing was sent.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        ImportPaths.Check(settings);
        using var file = InputFile.Open(settings.File, settings.Encoding);
        // A dry run opens no connection, not even to this process.
        await using var emulator = settings is { UsesEmulator: true, IsDryRun: false }
            ? await ProviderEmulator.StartAsync(new EmulatorOptions { RecordRequests = false }, cancellation)
            : null;
        var connection = await OpenAsync(emulator?.Address ?? settings.BaseUri, cancellation);
        var delimiter = settings.Delimiter ?? Detect(file);
        var rows = Check(file, delimiter, cancellation);

        using var table = new CsvTable(file.Read(), delimiter);
        using var rejects = settings.RejectsPath is { } rejectsPath ? new RejectsFile(CsvTarget.Open(rejectsPath, delimiter, file.WantsMark), table.Columns) : null;
        using var outcomes = settings.OutputPath is { } outputPath ? new OutcomesFile(CsvTarget.Open(outputPath, delimiter, file.WantsMark), settings.Provider) : null;
        var ledger = new Ledger(settings.Provider, rejects, outcomes);
        var source = new DraftSource(table, _reader, GivenForAll());

        Announce(connection, rows);
        var start = host.Clock.GetTimestamp();
        var stopped = await ImportProgress.ShowAsync(
            host, settings, ledger, rows, () => Task.Run(() => SendAsync(source, connection, ledger, cancellation), CancellationToken.None));
        var elapsed = host.Clock.GetElapsedTime(start);
        stopped = AccountForRest(source, ledger, rows, stopped);
        foreach (var warning in _warnings.All)
            host.Warn(Printable.Line(warning));
        if (_leftOut.Count > 0)
            host.Warn($"{settings.Provider.Name} has no such fields, they were left out: {string.Join(", ", _leftOut)}.");

        var summary = new ImportSummary(connection, ledger, elapsed)
        {
            IsDryRun = settings.IsDryRun,
            Stopped = stopped,
            RejectsPath = settings.RejectsPath,
            OutputPath = settings.OutputPath,
        };
        Report.Write(host, summary, settings.WantsJson);
        return summary.IsComplete ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static char Detect(InputFile file)
    {
        using var text = file.Read();
        return Delimiters.Detect(text);
    }

    private async Task<PaymentConnection> OpenAsync(Uri? baseUri, CancellationToken cancellation)
    {
        var credential = await CredentialSource.FindAsync(host, settings, cancellation);
        if (credential is null && (settings.UsesEmulator || settings.IsDryRun))
            credential = CredentialSource.Placeholder(settings);
        return ConnectionFactory.Open(new ConnectionRequest(settings.Provider.Name)
        {
            Credential = credential,
            Variable = host.Variable,
            Environment = settings.Environment,
            BaseUri = baseUri,
            Account = settings.Account,
            Options = new Dictionary<string, string?> { [nameof(PaymentConnection.AppId)] = settings.AppId },
            Proxy = settings.Proxy,
        });
    }

    private long Check(InputFile file, char delimiter, CancellationToken cancellation)
    {
        using var table = new CsvTable(file.Read(), delimiter);
        var rows = InputTable.Check(table, file.Path, _reader, cancellation);
        if (_reader.TakeNews(RejectsFile.IsOwn, GivenForAll().Keys, Printable.Name) is { } news)
            host.Warn(Printable.Line(news));
        if (rows.Blank > 0)
            host.Warn(RowMessages.BlankRows(rows.Blank));
        return rows.Count;
    }

    private void Announce(PaymentConnection connection, long rows)
    {
        if (settings.WantsJson)
            return;
        var verb = settings.IsDryRun ? "Checking" : "Importing";
        var aim = settings.IsDryRun ? "nothing is sent" : settings.UsesEmulator ? "the emulator" : connection.BaseUri.Authority;
        host.Out.WriteLine(Printable.Line(string.Create(CultureInfo.InvariantCulture,
            $"{verb} {settings.File}: {rows:N0} {(rows == 1 ? "row" : "rows")} to {connection.Provider} {connection.Environment} ({aim}).")));
    }

    /// <summary>Sends the drafts, or in a dry run only checks them.</summary>
    /// <returns>Why it ended before the last one; null if it did not.</returns>
    private async Task<string?> SendAsync(DraftSource source, PaymentConnection connection, Ledger ledger, CancellationToken cancellation)
    {
        var preparer = new DraftPreparer(settings.Provider, new KeyScope(connection), settings.IgnoresUnsupported, settings.PhoneCheck)
        {
            DateFormat = settings.DateFormat,
            LeavesIncompleteAddress = settings.LeavesIncompleteAddress,
            Clock = host.Clock,
        };
        try
        {
            if (settings.IsDryRun)
            {
                new DryRun(host, settings).Check(Prepared(source, preparer), ledger, cancellation);
            }
            else
            {
                var client = new ProviderClient(connection, new ProviderClientOptions { Timeout = settings.Timeout, Clock = host.Clock });
                await using var journal = settings.JournalPath is { } path ? FileJournal.Open(path, connection, GivenForAll()) : null;
                if (journal is { HasOtherValues: true })
                    host.Warn("The journal was begun with another --enable-notifications. A row that comes out differently by that counts as another row: its customer is created once more.");
                await using var run = new CustomerRun(client, settings.Run, journal, cancellation);
                new RunFeed(run, outcome => ledger.Add(RowReport.Of(outcome)), task => task.GetAwaiter().GetResult()).AddAll(Prepared(source, preparer), cancellation);
                if (run.Stopped is { } reason)
                    return reason.Message;
            }
        }
        catch (Exception e) when (e is CliException or IOException)
        {
            // The disk is full, or the file was changed while it was read. What was done so far stands.
            return e.Message;
        }

        return cancellation.IsCancellationRequested ? "it was interrupted (Ctrl+C or a signal)." : null;
    }

    private Dictionary<CustomerField, string> GivenForAll() => settings.EnableNotifications is { } notify
        ? new() { [CustomerField.EnableNotifications] = notify ? "true" : "false" }
        : [];

    private IEnumerable<PreparedDraft> Prepared(DraftSource source, DraftPreparer preparer)
    {
        foreach (var draft in source.Drafts())
        {
            if (settings.IgnoresUnsupported)
                _leftOut.UnionWith(preparer.UnsupportedFields(draft));
            var prepared = preparer.Prepare(draft);
            _warnings.Add(prepared);
            yield return prepared;
        }
    }

    /// <summary>Rows behind the point where a run stopped are counted, and written down where they are wanted.</summary>
    private static string? AccountForRest(DraftSource source, Ledger ledger, long rows, string? stopped)
    {
        if (stopped is null || ledger.Rows == rows)
            return stopped;
        try
        {
            if (ledger.WantsEveryRow)
            {
                foreach (var draft in source.Drafts())
                    ledger.Add(new RowReport(draft, CustomerOutcome.NotSent));
            }
        }
        catch (Exception e) when (e is CliException or IOException)
        {
            stopped = $"{stopped} The rows that were not sent could not be written: {e.Message}";
        }

        if (ledger.Rows < rows)
            ledger.AddNotSent(rows - ledger.Rows);
        return stopped;
    }
}
