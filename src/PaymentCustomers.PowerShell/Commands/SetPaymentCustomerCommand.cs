using System.Collections;
using System.Management.Automation;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Changes customers, one per input row, many at once: what is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "PaymentCustomer", SupportsShouldProcess = true, DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerResult))]
public sealed class SetPaymentCustomerCommand : RunCmdlet
{
    /// <summary>The provider's id for the customer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Id { get; set; }

    /// <summary>The fields that are emptied.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public CustomerField[] Clear { get; set; } = [];

    private protected override string Action => Messages.ChangeAt(ActiveConnection);

    // A customer that was read says who is changed, and not what: only the command line does.
    private protected override PSObject? Row => InputObject?.BaseObject is PaymentCustomer ? null : InputObject;

    private protected override void CheckProvider(PaymentProvider provider)
    {
        if (!provider.Capabilities.CanUpdate)
            throw ProviderErrors.OperationUnsupported(provider, ProviderOperation.Update);
    }

    private protected override void Complete(Draft draft)
    {
        var id = (Id ?? IdInTable())?.Trim() ?? "";
        if (id.Length == 0)
            Refuse(draft, Messages.IdMissing);
        if (InputObject?.BaseObject is PaymentCustomer customer && customer.Provider != ActiveConnection.Provider)
            Refuse(draft, Messages.OfOtherProvider(customer.Provider, ActiveConnection.Provider));
        draft.Change = new CustomerChange(id, [.. Clear.Distinct()]);
        // A row whose cells are all blank but for the id still empties what the command line says.
        draft.IsBlank = false;
    }

    private protected override string Describe(Draft draft)
    {
        var given = from field in Enum.GetValues<CustomerField>()
                    where field != CustomerField.IdempotencyKey && draft[field] is not null
                    select $"{field} {Mask.Value(field, draft[field]!)}";
        return PrintableText.Line(Messages.Change(draft.Change!.Id, given, draft.Change.Cleared));
    }

    private static void Refuse(Draft draft, string message) => draft.AddProblem(new FieldProblem(nameof(Id), PaymentErrorId.CustomerInvalid, message));

    // A hashtable's entries are no properties to be bound by.
    private string? IdInTable() => InputObject?.BaseObject is IDictionary table
        ? table.Keys.Cast<object>().Where(name => nameof(Id).Equals(name as string, StringComparison.OrdinalIgnoreCase)).Select(name => table[name]?.ToString()).FirstOrDefault()
        : null;
}
