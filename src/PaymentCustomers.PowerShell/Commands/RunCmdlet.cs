using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet that sends rows, many at once, each exactly once.</summary>
public abstract partial class RunCmdlet : RowCmdlet
{
    private readonly Stopwatch _total = new();
    private readonly Stopwatch _sinceLastRow = new();
    private readonly SlowInput _slowInput = new();
    private IJournal? _journal;
    private readonly ConcurrentQueue<string> _news = new();
    private CustomerRun? _run;
    private RunFeed _feed = null!;
    private Engine.Rows.Shard? _shard;
    private ErrorRecord? _lastWord;
    private RowRejects? _rejects;
    private bool _endsAtFirstError;
    private bool _asksForEachRow;
    private RunProgress _progress = null!;
    private string _action = "";

    /// <summary>The most requests at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>The most requests a second; no limit unless it is given.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int RateLimit { get; set; }

    /// <summary>The longest that one request may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>How often a request is sent again after the first time, where that is safe and may help.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>How long the run may take from its beginning; when it is over, nothing more is sent.</summary>
    [Parameter]
    [ValidateMaximumTime]
    public TimeSpan MaximumTime { get; set; }

    /// <summary>The file that records the run, so that it can be stopped and run again; or the address of a journal that several machines share.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>The file for the rows without a customer, to correct and pipe or import again.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RejectPath { get; set; }

    /// <summary>How many rows will come, so that the progress can say how far it is, and that it is noticed if others came.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long TotalCount { get; set; }

    /// <summary>Which part of the input this run takes, such as 2/8; the rows of the other parts are passed over.</summary>
    [Parameter]
    [ValidateShard]
    public string? Shard { get; set; }

    /// <summary>What is done to each row's customer, for the question before it.</summary>
    private protected abstract string Action { get; }

    /// <summary>How the run goes besides what every run has.</summary>
    private protected virtual RunOptions Extend(RunOptions options) => options;

    private protected override void Begin()
    {
        var client = new ProviderClient(
            ActiveConnection, new ProviderClientOptions { Timeout = TimeSpan.FromSeconds(TimeoutSec), Log = Log });
        CheckProvider(client.Provider);
        _shard = Shard is null ? null : Engine.Rows.Shard.Parse(Shard);
        BeginRows(client.Provider, new KeyScope(ActiveConnection));
        if (JournalPath is not null && !IsDryRun)
        {
            var options = new JournalOptions
            {
                Given = GivenForAll,
                Rows = TotalCount == 0 ? null : TotalCount,
                Timeout = RetryRules.LongestRequest(TimeSpan.FromSeconds(TimeoutSec)),
                Tell = _news.Enqueue,
            };
            _journal = Await(JournalOpening.OpenAsync(JournalPlace.Resolve(this, JournalPath), ActiveConnection, options, Cancellation));
        }

        if (_journal is { HasOtherValues: true })
            WriteWarning(Messages.JournalOfOtherValues);
        if (_journal is { HasOtherKeys: true })
            WriteWarning(client.Provider.Capabilities.ServerFilters.Contains(CustomerField.DocumentNumber) ? JournalMessages.OtherKeysLookedUp : JournalMessages.OtherKeys);
        OpenRejects();
        _run = new CustomerRun(
            client,
            Extend(new RunOptions
            {
                Shard = _shard,
                ThrottleLimit = ThrottleLimit,
                RateLimit = RateLimit == 0 ? null : RateLimit,
                MaximumRetryCount = MaximumRetryCount,
                MaximumTime = MaximumTime == default ? null : MaximumTime,
            }),
            _journal,
            Cancellation);
        _feed = new RunFeed(_run, Write, task => AwaitEnd(task, most: null, ShowMeanwhile));
        _progress = new RunProgress(this, _run, TotalCount == 0 ? null : TotalCount);
        _endsAtFirstError = EndsAtFirstError;
        _asksForEachRow = AsksForEachRow;
        _action = Action;
        _total.Start();
        _sinceLastRow.Start();
    }

