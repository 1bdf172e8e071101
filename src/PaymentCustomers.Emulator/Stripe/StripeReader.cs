using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>
/// Reads the parameters of a create or an update, and reports the first one that contracts/stripe.md ("Create") or the published
/// file does not allow. A create is treated as an update of an empty customer.
/// </summary>
internal static partial class StripeReader
{
    private const int LongestText = 5000;
    private const int LongestName = 256;
    private const int LongestPhone = 20;

    private static readonly string[] TaxExempts = ["none", "exempt", "reverse"];

    // Objects of Stripe that the emulator does not have, so that no value can be valid.
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["coupon"] = "coupon",
        ["payment_method"] = "PaymentMethod",
        ["source"] = "token",
        ["bank_account"] = "token",
        ["card"] = "token",
        ["default_alipay_account"] = "source",
        ["default_bank_account"] = "source",
        ["default_card"] = "source",
        ["default_source"] = "source",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> OnlyCreate = FrozenSet.Create("payment_method", "tax_id_data");

    private static readonly FrozenSet<string> OnlyUpdate = FrozenSet.Create(
        "bank_account", "card", "default_alipay_account", "default_bank_account", "default_card", "default_source", "trial_end");

    // Parameters in the published file that the emulator rejects by name, because accepting them without storing them would hide errors.
    private static readonly FrozenSet<string> NotKept = FrozenSet.Create(
        "invoice_settings", "next_invoice_sequence", "shipping", "tax_id_data", "trial_end");

    /// <summary>Reads the fields after the change. Returns what is wrong with it.</summary>
    public static StripeProblem? Read(
        IReadOnlyList<FormValue> form, bool isUpdate, StripeFields before, EmulatorOptions options, out StripeFields after)
    {
        after = before;
        foreach (var parameter in form.GroupBy(value => value.Path[0]))
        {
            if (Read([.. parameter], isUpdate, options, ref after) is { } problem)
                return problem;
        }

        return null;
    }

    private static StripeProblem? Read(FormValue[] values, bool isUpdate, EmulatorOptions options, ref StripeFields fields)
    {
        string? text;
        StripeProblem? problem;
        var name = values[0].Path[0];
        switch (name)
        {
            case "name":
                problem = ReadText(values, LongestName, out text);
                fields = fields with { Name = text };
                return problem;
            case "email":
                problem = ReadText(values, StripeText.LongestEmail, out text);
                fields = fields with { Email = options.LowerCaseEmail ? text?.ToLowerInvariant() : text };
                return problem;
            case "phone":
                problem = ReadText(values, LongestPhone, out text);
                fields = fields with { Phone = text };
                return problem;
            case "description":
                problem = ReadText(values, LongestText, out text);
                fields = fields with { Description = text };
                return problem;
            case "tax_exempt":
                problem = ReadText(values, LongestText, out text);
                fields = fields with { TaxExempt = text };
                return problem ?? (text is null || TaxExempts.Contains(text) ? null : Wrong(name, "Invalid tax_exempt: must be one of exempt, none, or reverse"));
            case "invoice_prefix":
                problem = ReadText(values, LongestText, out text);
                fields = fields with { InvoicePrefix = text };
                return problem ?? (text is not null && PrefixPattern().IsMatch(text) ? null : Wrong(name, "Invalid invoice_prefix: must be 3 to 12 uppercase letters or numbers"));
            case "balance":
                problem = ReadText(values, LongestText, out text);
                fields = fields with { Balance = Integer(text, out var isInteger) };
                return problem ?? (isInteger ? null : Wrong(name, $"Invalid integer: {text}", "parameter_invalid_integer"));
            case "address":
                return StripeParts.ReadAddress(values, options.StripeAddressUpdate, ref fields);
            case "metadata":
                return StripeParts.ReadMetadata(values, ref fields);
            case "preferred_locales":
                return StripeParts.ReadLocales(values, ref fields);
            default:
                return Refuse(values[0], isUpdate);
        }
    }

    /// <summary>Reads a text value; null if it is empty, which unsets it.</summary>
    private static StripeProblem? ReadText(FormValue[] values, int most, out string? text)
    {
        text = null;
        if (values is not [{ Path.Length: 1 } value])
            return Wrong(values[0].Path[0], $"Invalid string: {values[^1].Name} is not expected");
        if (StripeText.Length(value.Text) > most)
            return StripeText.TooLong(value, most);
        text = value.Text.Length == 0 ? null : value.Text;
        return null;
    }

    private static StripeProblem Refuse(FormValue value, bool isUpdate)
    {
        var name = value.Path[0];
        if (name == "expand")
            return StripeText.NotExpanded(value);
        if ((isUpdate ? OnlyCreate : OnlyUpdate).Contains(name))
            return StripeProblem.Unknown(value.Name);
        if (Others.TryGetValue(name, out var what))
            return Wrong(name, $"No such {what}: '{value.Text}'", "resource_missing");
        return NotKept.Contains(name) ? Wrong(name, $"This emulator does not keep {name}") : StripeProblem.Unknown(value.Name);
    }

    private static long Integer(string? text, out bool isInteger)
    {
        isInteger = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return number;
    }

    private static StripeProblem Wrong(string name, string message, string? code = null) => StripeProblem.Invalid(name, message, code);

    [GeneratedRegex(@"^[A-Z0-9]{3,12}\z")]
    private static partial Regex PrefixPattern();
}
