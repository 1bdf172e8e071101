using System.Collections;
using System.Management.Automation;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Changes one customer per input row, many concurrently. Fields that are not given keep their value.</summary>
[Cmdlet(VerbsCommon.Set, "PaymentCustomer", SupportsShouldProcess = true, DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerResult))]
public sealed class SetPaymentCustomerCommand : RunCmdlet
{
    /// <summary>The provider's id for the customer.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Id { get; set; }

    /// <summary>The fields to clear.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public CustomerField[] Clear { get; set; } = [];

    private protected override string Action => Messages.ChangeAt(ActiveConnection);

    // A customer object identifies the customer to change. Its values are not changes; only those from the command line are.
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
        // Even if all cells but the id are blank, the row clears the fields that the command line names.
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

    // The binder does not bind the entries of a hashtable by property name.
    private string? IdInTable() => InputObject?.BaseObject is IDictionary table
        ? table.Keys.Cast<object>().Where(name => nameof(Id).Equals(name as string, StringComparison.OrdinalIgnoreCase)).Select(name => table[name]?.ToString()).FirstOrDefault()
        : null;
}
