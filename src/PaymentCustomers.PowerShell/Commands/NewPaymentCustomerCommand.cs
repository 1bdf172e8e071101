using System.Management.Automation;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Creates customers, one per input row, many at once, each exactly once.</summary>
[Cmdlet(VerbsCommon.New, "PaymentCustomer", SupportsShouldProcess = true, DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerResult))]
public sealed class NewPaymentCustomerCommand : RunCmdlet
{
    /// <summary>Leaves customers alone that the provider has already.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>What tells an existing customer at Dots and Stripe. At OnePay it is the document.</summary>
    [Parameter]
    [ValidateSet(nameof(Email), nameof(Phone), nameof(UserId))]
    public string MatchBy { get; set; } = nameof(Email);

    /// <summary>What becomes of a row that is about the same person as an earlier one, and says something else.</summary>
    [Parameter]
    [ValidateSet("Refuse", "Skip", "Allow")]
    public string DuplicateIdentity { get; set; } = "Refuse";

    private protected override string Action => Messages.CreateAt(ActiveConnection);

    private protected override RunOptions Extend(RunOptions options) => options with
    {
        SkipExisting = SkipExisting,
        DuplicateIdentity = Enum.Parse<DuplicateIdentity>(DuplicateIdentity, ignoreCase: true),
        MatchBy = Enum.Parse<CustomerField>(MatchBy, ignoreCase: true),
    };
}
