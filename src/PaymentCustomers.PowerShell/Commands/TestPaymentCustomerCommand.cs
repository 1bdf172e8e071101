using System.Management.Automation;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Checks customers without sending anything: one result per row, with everything that is wrong with it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PaymentCustomer", DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerTest), typeof(bool))]
public sealed class TestPaymentCustomerCommand : RowCmdlet
{
    private PaymentProvider _provider = null!;
    private bool _areAllValid = true;

    /// <summary>Gives one Boolean for all rows instead of an object for each: whether all could be sent.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Begin()
    {
        // The rules are the provider's; a connection only tells which keys the rows would have.
        var connection = Find();
        _provider = PaymentProviders.Get(connection?.Provider ?? Provider ?? throw ConnectionErrors.ProviderUnknown());
        BeginRows(_provider, connection is null ? null : new KeyScope(connection));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (NextRow() is not { } row)
            return;
        _areAllValid &= row.IsValid;
        if (!Quiet)
            WriteObject(Result(row));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        EndRows();
        if (Quiet)
            WriteObject(_areAllValid);
    }

    private PaymentCustomerTest Result(PreparedDraft row) => new(row.Draft.Row, _provider.Name, row.Draft.Source, row.Body)
    {
        Problems = row.Problems,
        IdempotencyKey = row.Key.Length == 0 ? null : row.Key,
    };
}
