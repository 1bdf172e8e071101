using PaymentCustomers.Engine.Reference;

namespace PaymentCustomers.Engine.Fields;

/// <summary>A permitted value of a field.</summary>
/// <param name="Value">The value as it is sent.</param>
/// <param name="Description">Its meaning, for people.</param>
internal sealed record FieldChoice(string Value, string Description);

/// <summary>The fields that have a fixed set of values.</summary>
internal static class FieldChoices
{
    public static readonly string[] CustomerTypes = ["natural", "company"];

    // contracts/onepay.md, "Create".
    public static readonly string[] DocumentTypes = ["CC", "CE", "NIT", "PASSPORT"];

    public static IEnumerable<FieldChoice> None() => [];

    public static IEnumerable<FieldChoice> OfCustomerType() => CustomerTypes.Zip(FieldMessages.CustomerTypes, (value, name) => new FieldChoice(value, name));

    public static IEnumerable<FieldChoice> OfDocumentType() => DocumentTypes.Zip(FieldMessages.DocumentTypes, (value, name) => new FieldChoice(value, name));

    public static IEnumerable<FieldChoice> OfBoolean() => [Plain("true"), Plain("false")];

    public static IEnumerable<FieldChoice> OfCountry() => Countries.All.Select(country => new FieldChoice(country.Code, country.Name));

    /// <summary>Calling codes in numeric order, each with the countries that use it. Codes without a country are omitted.</summary>
    public static IEnumerable<FieldChoice> OfCallingCode() =>
        from code in NumberingPlans.CallingCodes
        where code.Value.Length > 0
        orderby code.Key.Length, code.Key
        select new FieldChoice(code.Key, string.Join(", ", code.Value.Select(country => Countries.Find(country)?.Name ?? country)));

    private static FieldChoice Plain(string value) => new(value, value);
}
