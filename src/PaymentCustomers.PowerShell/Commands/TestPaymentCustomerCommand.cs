using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Checks customers without sending anything. Returns one result per row, with all its problems.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PaymentCustomer", DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerTest), typeof(PaymentCustomerTestSummary), typeof(bool))]
public sealed class TestPaymentCustomerCommand : RowCmdlet
{
    private PaymentProvider _provider = null!;
    private ProblemKinds _kinds = null!;
    private bool _areAllValid = true;
    private long _rows;

    /// <summary>Returns one Boolean for all rows instead of an object per row: whether all of them could be sent.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Returns one object per kind of problem instead of one per row, with the number of rows and the first rows.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Masks personal values in problems, for output that other people see.</summary>
    [Parameter]
    public SwitchParameter MaskPersonalData { get; set; }

    private protected override bool ShowsValues => !MaskPersonalData;

    private protected override void Begin()
    {
        if (Summary && Quiet)
            throw ConnectionRequests.Contradiction(nameof(Quiet), nameof(Summary));
        // The provider's rules are enough for the check. A connection is only needed to compute the rows' keys.
        var connection = Find();
        _provider = PaymentProviders.Get(connection?.Provider ?? Provider ?? throw ConnectionErrors.ProviderUnknown());
        _kinds = new ProblemKinds(_provider.Name);
        BeginRows(_provider, connection is null ? null : new KeyScope(connection));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (NextRow() is not { } draft)
            return;
        var row = Prepare(draft);
        _areAllValid &= row.IsValid;
        _rows++;
        if (Summary)
            _kinds.Add(row);
        else if (!Quiet)
            WriteObject(Result(row));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        EndRows();
        if (Summary)
            WriteObject(_kinds.All(_rows), enumerateCollection: true);
        else if (Quiet)
            WriteObject(_areAllValid);
    }

    private PaymentCustomerTest Result(PreparedDraft row) => new(row.Draft.Row, _provider.Name, row.Draft.Source, row.Body)
    {
        Problems = row.Problems,
        IdempotencyKey = row.Key.Length == 0 ? null : row.Key,
    };
}
