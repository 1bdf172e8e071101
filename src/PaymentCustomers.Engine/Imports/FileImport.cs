using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports.Mapping;
using PaymentCustomers.Engine.Imports.Reading;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.Engine.Startup;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Imports a file: checks the whole file, asks for confirmation where it is required, sends each row and records its outcome.</summary>
internal sealed partial class FileImport
{
    private readonly ImportSettings _settings;
    private readonly PaymentConnection _connection;
    private readonly IImportFront _front;
    private readonly PaymentProvider _provider;
    private readonly Dictionary<CustomerField, string> _given;
    private readonly RowReader _reader;
    private readonly DraftPreparer _preparer;
    private readonly JournalNews _news = new();
    private Func<PreparedDraft, bool>? _isOfOtherShard;
    private Func<PreparedDraft, ValueTask<DraftOutcome>>? _account;
    private PaymentError? _reason;

    /// <param name="settings">The settings of the import.</param>
    /// <param name="connection">The connection that the rows are sent to.</param>
    /// <param name="front">The user interface that shows the progress.</param>
    public FileImport(ImportSettings settings, PaymentConnection connection, IImportFront front)
    {
        _settings = settings;
        _connection = connection;
        _front = front;
        _provider = PaymentProviders.Get(connection.Provider);
        _given = new Dictionary<CustomerField, string>(settings.Map.Constants);
        foreach (var (field, value) in settings.Given)
            _given[field] = value;
        _reader = new RowReader(_provider, PaymentProviders.Names, settings.Map.ColumnMap, settings.Map.Values.Keys);
        _preparer = new DraftPreparer(_provider, new KeyScope(connection), settings.IgnoresUnsupported, settings.PhoneCheck)
        {
            DateFormat = settings.DateFormat ?? settings.Map.DateFormat,
            LeavesIncompleteAddress = settings.LeavesIncompleteAddress,
            Clock = settings.Clock,
        };
    }

    /// <summary>The result of the pre-flight check; null until it is complete.</summary>
    public PaymentImportCheck? Check { get; private set; }

    /// <summary>The error that stopped the run; null if none did.</summary>
    public PaymentErrorId? StopReason { get; private set; }

    /// <summary>Stops the run: sends nothing more, and waits for the open requests.</summary>
    /// <param name="reason">Why the run stops. Also used by a front that failed to take a row.</param>
    public void Stop(PaymentError reason) => _reason ??= reason;

    /// <summary>Imports the file on the calling thread.</summary>
    /// <returns>The result; null if the file was only checked.</returns>
    /// <exception cref="PaymentException">
    /// The import could not start, and nothing was sent: <see cref="PaymentErrorId.InputInvalid"/>, <see cref="PaymentErrorId.OutputFailed"/>,
    /// <see cref="PaymentErrorId.NotConfirmed"/>, or an exception of opening the journal.
    /// </exception>
    /// <exception cref="OperationCanceledException">The import was cancelled before the first row. Nothing was sent.</exception>
    public PaymentImportSummary? Run(CancellationToken cancellation)
    {
        if (!_settings.IsDryRun)
            WarmUp.Begin(_connection);
        var paths = ImportPaths.Of(_settings, _connection);
        using var file = InputFile.Open(Input());
        Check = new Preflight(_settings, _connection, _reader, _preparer).Check(file, _given, cancellation);
        var digest = file.Digest();
        _front.ShowCheck(Check);
        if (_settings.SaveMapPath is { } map)
            new MapWriter(map).Write(_settings.Path, _provider.Name, _reader.Columns, _settings.Map);
        if (_settings.IsDryRun)
            return null;
        Confirm();

        using var table = file.Read();
        // Open the journal before the output files: while another run holds the journal, the output files belong to that run.
        var journal = paths.Journal is null ? (IJournal)new MemoryJournal() : Wait(JournalOpening.OpenAsync(paths.Journal, _connection, Noted(digest), cancellation));
        try
        {
            return Run(file, digest, table, paths, journal, cancellation);
        }
        finally
        {
            Close(journal);
        }
    }

