using System.Globalization;
using PaymentCustomers.Cli.Csv;
using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Emulation;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Engine.Sending;

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
            ? await EmulatorProcess.StartAsync(["--no-request-log"], host.Variable, cancellation)
            : null;
        var connection = await OpenAsync(emulator?.BaseUriOf(settings.Provider) ?? settings.BaseUri, cancellation);
        var layout = Detect(file);
        var rows = Check(file, layout, cancellation);
        var digest = file.Digest();

        using var table = new CsvTable(file.Read(), layout);
        // Only who has the journal may write: the files of a run that is under way are its own.
        await using var journal = await OpenJournalAsync(connection, rows, digest, cancellation);
        using var files = new ImportFiles(settings, table.Columns, layout.Delimiter, file.WantsMark);
        var ledger = new Ledger(settings.Provider, files.Rejects, files.Outcomes);
        var source = new DraftSource(table, _reader, GivenForAll());

        CliHost.Tell(() => Announce(connection, rows));
        var start = host.Clock.GetTimestamp();
        var stopped = await ImportProgress.ShowAsync(
            host, settings, ledger, rows, () => Task.Factory.StartNew(
                () => SendAsync(source, connection, journal, ledger, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());
        var elapsed = host.Clock.GetElapsedTime(start);
        stopped = AccountForRest(source, ledger, rows, stopped);
        foreach (var warning in _warnings.All)
            host.Warn(Printable.Line(warning));
        stopped = Compare(file, source.IsAtEnd && file.Digest() != digest, ledger, rows, stopped);
        if (journal is not null)
        {
            await journal.DisposeAsync();
            stopped ??= journal.Failure?.Error.Message;
        }

        stopped = Join(stopped, files.Complete());
        if (_leftOut.Count > 0)
            host.Warn($"{settings.Provider.Name} has no such fields, they were left out: {string.Join(", ", _leftOut)}.");

        var summary = new ImportSummary(connection, ledger, elapsed)
        {
            IsDryRun = settings.IsDryRun,
            Stopped = stopped,
            RejectsPath = settings.RejectsPath,
            OutputPath = settings.OutputPath,
        };
        if (CliHost.Tell(() => Report.Write(host, summary, settings.WantsJson)) is { } unheard)
            host.Warn($"The report could not be written: {unheard}");
        if (!host.IsTerminal && !settings.IsDryRun && Attention.Of(settings, summary) is { } line)
            CliHost.Tell(() => host.Error.WriteLine(Printable.Line(line)));
        return summary.ExitCode;
    }

    private static string? Join(string? first, string? second) => first is null || second is null ? first ?? second : $"{first} {second}";

    private CsvLayout Detect(InputFile file)
    {
        using var text = file.Read();
        var layout = CsvLayout.Detect(text, settings.Delimiter);
        if (layout.LineBehindTitles is { } line)
            host.Warn(string.Create(CultureInfo.InvariantCulture, $"The header was found in line {line}: what stands above it was passed over."));
        return layout;
    }

    private async Task<PaymentConnection> OpenAsync(Uri? baseUri, CancellationToken cancellation)
    {
        var credential = await CredentialSource.FindAsync(host, settings, cancellation);
        if (credential is null && (settings.UsesEmulator || settings.IsDryRun))
            credential = EmulatorCredential.Of(settings.Provider, settings.Environment);
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

    private long Check(InputFile file, CsvLayout layout, CancellationToken cancellation)
    {
        using var table = new CsvTable(file.Read(), layout);
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

    private async Task<IJournal?> OpenJournalAsync(PaymentConnection connection, long rows, string digest, CancellationToken cancellation)
    {
        if (settings.IsDryRun || settings.JournalPath is not { } path)
            return null;
        var options = new JournalOptions
        {
            Given = GivenForAll(),
            Rows = rows,
            Input = new JournalInput(Path.GetFileName(settings.File), digest),
            Clock = host.Clock,
            Timeout = RetryRules.LongestRequest(settings.Timeout),
            Tell = host.Warn,
        };
        var journal = await JournalOpening.OpenAsync(path, connection, options, cancellation);
        if (journal.InputWarning is { } warning)
            host.Warn(warning);
        if (journal.HasOtherKeys)
            host.Warn(settings.Provider.Capabilities.ServerFilters.Contains(CustomerField.DocumentNumber) ? JournalMessages.OtherKeysLookedUp : JournalMessages.OtherKeys);
        if (journal.HasOtherValues)
            host.Warn("The journal was begun with another --enable-notifications or --country-code. A row that comes out differently by that counts as another row: its customer is created once more.");
        return journal;
    }

    /// <summary>Sends the drafts, or in a dry run only checks them.</summary>
    /// <returns>Why it ended before the last one; null if it did not.</returns>
    private async Task<string?> SendAsync(DraftSource source, PaymentConnection connection, IJournal? journal, Ledger ledger, CancellationToken cancellation)
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
                await using var run = new CustomerRun(client, settings.Run, journal, cancellation);
                Feed(run, Prepared(source, preparer), ledger, cancellation);
                // What one row met is said of that row, and what to do about it with it.
                if (run.Stopped is { } reason)
                    return reason.Row is null ? Join(reason.Message, reason.RecommendedAction) : reason.Message;
                if (await run.AuditAsync() is { } audit)
                    host.Warn(audit);
            }
        }
        catch (Exception e) when (IsExpected(e) || !settings.IsDryRun)
        {
            return Describe(e);
        }

        return ledger.Broken?.Message ?? (cancellation.IsCancellationRequested ? "it was interrupted (Ctrl+C or a signal)." : null);
    }

    /// <summary>Sends the drafts. Whatever ends it early, what is on its way is waited for, and every row of it accounted for.</summary>
    private static void Feed(CustomerRun run, IEnumerable<PreparedDraft> drafts, Ledger ledger, CancellationToken cancellation)
    {
        var feed = new RunFeed(run, Take, task => task.GetAwaiter().GetResult());
        try
        {
            feed.AddAll(drafts, cancellation);
        }
#pragma warning disable CA1031 // It is told with the outcome of the run: rows were sent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The file was changed while it was read, or something that nobody thought of.
            run.Stop(new PaymentError(PaymentErrorId.NotSent, Describe(e)));
            feed.Drain();
        }

        void Take(DraftOutcome outcome)
        {
            ledger.Add(RowReport.Of(outcome));
            if (ledger.Broken is { } broken)
                run.Stop(new PaymentError(PaymentErrorId.NotSent, broken.Message));
        }
    }

    private static bool IsExpected(Exception e) => e is CliException or IOException;

    private static string Describe(Exception e) =>
        IsExpected(e) ? e.Message : $"{e.GetType().Name}: {e.Message} This should not happen: please report it.";

    private Dictionary<CustomerField, string> GivenForAll()
    {
        var given = new Dictionary<CustomerField, string>();
        if (settings.CountryCode is { } code)
            given[CustomerField.CountryCode] = code;
        if (settings.EnableNotifications is { } notify)
            given[CustomerField.EnableNotifications] = notify ? "true" : "false";
        return given;
    }

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

    /// <summary>Rows behind the point where a run stopped are written down where they are wanted.</summary>
    private static string? AccountForRest(DraftSource source, Ledger ledger, long rows, string? stopped)
    {
        if (stopped is null || ledger.Rows >= rows || !ledger.WantsEveryRow)
            return stopped;
        try
        {
            foreach (var draft in source.Drafts())
                ledger.Add(new RowReport(draft, CustomerOutcome.NotSent));
        }
        catch (Exception e) when (IsExpected(e))
        {
            stopped = $"{stopped} The rows that were not sent could not be written: {e.Message}";
        }

        return stopped;
    }

    /// <summary>Every row that was announced is accounted for, and those that came are those that were checked.</summary>
    private static string? Compare(InputFile file, bool isChanged, Ledger ledger, long rows, string? stopped)
    {
        var found = ledger.Rows;
        if (found < rows)
            ledger.AddNotSent(rows - found);
        if (!isChanged && (found == rows || (stopped is not null && found < rows)))
            return stopped;
        var what = found == rows ? "its rows are not those that were checked" : string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows were announced and {found:N0} came");
        return Join(stopped, $"'{file.Path}' was changed while it was read: {what}. Import it again when nobody writes to it any more.");
    }
}
