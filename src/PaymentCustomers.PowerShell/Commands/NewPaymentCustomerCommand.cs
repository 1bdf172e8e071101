using System.Diagnostics;
using System.Management.Automation;
using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Creates customers, one per input row, many at once, each exactly once.</summary>
[Cmdlet(VerbsCommon.New, "PaymentCustomer", SupportsShouldProcess = true, DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerResult))]
public sealed partial class NewPaymentCustomerCommand : ConnectedCmdlet
{
    private const string RowSet = "Row";
    private const string FieldSet = "Field";

    // Input that pauses longer than this between rows is slow: its outcomes are shown as they come.
    private static readonly TimeSpan SlowInput = TimeSpan.FromMilliseconds(20);

    private readonly RowValues _row = new();
    private readonly HashSet<CustomerField> _leftOut = [];
    private readonly Stopwatch _sinceLastRow = new();
    private long _rows;
    private RowReader _reader = null!;
    private DraftPreparer _preparer = null!;
    private Journal? _journal;
    private CustomerRun? _run;
    private RunProgress _progress = null!;

    /// <summary>The row: an object or a hashtable whose properties are named like the fields.</summary>
    [Parameter(ParameterSetName = RowSet, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The most requests at once.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>The most requests a second; no limit unless it is given.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public int RateLimit { get; set; }

    /// <summary>The file that records the run, so that it can be stopped and run again.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Leaves customers alone that the provider has already.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>What tells an existing customer at Dots. At OnePay it is the document.</summary>
    [Parameter]
    [ValidateSet(nameof(Email), nameof(Phone), nameof(UserId))]
    public string MatchBy { get; set; } = nameof(Email);

    /// <summary>Leaves out fields that the provider does not have, with one warning, instead of refusing the row.</summary>
    [Parameter]
    public SwitchParameter IgnoreUnsupportedField { get; set; }

    private protected override void Begin()
    {
        _reader = new RowReader(ActiveConnection.Provider);
        _preparer = new DraftPreparer(Client.Provider, new KeyScope(ActiveConnection), IgnoreUnsupportedField);
        if (JournalPath is not null && !IsDryRun)
            _journal = Journal.Open(SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath), ActiveConnection);
        _run = new CustomerRun(
            Client,
            new RunOptions
            {
                ThrottleLimit = ThrottleLimit,
                RateLimit = RateLimit == 0 ? null : RateLimit,
                MaximumRetryCount = MaximumRetryCount,
                SkipExisting = SkipExisting,
                MatchBy = Enum.Parse<CustomerField>(MatchBy),
            },
            _journal,
            Cancellation);
        _progress = new RunProgress(this, _run);
        _sinceLastRow.Start();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pause = _sinceLastRow.Elapsed;
        var draft = Read();
        var prepared = _preparer.Prepare(draft);
        if (IgnoreUnsupportedField)
            _leftOut.UnionWith(_preparer.UnsupportedFields(draft));
        // A dry run finds what is wrong with a row as well.
        if (prepared.IsValid && !ShouldProcess(Describe(draft), Messages.CreateAt(ActiveConnection)))
            return;

        while (_run!.IsFull)
        {
            AwaitEnd(_run.WaitAsync(), most: null, _progress.Tick);
            WriteReady();
        }

        EndIfStopped();
        _run.Submit(prepared);
        WriteReady();
        // Where the input is slower than the provider, nobody waits for the next row to see this one.
        if (pause > SlowInput)
        {
            AwaitEnd(_run.WaitAsync(), pause, _progress.Tick);
            WriteReady();
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
        if (_rows == 0)
            WriteWarning(Messages.NoRow);
        if (_leftOut.Count > 0)
            WriteWarning(Messages.FieldsLeftOut(ActiveConnection.Provider, _leftOut.Order()));
        _progress.Complete();
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
    }

    private bool IsDryRun => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private void Drain()
    {
        while (_run!.Outstanding > 0)
        {
            AwaitEnd(_run.WaitAsync(), most: null, _progress.Tick);
            WriteReady();
        }

        Log?.WriteTo(this);
    }

    /// <summary>A run that has stopped gives out what it has, and then ends the pipeline with its reason.</summary>
    private void EndIfStopped()
    {
        if (_run!.Stopped is not { } reason)
            return;
        Drain();
        _progress.Complete();
        ThrowTerminatingError(ErrorRecords.From(new PaymentException(reason), null));
    }

    private void WriteReady()
    {
        while (_run!.TryTake(out var outcome))
        {
            if (outcome.Customer is not null)
                WriteObject(outcome.Customer);
            // The reason of a stop is said once, at its end.
            if (outcome.Error is not null && !ReferenceEquals(outcome.Error, _run.Stopped))
                WriteError(ErrorRecords.From(new PaymentException(outcome.Error), outcome.Draft.Source));
        }
    }

    /// <summary>The row, and over it what the command line says for all rows.</summary>
    private Draft Read()
    {
        _rows++;
        var given = MyInvocation.BoundParameters;
        Draft draft;
        if (InputObject is null)
        {
            draft = new Draft(_rows, GivenFields(given));
        }
        else
        {
            _row.Read(InputObject);
            draft = _reader.Read(_rows, InputObject, _row.Names, _row.Values);
            if (_rows == 1)
                CheckColumns(given);
        }

        foreach (var (name, value) in given)
        {
            if (Enum.TryParse<CustomerField>(name, out var field))
                draft[field] = (string?)value;
        }

        return draft;
    }

    /// <summary>A file without a single field is another file, or was read with the wrong delimiter: no row of it can be meant.</summary>
    private void CheckColumns(Dictionary<string, object> given)
    {
        if (!_reader.HasUsableColumn && !given.Keys.Any(name => Enum.TryParse<CustomerField>(name, out _)))
            ThrowTerminatingError(ErrorRecords.From(RowErrors.NoUsableColumn(_reader.UnusedColumns), InputObject));
        if (_reader.UnusedColumns.Any())
            WriteVerbose(Messages.UnusedColumns(_reader.UnusedColumns));
    }

    /// <summary>What stands for the row in an error where there is none: the fields of the command line.</summary>
    private static PSObject GivenFields(Dictionary<string, object> given)
    {
        var row = new PSObject();
        foreach (var (name, value) in given)
        {
            if (Enum.TryParse<CustomerField>(name, out _))
                row.Properties.Add(new PSNoteProperty(name, value));
        }

        return row;
    }

    /// <summary>Enough to know the row by, and no whole personal value: a dry run's output goes into logs as well.</summary>
    private static string Describe(Draft draft)
    {
        CustomerField[] shown = [CustomerField.FirstName, CustomerField.LastName, CustomerField.BusinessName, CustomerField.Email];
        var values = from field in shown
                     let value = draft[field]
                     where value is not null
                     select Mask.Value(field, value);
        return Messages.Row(draft.Row, string.Join(' ', values));
    }
}
