using System.Management.Automation;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Creates one customer per input row, many concurrently, each exactly once.</summary>
[Cmdlet(VerbsCommon.New, "PaymentCustomer", SupportsShouldProcess = true, DefaultParameterSetName = RowSet)]
[OutputType(typeof(PaymentCustomerResult))]
public sealed class NewPaymentCustomerCommand : RunCmdlet
{
    /// <summary>Skips customers that exist at the provider.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>The field that identifies an existing customer at Dots and Stripe. At OnePay it is the document.</summary>
    [Parameter]
    [ValidateSet(nameof(Email), nameof(Phone), nameof(UserId))]
    public string MatchBy { get; set; } = nameof(Email);

    /// <summary>What to do with a row about the same person as an earlier row, but with different content.</summary>
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
