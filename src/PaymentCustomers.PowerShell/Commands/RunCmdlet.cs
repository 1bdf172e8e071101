using System.Collections.Concurrent;
using System.Diagnostics;
using System.Management.Automation;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Engine.Startup;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet that sends rows, many concurrently, each exactly once.</summary>
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

    /// <summary>The maximum number of concurrent requests, or Auto.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RequestLimitCompleter))]
    public RequestLimit ThrottleLimit { get; set; } = new(8);

    /// <summary>The maximum number of requests per second. By default there is no limit.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int RateLimit { get; set; }

    /// <summary>The timeout of one request, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 60;

    /// <summary>The maximum number of retries, where a retry is safe and can succeed.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>The maximum duration of the run. When it has elapsed, nothing more is sent.</summary>
    [Parameter]
    [ValidateMaximumTime]
    public TimeSpan MaximumTime { get; set; }

    /// <summary>The file for the rows without a customer, to correct and pipe or import again.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RejectPath { get; set; }

    /// <summary>The expected number of rows, to show the progress in percent, and to detect missing or additional rows.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long TotalCount { get; set; }

    /// <summary>The shard of the input that this run processes, such as 2/8. Rows of other shards are skipped.</summary>
    [Parameter]
    [ValidateShard]
    public string? Shard { get; set; }

    /// <summary>The operation, for the confirmation prompt of each row.</summary>
    private protected abstract string Action { get; }

    /// <summary>Adds the options of this cmdlet to those of every run.</summary>
    private protected virtual RunOptions Extend(RunOptions options) => options;

    private protected override void Begin()
    {
        var client = new ProviderClient(
            ActiveConnection, new ProviderClientOptions { Timeout = TimeSpan.FromSeconds(TimeoutSec), Log = Log });
        CheckProvider(client.Provider);
        WarmUp.Begin(ActiveConnection);
        _shard = Shard is null ? null : Engine.Rows.Shard.Parse(Shard);
        BeginRows(client.Provider, new KeyScope(ActiveConnection));
        OpenJournal(client.Provider);
        OpenRejects();
        _run = new CustomerRun(
            client,
            Extend(new RunOptions
            {
                Shard = _shard,
                ThrottleLimit = ThrottleLimit.Count,
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

    /// <summary>Ends the command before anything is sent if the provider does not support the operation.</summary>
    private protected virtual void CheckProvider(PaymentProvider provider)
    {
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pause = _sinceLastRow.Elapsed;
        if (NextRow() is not { } row)
            return;
        // A stopped run still takes and counts the row, but sends nothing.
        if (_asksForEachRow)
            AddIfAllowed(Prepare(row));
        else
            _feed.Add(() => Prepare(row));
        EndIfStopped();
        // If the input is slower than the provider, wait briefly for the result, so that it is shown before the next row arrives.
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
        // Dispose the run first, because it records its last rows in the journal.
        _run?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _journal?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _rejects?.Dispose();
    }

    /// <summary>
    /// Whether <see cref="Cmdlet.ShouldProcess(string, string)"/> would show, ask or log something. Composing the message for each row
    /// costs more than sending the row.
    /// </summary>
    private bool AsksForEachRow => IsDryRun || Log is not null || (MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm)
        ? LanguagePrimitives.IsTrue(confirm)
        : !LanguagePrimitives.TryConvertTo<ConfirmImpact>(GetVariableValue("ConfirmPreference"), out var asked)
            || asked is not ConfirmImpact.None and <= ConfirmImpact.Medium);

    /// <summary>Adds a row if the user agrees. A dry run (-WhatIf) reports problems of rows too.</summary>
    private void AddIfAllowed(PreparedDraft row)
    {
        if (!row.IsValid || _shard?.Has(row) == false || ShouldProcess(Describe(row.Draft), _action))
            _feed.Add(row);
    }

    private bool IsDryRun => LanguagePrimitives.IsTrue(Preference("WhatIf", "WhatIfPreference"));

    private void Drain()
    {
        _feed.Drain();
        Log?.WriteTo(this);
    }

    /// <summary>If the run has stopped, writes its results and then ends the pipeline with the reason.</summary>
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
        // If the reason is the error of a row, that row reported it. Here it is reported for the whole run.
        var error = reason.Row is null ? reason : reason with { Message = Messages.RunStopped(reason.Message) };
        if (TotalCount > RowCount)
            error = error with { Message = $"{error.Message} {Messages.RowsThatDidNotCome(TotalCount - RowCount)}" };
        ThrowTerminatingError(ErrorRecords.From(new PaymentException(error), null));
    }

    /// <summary>Closes the journal. If its last lines cannot be written to the disk, that is an error, because the next run would not know them.</summary>
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

    /// <summary>Writes the messages that the journal sent in the meantime.</summary>
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
    /// Writes a row's error. With -ErrorAction Stop nothing can be written after an error: the run is stopped, and the error is written
    /// after the results of the open requests.
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
        // A dry run creates nothing, so that there is nothing to count.
        if (counts.Total == 0 || IsDryRun)
            return;
        var summary = counts.Summarize(ActiveConnection, _total.Elapsed, _run.Stopped?.Id);
        WriteInformation(summary, [nameof(PaymentCustomers)]);
    }
}
