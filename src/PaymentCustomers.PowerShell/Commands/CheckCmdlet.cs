using System.Management.Automation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>A cmdlet that checks customers, with the parameters that set how strict the checks are.</summary>
public abstract class CheckCmdlet : ConnectionCmdlet
{
    private protected static readonly Dictionary<string, CustomerField> FieldsByName = ReadFields();

    /// <summary>Omits fields from the command line that the provider does not have, with one warning, instead of reporting an error.</summary>
    [Parameter]
    public SwitchParameter IgnoreUnsupportedField { get; set; }

    /// <summary>
    /// How strictly telephone numbers are checked: with <c>Valid</c> a number must be in a range that its country has assigned, with
    /// <c>Possible</c> it only needs a length that its country uses, for ranges that are too new to be known.
    /// </summary>
    [Parameter]
    [ValidateSet(nameof(Engine.Rows.PhoneCheck.Valid), nameof(Engine.Rows.PhoneCheck.Possible))]
    public string PhoneCheck { get; set; } = nameof(Engine.Rows.PhoneCheck.Valid);

    /// <summary>The date format, if it is not ISO 8601: dd/MM/yyyy.</summary>
    [Parameter]
    [ValidateDateFormat]
    public string? DateFormat { get; set; }

    /// <summary>What to do with a row whose address is incomplete, if the provider requires a complete one: refuse the row, or omit the address.</summary>
    [Parameter]
    [ValidateSet("Refuse", "Leave")]
    public string IncompleteAddress { get; set; } = "Refuse";

    // Without a query, because a new process would compile it for this type before the first row.
    private static Dictionary<string, CustomerField> ReadFields()
    {
        var fields = new Dictionary<string, CustomerField>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in Enum.GetValues<CustomerField>())
            fields.Add(field.ToString(), field);
        return fields;
    }
}
