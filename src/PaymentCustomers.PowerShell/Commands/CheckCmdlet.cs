using System.Management.Automation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet that checks customers before it sends them: how strict it is.</summary>
public abstract class CheckCmdlet : ConnectionCmdlet
{
    private protected static readonly Dictionary<string, CustomerField> FieldsByName =
        Enum.GetValues<CustomerField>().ToDictionary(field => field.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Leaves out fields that the command line gives and the provider does not have, with one warning, instead of refusing them.</summary>
    [Parameter]
    public SwitchParameter IgnoreUnsupportedField { get; set; }

    /// <summary>
    /// How certain it must be that a telephone number exists: <c>Valid</c> lies in a range that its country has given out,
    /// <c>Possible</c> only has a length that its country has, for ranges that are too new to be known.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(Engine.Rows.PhoneCheck.Valid), nameof(Engine.Rows.PhoneCheck.Possible))]
    public string PhoneCheck { get; set; } = nameof(Engine.Rows.PhoneCheck.Valid);

    /// <summary>In which form dates are written, where that is not ISO 8601: dd/MM/yyyy.</summary>
    [Parameter]
    [ValidateDateFormat]
    public string? DateFormat { get; set; }

    /// <summary>What becomes of a row whose address is incomplete where the provider wants it whole: it is refused, or goes without.</summary>
    [Parameter]
    [ValidateSet("Refuse", "Leave")]
    public string IncompleteAddress { get; set; } = "Refuse";
}
