using System.Globalization;
using System.Text.Json;
using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Fields;

/// <summary>The checks that the field catalog refers to. None depends on the culture of the process.</summary>
internal static class FieldChecks
{
    private const string WireDate = "yyyy-MM-dd";

    private static readonly string[] DateForms = [WireDate, "yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    // A reader goes 64 levels deep, and in an answer metadata lies below others: deeper, nobody could read the list any more.
    private static readonly JsonDocumentOptions MetadataOptions = new() { MaxDepth = 32 };

    private static readonly string[] TrueWords = ["true", "1", "yes", "y", "sí", "si", "s", "verdadero"];

    private static readonly string[] FalseWords = ["false", "0", "no", "n", "falso"];

    private static readonly Dictionary<string, string> SpanishCustomerTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["persona"] = "natural",
        ["persona natural"] = "natural",
        ["empresa"] = "company",
        ["juridica"] = "company",
        ["persona juridica"] = "company",
    };

    private static readonly Dictionary<string, string> SpanishDocumentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cedula"] = "CC",
        ["cedula de ciudadania"] = "CC",
        ["cedula de extranjeria"] = "CE",
        ["pasaporte"] = "PASSPORT",
    };

    public static string Text(string value, out string? problem)
    {
        problem = null;
        return value;
    }

    // Not RFC 5322 in full: what no mail system accepts is refused, the rest is the provider's to judge.
    public static string Email(string value, out string? problem)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        var domain = value.AsSpan(at + 1);
        var isSound = at > 0 && value.Length <= 254 && !domain.Contains('@') && !HasWhiteSpace(value)
            && domain.Contains('.') && domain[0] != '.' && domain[^1] != '.' && domain.IndexOf("..") < 0;
        problem = isSound ? null : FieldMessages.EmailForm;
        return value;
    }

    /// <summary>Letters are a country, digits a calling code; both spellings are found in columns of this name.</summary>
    public static string CountryCode(string value, out string? problem)
    {
        if (char.IsAsciiLetter(value[0]))
            return Country(value, out problem);
        var digits = value.TrimStart('+').Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = digits[2..];
        // North American codes are often written with their area: 1-809 is 1.
        if (digits.Length == 4 && digits[0] == '1')
            digits = "1";
        problem = NumberingPlans.HasCallingCode(digits) ? null : FieldMessages.CallingCodeForm;
        return digits;
    }

    public static string Country(string value, out string? problem)
    {
        var country = Countries.Find(value);
        problem = country is null ? FieldMessages.CountryForm : null;
        return country?.Code ?? value;
    }

    public static string Uuid(string value, out string? problem)
    {
        problem = Guid.TryParseExact(value, "D", out var id) ? null : FieldMessages.UuidForm;
        return problem is null ? id.ToString("D") : value;
    }

    public static string CustomerType(string value, out string? problem) =>
        OneOf(value, FieldChoices.CustomerTypes, SpanishCustomerTypes, out problem);

    public static string DocumentType(string value, out string? problem) =>
        OneOf(value.Replace(".", "", StringComparison.Ordinal), FieldChoices.DocumentTypes, SpanishDocumentTypes, out problem);

    public static string Boolean(string value, out string? problem)
    {
        problem = null;
        if (TrueWords.Contains(value, StringComparer.OrdinalIgnoreCase))
            return "true";
        if (!FalseWords.Contains(value, StringComparer.OrdinalIgnoreCase))
            problem = FieldMessages.BooleanForm;
        return "false";
    }

    public static string Date(string value, out string? problem)
    {
        problem = null;
        // Nearly all are as they are sent, and need not be written anew.
        if (DateOnly.TryParseExact(value, WireDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return value;
        var isDate = DateTime.TryParseExact(value, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        problem = isDate ? null : FieldMessages.DateForm;
        return isDate ? date.ToString(WireDate, CultureInfo.InvariantCulture) : value;
    }

    /// <summary>Members are sorted, so that a hashtable, which has no order, gives the same key every time.</summary>
    public static string Metadata(string value, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(value, MetadataOptions);
            problem = document.RootElement.ValueKind == JsonValueKind.Object ? null : FieldMessages.MetadataForm;
            return problem is null ? CanonicalJson.Write(document.RootElement) : value;
        }
        // Half a character, written as an escape, is found only when it is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problem = FieldMessages.MetadataForm;
            return value;
        }
    }

    // The bound is the narrowest that either contract leaves room for (onepay.md, Idempotency).
    public static string Key(string value, out string? problem)
    {
        problem = value.Length <= 64 && value.All(character => character is >= '!' and <= '~') ? null : FieldMessages.KeyForm;
        return value;
    }

    private static bool HasWhiteSpace(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
                return true;
        }

        return false;
    }

    private static string OneOf(string value, string[] allowed, Dictionary<string, string> spanish, out string? problem)
    {
        problem = null;
        foreach (var word in allowed)
        {
            if (word.Equals(value, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        if (spanish.TryGetValue(Accents.Remove(value), out var match))
            return match;
        problem = FieldMessages.NotOneOf(allowed);
        return value;
    }
}
