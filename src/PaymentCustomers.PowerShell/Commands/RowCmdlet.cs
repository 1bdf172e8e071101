using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet whose input is customers, one per row, from the pipeline or the command line.</summary>
public abstract partial class RowCmdlet : CheckCmdlet
{
    private protected const string RowSet = "Row";
    private protected const string FieldSet = "Field";

    private readonly RowValues _row = new();
    private readonly HashSet<CustomerField> _leftOut = [];
    private readonly RowWarnings _warnings = new();
    private long _blankRows;
    private int? _otherParameters;
    private PaymentProvider _provider = null!;
    private RowReader _reader = null!;
    private DraftPreparer _preparer = null!;
    private RowScripts _scripts = null!;

    /// <summary>The row: an object or a hashtable whose properties have the names of the fields.</summary>
    [Parameter(ParameterSetName = RowSet, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Values from the command line for all rows.</summary>
    private protected Dictionary<CustomerField, string> GivenForAll { get; } = [];

    /// <summary>The number of rows so far.</summary>
    private protected long RowCount { get; private set; }

    /// <summary>Whether problems show values unmasked.</summary>
    private protected virtual bool ShowsValues => false;

    /// <summary>The part of the pipeline object that is read as a row; null if only the command line gives values.</summary>
    private protected virtual PSObject? Row => InputObject;

    /// <summary>Adds information to a row that is not a field of the customer.</summary>
    private protected virtual void Complete(Draft draft)
    {
    }

    /// <summary>Called before the first row.</summary>
    /// <param name="provider">The provider that the rows are for.</param>
    /// <param name="scope">Computes the rows' keys; null if the account is not known.</param>
    private protected void BeginRows(PaymentProvider provider, KeyScope? scope)
    {
        // Before the first row, only command line values are bound.
        foreach (var (name, value) in MyInvocation.BoundParameters)
        {
            if (FieldsByName.TryGetValue(name, out var field) && value is string text)
                GivenForAll[field] = text;
        }

        _scripts = RowScripts.Take(this);
        // The field applies to all rows, so that none of them could be sent.
        if (MyInvocation.ExpectingInput && !IgnoreUnsupportedField && Unsupported(provider) is { Count: > 0 } unsupported)
            throw RowErrors.Unsupported(unsupported, provider.Name);
        _provider = provider;
        _reader = new RowReader(provider, PaymentProviders.Names);
        _preparer = new DraftPreparer(provider, scope, IgnoreUnsupportedField, Enum.Parse<PhoneCheck>(PhoneCheck, ignoreCase: true))
        {
            DateFormat = DateFormat,
            ShowsValues = ShowsValues,
            LeavesIncompleteAddress = IncompleteAddress.Equals("Leave", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>Reads the current row; null if the row is blank.</summary>
    private protected Draft? NextRow()
    {
        // An error that is piped in stands for its row.
        if (InputObject?.BaseObject is ErrorRecord error)
        {
            if (RejectedRow.Behind(error) is not { } row)
                return null;
            InputObject = row;
        }

        var draft = ReadOrRefuse();
        Complete(draft);
        if (draft.IsBlank)
        {
            _blankRows++;
            return null;
        }

        if (IgnoreUnsupportedField)
            _leftOut.UnionWith(_preparer.UnsupportedFields(draft));
        return draft;
    }

    /// <summary>Checks a row. Rows can be checked on any thread, one at a time.</summary>
    private protected PreparedDraft Prepare(Draft row)
    {
        var prepared = _preparer.Prepare(row);
        _warnings.Add(prepared);
        return prepared;
    }

    /// <summary>Called after the last row. Reports what concerns all rows.</summary>
    private protected void EndRows()
    {
        if (RowCount == 0)
            WriteWarning(Messages.NoRow);
        if (_blankRows > 0)
            WriteWarning(RowMessages.BlankRows(_blankRows));
        foreach (var warning in _warnings.All)
            WriteWarning(PrintableText.Line(warning));
        if (_leftOut.Count > 0)
            WriteWarning(Messages.FieldsLeftOut(_provider.Name, _leftOut.Order()));
    }

    /// <summary>Identifies the row in messages, with personal values masked.</summary>
    private protected virtual string Describe(Draft draft) => PrintableText.Line(Messages.Row(draft.Row, RowDescription.Of(draft)));

    /// <summary>Reads the row. An unexpected exception becomes a problem of the row; exceptions that end the pipeline are passed on.</summary>
    private Draft ReadOrRefuse()
    {
        RowCount++;
        try
        {
            return Read();
        }
        catch (Exception e) when (e is not (RuntimeException or FlowControlException))
        {
            var draft = new Draft(RowCount, InputObject);
            draft.AddProblem(RowErrors.Broken(e));
            return draft;
        }
    }

    /// <summary>Reads the row, and sets the values from the command line.</summary>
    private Draft Read()
    {
        var given = MyInvocation.BoundParameters;
        if (Row is not { } row)
        {
            var own = new Draft(RowCount, InputObject ?? GivenFields(given));
            foreach (var (field, value) in Given(given))
                own.Give(field, value);
            if (InputObject is not null)
                RunScripts(own.Give, own.AddProblem);
            return own;
        }

        // All parameters except the fields and the row itself are the same for all rows.
        _otherParameters ??= given.Keys.Count(name => !FieldsByName.ContainsKey(name) && name != nameof(InputObject));
        var values = given.Count == _otherParameters + 1 && _scripts.IsEmpty ? null : Given(given);
        var problems = values is null || _scripts.IsEmpty ? [] : RunScripts(values);
        _row.Read(row);
        var draft = _reader.Read(RowCount, row, _row.Names, _row.Values, values);
        foreach (var problem in problems)
            draft.AddProblem(problem);
        foreach (var (column, problem) in _row.Problems)
            _reader.Refuse(draft, column, problem);
        CheckColumns(given);
        return draft;
    }

    /// <returns>The problems of the scripts.</returns>
    private List<FieldProblem> RunScripts(Dictionary<CustomerField, string?> values)
    {
        var problems = new List<FieldProblem>();
        RunScripts((field, text) => values[field] = text, problems.Add);
        return problems;
    }

    private void RunScripts(Action<CustomerField, string?> give, Action<FieldProblem> refuse) => _scripts.Run(
        InputObject!,
        give,
        (field, problem) => refuse(new FieldProblem(
            field.ToString(), PaymentErrorId.CustomerInvalid, RowMessages.ColumnProblem(field.ToString(), problem))));

    private Dictionary<CustomerField, string?> Given(Dictionary<string, object> bound)
    {
        var given = new Dictionary<CustomerField, string?>();
        foreach (var (name, value) in bound)
        {
            // The bound value of a parameter with a script block is only a placeholder.
            if (FieldsByName.TryGetValue(name, out var field) && !_scripts.Contains(field))
                given[field] = (string?)value;
        }

        return given;
    }

    /// <summary>The fields from the command line that the provider does not have.</summary>
    private List<CustomerField> Unsupported(PaymentProvider provider)
    {
        var unsupported = new List<CustomerField>();
        foreach (var field in FieldsByName.Values)
        {
            if (provider.Format[field] is null && (GivenForAll.ContainsKey(field) || _scripts.Contains(field)))
                unsupported.Add(field);
        }

        return unsupported;
    }

    /// <summary>Checks that the input has at least one customer field. Otherwise it is a different file, or was read with the wrong delimiter.</summary>
    private void CheckColumns(Dictionary<string, object> given)
    {
        // A script block reads a field from the row. Values for all rows say nothing about the input.
        if (RowCount == 1 && !_reader.HasUsableColumn && _scripts.IsEmpty && !given.Keys.Any(name => FieldsByName.TryGetValue(name, out var field) && !GivenForAll.ContainsKey(field)))
            ThrowTerminatingError(ErrorRecords.From(InputErrors.NoUsableColumn(_reader.UnusedColumns), InputObject));
        if (_reader.HasNews && _reader.TakeNews(given: given.Keys.Where(FieldsByName.ContainsKey).Select(name => FieldsByName[name])) is { } news)
            WriteWarning(PrintableText.Line(news));
    }

    /// <summary>An object that represents the row in errors if there is no input row: the fields from the command line.</summary>
    private static PSObject GivenFields(Dictionary<string, object> given)
    {
        var row = new PSObject();
        foreach (var (name, value) in given)
        {
            if (FieldsByName.ContainsKey(name))
                row.Properties.Add(new PSNoteProperty(name, value));
        }

        return row;
    }
}
