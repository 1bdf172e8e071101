using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Privacy;

/// <summary>Masks a personal value: enough remains to recognise the row, but not the person.</summary>
internal static class Mask
{
    private const string Stars = "***";

    /// <summary>The masked value, for messages and logs.</summary>
    /// <param name="field">The field of the value.</param>
    /// <param name="value">The value as given.</param>
    public static string Value(CustomerField field, string value)
    {
        if (value.Length == 0)
            return value;
        return FieldCatalog.Rule(field).Mask switch
        {
            MaskKind.None => Shorten(value),
            MaskKind.Name => First(value) + Stars,
            MaskKind.Email => Email(value),
            MaskKind.Number when value.Length > 4 => Stars + value[^2..],
            _ => Stars,
        };
    }

    private static string Email(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        var dot = value.LastIndexOf('.');
        return at > 0 && dot > at && value.Length - dot <= 12
            ? $"{First(value)}{Stars}@{Stars}{value[dot..]}"
            : First(value) + Stars;
    }

    // Splitting a surrogate pair would give invalid text.
    private static string First(string value) => value[..(char.IsSurrogatePair(value, 0) ? 2 : 1)];

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
