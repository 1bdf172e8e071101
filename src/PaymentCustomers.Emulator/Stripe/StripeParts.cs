using System.Globalization;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Reads the parameters that have parts: address, metadata and preferred locales. An empty text unsets any of them.</summary>
internal static class StripeParts
{
    private const int LongestText = 5000;
    private const int MostMetadata = 50;
    private const int LongestMetadataName = 40;
    private const int LongestMetadataValue = 500;

    private static readonly string[] AddressParts = ["city", "country", "line1", "line2", "postal_code", "state"];

    public static StripeProblem? ReadAddress(FormValue[] values, StripeAddressUpdate update, ref StripeFields fields)
    {
        if (IsUnset(values))
        {
            fields = fields with { Address = null };
            return null;
        }

        var parts = new Dictionary<string, string>();
        foreach (var value in values)
        {
            if (value.Path.Length == 1)
                return StripeProblem.Invalid("address", "Invalid object");
            if (value.Path.Length > 2 || !AddressParts.Contains(value.Path[1]))
                return StripeProblem.Unknown(value.Name);
            if (StripeText.Length(value.Text) > LongestText)
                return StripeText.TooLong(value, LongestText);
            parts.Add(value.Path[1], value.Text);
        }

        if (!parts.TryGetValue("line1", out var line1))
            return StripeProblem.Invalid("address[line1]", "Missing required param: address[line1].", "parameter_missing");
        if (line1.Length == 0)
            return StripeProblem.Invalid("address[line1]", "You passed an empty string for 'address[line1]'.", "parameter_invalid_empty");

        var before = update == StripeAddressUpdate.Merged ? fields.Address : null;
        fields = fields with
        {
            Address = new StripeAddress(
                line1,
                Part("line2", before?.Line2),
                Part("city", before?.City),
                Part("state", before?.State),
                Part("postal_code", before?.PostalCode),
                Part("country", before?.Country)),
        };
        return null;

        string? Part(string name, string? otherwise) => parts.TryGetValue(name, out var text) ? text.Length == 0 ? null : text : otherwise;
    }

    public static StripeProblem? ReadMetadata(FormValue[] values, ref StripeFields fields)
    {
        var metadata = new OrderedDictionary<string, string>();
        if (!IsUnset(values))
        {
            foreach (var (name, text) in fields.Metadata)
                metadata.Add(name, text);
            foreach (var value in values)
            {
                if (value.Path.Length != 2 || value.Path[1].Length == 0)
                    return StripeProblem.Invalid("metadata", "Metadata must be a hash of names and strings; a name has no brackets.");
                if (StripeText.Length(value.Path[1]) > LongestMetadataName)
                    return StripeProblem.Invalid("metadata", $"Metadata keys can have up to {LongestMetadataName} characters. Invalid key: {value.Path[1]}");
                if (StripeText.Length(value.Text) > LongestMetadataValue)
                    return StripeProblem.Invalid(value.Name, $"Metadata values can have up to {LongestMetadataValue} characters. Invalid value: {value.Text}");
                if (value.Text.Length == 0)
                    metadata.Remove(value.Path[1]);
                else
                    metadata[value.Path[1]] = value.Text;
            }
        }

        fields = fields with { Metadata = metadata };
        return metadata.Count > MostMetadata
            ? StripeProblem.Invalid("metadata", $"Metadata can have up to {MostMetadata} keys, but there would be {metadata.Count}.")
            : null;
    }

    public static StripeProblem? ReadLocales(FormValue[] values, ref StripeFields fields)
    {
        if (IsUnset(values))
        {
            fields = fields with { PreferredLocales = [] };
            return null;
        }

        foreach (var value in values)
        {
            if (value.Path.Length != 2 || !(value.Path[1].Length == 0 || int.TryParse(value.Path[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
                return StripeProblem.Invalid("preferred_locales", "Invalid array");
            if (StripeText.Length(value.Text) > LongestText)
                return StripeText.TooLong(value, LongestText);
        }

        fields = fields with { PreferredLocales = [.. values.Select(value => value.Text)] };
        return null;
    }

    private static bool IsUnset(FormValue[] values) => values is [{ Path.Length: 1, Text: "" }];
}
