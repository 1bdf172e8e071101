using System.Globalization;
using System.Management.Automation;
using PaymentCustomers.Engine.Creation;
using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Creates customers, one per input row.</summary>
[Cmdlet(VerbsCommon.New, "PaymentCustomer", SupportsShouldProcess = true, DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerResult))]
public sealed partial class NewPaymentCustomerCommand : ConnectedCmdlet
{
    private const string RowSet = "Row";
    private const string FieldSet = "Field";

    private readonly RowValues _row = new();
    private readonly HashSet<CustomerField> _leftOut = [];
    private long _rows;
    private RowReader _reader = null!;
    private DraftPreparer _preparer = null!;
    private CustomerCreator _creator = null!;

    /// <summary>The row: an object or a hashtable whose properties are named like the fields.</summary>
    [Parameter(ParameterSetName = RowSet, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Leaves out fields that the provider does not have, with one warning, instead of refusing the row.</summary>
    [Parameter]
    public SwitchParameter IgnoreUnsupportedField { get; set; }

    private protected override void Begin()
    {
        _reader = new RowReader(ActiveConnection.Provider);
        _preparer = new DraftPreparer(Client.Provider, new KeyScope(ActiveConnection), IgnoreUnsupportedField);
        _creator = new CustomerCreator(Client);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var draft = Read();
        var prepared = _preparer.Prepare(draft);
        if (IgnoreUnsupportedField)
            _leftOut.UnionWith(_preparer.UnsupportedFields(draft));
        // A dry run finds what is wrong with a row as well.
        if (prepared.IsValid && !ShouldProcess(Describe(draft), $"Create customer at {ActiveConnection.Provider} ({ActiveConnection.Environment})"))
            return;

        var outcome = Await(_creator.CreateAsync(prepared, Cancellation));
        if (outcome.Customer is not null)
            WriteObject(outcome.Customer);
        if (outcome.Error is not null)
            WriteError(new PaymentException(outcome.Error), draft.Source);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_rows == 0)
            WriteWarning("No row came in: nothing was created.");
        if (_leftOut.Count > 0)
            WriteWarning($"{ActiveConnection.Provider} has no such fields, they were left out: {string.Join(", ", _leftOut.Order())}.");
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
            WriteVerbose($"Columns that are no field of a customer: {string.Join(", ", _reader.UnusedColumns)}.");
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
        return string.Create(CultureInfo.InvariantCulture, $"row {draft.Row} ({string.Join(' ', values)})");
    }
}
