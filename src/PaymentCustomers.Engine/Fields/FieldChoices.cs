using PaymentCustomers.Engine.Reference;

namespace PaymentCustomers.Engine.Fields;

/// <summary>A value that a field may have.</summary>
/// <param name="Value">As it goes over the wire.</param>
/// <param name="Description">What it means to people.</param>
internal sealed record FieldChoice(string Value, string Description);

/// <summary>The fields' closed sets of values.</summary>
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

    /// <summary>By number, each with the countries that use it; those of no country are left out.</summary>
    public static IEnumerable<FieldChoice> OfCallingCode() =>
        from code in NumberingPlans.CallingCodes
        where code.Value.Length > 0
        orderby code.Key.Length, code.Key
        select new FieldChoice(code.Key, string.Join(", ", code.Value.Select(country => Countries.Find(country)?.Name ?? country)));

    private static FieldChoice Plain(string value) => new(value, value);
}