    /// <summary>Ends the command before anything is sent where the provider cannot do it.</summary>
    private protected virtual void CheckProvider(PaymentProvider provider)
    {
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pause = _sinceLastRow.Elapsed;
        if (NextRow() is not { } row)
            return;
        // A dry run finds what is wrong with a row as well.
        if (row.IsValid && _shard?.Has(row) != false && _asksForEachRow && !ShouldProcess(Describe(row.Draft), _action))
            return;

        // A run that has stopped takes the row all the same, and sends nothing: it is counted like the others.
        _feed.Add(row);
        EndIfStopped();
        // Where the input is slower than the provider, nobody waits for the next row to see this one.
        if (_slowInput.Allow(pause) is var most && most > TimeSpan.Zero)
        {
            var waited = Stopwatch.StartNew();
            AwaitEnd(_run!.WaitAsync(), most, _progress.Tick);
            _slowInput.Spend(waited.Elapsed);
            _feed.TakeReady();
            EndIfStopped();
        }

        Log?.WriteTo(this);
        _progress.Tick();
        _sinceLastRow.Restart();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Drain();
        EndIfStopped();
        if (Await(_run!.AuditAsync()) is { } audit)
            _news.Enqueue(audit);
        EndRows();
        _progress.Complete();
        WriteSummary();
        if (TotalCount > 0 && RowCount != TotalCount)
        {
            WriteError(ErrorRecords.From(
                new PaymentException(new PaymentError(PaymentErrorId.TotalCountMismatch, Messages.TotalCountMismatch(TotalCount, RowCount))
                {
                    RecommendedAction = Messages.TotalCountAction,
                }),
                null));
        }

        CloseJournal();
        CompleteRejects();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        // First the run, which notes its last rows, then the journal.
        _run?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _journal?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _rejects?.Dispose();
    }

    /// <summary>
    /// Whether <see cref="Cmdlet.ShouldProcess(string, string)"/> would do more than say yes: show, ask or tell. To say for
    /// each row what would be asked costs more than to send it.
    /// </summary>
    private bool AsksForEachRow => IsDryRun || Log is not null || (MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm)
        ? LanguagePrimitives.IsTrue(confirm)
        : !LanguagePrimitives.TryConvertTo<ConfirmImpact>(GetVariableValue("ConfirmPreference"), out var asked)
            || asked is not ConfirmImpact.None and <= ConfirmImpact.Medium);

    private bool IsDryRun => LanguagePrimitives.IsTrue(Preference("WhatIf", "WhatIfPreference"));

    private void Drain()
    {
        _feed.Drain();
        Log?.WriteTo(this);
    }

    /// <summary>A run that has stopped gives out what it has, and then ends the pipeline with its reason.</summary>
    private void EndIfStopped()
    {
        if (_run!.Stopped is not { } reason)
            return;
        Drain();
        _progress.Complete();
        EndRows();
        WriteSummary();
        CompleteRejects();
        if (_lastWord is not null)
            WriteError(_lastWord);
        // What one row met and means for all was said of that row; here it is said of the run.
        var error = reason.Row is null ? reason : reason with { Message = Messages.RunStopped(reason.Message) };
        if (TotalCount > RowCount)
            error = error with { Message = $"{error.Message} {Messages.RowsThatDidNotCome(TotalCount - RowCount)}" };
        ThrowTerminatingError(ErrorRecords.From(new PaymentException(error), null));
    }

    /// <summary>What was noted last is on the disk, or that is an error: the next run would not know it.</summary>
    private void CloseJournal()
    {
        if (_journal is null)
            return;
        _journal.DisposeAsync().AsTask().GetAwaiter().GetResult();
        TellNews();
        if (_journal.Failure is { } failure)
            ThrowTerminatingError(ErrorRecords.From(failure, null));
    }

    private void ShowMeanwhile()
    {
        _feed.TakeReady();
        TellNews();
        _progress.Tick();
    }

    /// <summary>Writes what the journal told meanwhile.</summary>
    private void TellNews()
    {
        while (_news.TryDequeue(out var news))
            WriteWarning(PrintableText.Line(news));
    }

    private void Write(DraftOutcome outcome)
    {
        if (outcome.Customer is not null)
            WriteObject(outcome.Customer);
        if (outcome.Error is not null)
            Write(outcome.Error, outcome.Draft.Source is { } row ? Rejected(outcome, row, outcome.Error) : null);
    }

    /// <summary>
    /// Writes a row's error. Where the user wants to end at the first (-ErrorAction Stop), nothing can be written after it:
    /// the run stops, and it is written when what was on its way has come out.
    /// </summary>
    private void Write(PaymentError error, object? row)
    {
        var record = ErrorRecords.From(new PaymentException(error), row);
        if (!_endsAtFirstError)
        {
            WriteError(record);
            return;
        }

        _lastWord ??= record;
        _run!.Stop(error);
    }

    private bool EndsAtFirstError =>
        LanguagePrimitives.TryConvertTo<ActionPreference>(Preference("ErrorAction", "ErrorActionPreference"), out var action)
        && action == ActionPreference.Stop;

    private void WriteSummary()
    {
        var counts = _run!.Counts;
        // A dry run creates nothing that could be counted.
        if (counts.Total == 0 || IsDryRun)
            return;
        var summary = counts.Summarize(ActiveConnection, _total.Elapsed, _run.Stopped?.Id);
        WriteInformation(summary, [nameof(PaymentCustomers)]);
    }
}