    private PaymentImportSummary Run(InputFile file, string digest, InputTable table, ImportPaths paths, IJournal journal, CancellationToken cancellation)
    {
        if (journal.InputWarning is { } warning)
            _front.Warn(warning);
        if (journal.HasOtherKeys)
            _front.Warn(_provider.Capabilities.ServerFilters.Contains(CustomerField.DocumentNumber) ? JournalMessages.OtherKeysLookedUp : JournalMessages.OtherKeys);
        if (journal.HasOtherValues)
            _front.Warn(ImportMessages.JournalOfOtherValues);
        using var files = new ImportFiles(paths, file, table.Columns, _provider.Name);
        var ledger = new Ledger(files, _settings.Clock);
        var source = new DraftSource(table, _reader, _settings.Map, _given);
        var prepared = new PreparedRows(source, _preparer);
        var rows = Math.Min(Check!.Rows, _settings.First ?? long.MaxValue);
        _front.Begin(ledger, rows);

        var start = _settings.Clock.GetTimestamp();
        var stopped = Send(prepared, journal, ledger, rows, cancellation);
        var elapsed = _settings.Clock.GetElapsedTime(start);
        stopped = AccountForRest(prepared, ledger, rows, stopped);
        stopped = Compare(file, () => source.IsAtEnd && file.Digest() != digest, ledger, rows, stopped);
        Close(journal);
        stopped ??= journal.Failure?.Error.Message;
        files.Complete();
        // Rows are missing in these files, so that the run is not complete, whatever stopped it before.
        foreach (var failure in files.Failures.Where(failure => stopped?.Contains(failure, StringComparison.Ordinal) != true))
            stopped = Join(stopped, failure);
        var summary = Summary(ledger, files, paths, elapsed, stopped);
        return _settings.ReportPath is { } report ? new ImportReport(_settings, _front).Write(report, summary, ledger) : summary;
    }

    private PaymentImportSummary Summary(Ledger ledger, ImportFiles files, ImportPaths paths, TimeSpan elapsed, string? stopped) => new()
    {
        Path = _settings.Path,
        Provider = _connection.Provider,
        Environment = _connection.Environment,
        FileRows = Check!.Rows,
        Rows = ledger.Rows,
        Created = ledger.Counts[CustomerOutcome.Created],
        Existing = ledger.Counts[CustomerOutcome.Existing],
        Duplicate = ledger.Counts[CustomerOutcome.Duplicate],
        Failed = ledger.Counts[CustomerOutcome.Failed],
        Unknown = ledger.Counts[CustomerOutcome.Unknown],
        NotSent = ledger.Counts[CustomerOutcome.NotSent],
        OtherShard = ledger.Counts[CustomerOutcome.OtherShard],
        FromJournal = ledger.Counts.FromJournal,
        Seconds = Math.Round(elapsed.TotalSeconds, 3),
        Stopped = stopped,
        JournalPath = paths.Journal,
        RejectPath = files.RejectPath,
        OutputPath = files.OutputPath,
        Check = Check!,
    };

    private JournalOptions Noted(string digest) => new()
    {
        Given = _given,
        Rows = Check!.Rows,
        // An import of rejects continues the journal of the file that the rejects come from.
        Input = ImportPaths.IsRejects(_settings.Path) ? null : new JournalInput(Path.GetFileName(_settings.Path), digest),
        Timeout = RetryRules.LongestRequest(_settings.Timeout),
        Tell = _news.Add,
        Clock = _settings.Clock,
        Credential = _settings.JournalCredential,
    };

    private InputOptions Input()
    {
        var input = new InputOptions(_settings.Path)
        {
            Delimiter = _settings.Delimiter,
            Encoding = _settings.Encoding,
            Worksheet = _settings.Worksheet,
            Spell = _settings.Spell,
        };
        return _settings.Map.ColumnMap is { } map ? input with { IsKnown = name => map.Has(name) || input.IsKnown(name) } : input;
    }

    private void Confirm()
    {
        if (_connection.Environment != PaymentEnvironment.Production || _settings.IsConfirmed)
            return;
        var answer = _front.Confirm(Check!);
        if (answer != true)
            throw ImportErrors.NotConfirmed(isAsked: answer is not null, _settings.Spell("Force"));
    }

    private void Close(IJournal journal) => Wait(journal.DisposeAsync().AsTask());

    private static string Describe(Exception e) =>
        e is PaymentException or IOException ? e.Message : ImportMessages.Unexpected(e.GetType().Name, e.Message);

    private static string? Join(string? first, string? second) => first is null || second is null ? first ?? second : $"{first} {second}";
}
