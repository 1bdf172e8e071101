using PaymentCustomers.Engine.Reference;
using static System.FormattableString;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// The value by which two customers are recognised as the same person: a document, an e-mail address, a telephone number or a user
/// id, normalized so that equal values are equal texts.
/// </summary>
internal static class Identity
{
    // contracts/onepay.md: the provider's own sample calls a company's document type RUT, for the same number.
    private const string TaxNumber = "NIT";
    private const int LongestNit = 15;
    private static readonly string[] TaxNumberToo = ["RUT"];

    /// <summary>The identity of a row by a field; null if the row does not have the field.</summary>
    /// <param name="field">DocumentNumber, Email, Phone or UserId.</param>
    /// <param name="values">The row's values in the form that is sent.</param>
    public static string? Of(CustomerField field, ReadOnlySpan<string?> values) => values[(int)field] is not { } value ? null : field switch
    {
        DocumentNumber => Document(values[(int)DocumentType], value),
        Phone => values[(int)CountryCode] is { } code && !value.StartsWith('+') ? $"+{code}{value}" : PhoneRules.Normalize(value),
        _ => value.Trim().ToLowerInvariant(),
    };

    /// <summary>The identity of a customer by a field; null if the customer does not show the field.</summary>
    public static string? Of(CustomerField field, PaymentCustomer customer) => customer[field] is not { } value ? null : field switch
    {
        DocumentNumber => Document(customer[DocumentType], value),
        Phone => PhoneRules.Normalize(value),
        _ => value.Trim().ToLowerInvariant(),
    };

    /// <summary>
    /// The forms in which a provider may store the number of a row's document, the row's own form first: a NIT with or without its
    /// check digit, with or without a hyphen. The server's filter compares exactly.
    /// </summary>
    public static IEnumerable<string> Spellings(ReadOnlySpan<string?> values)
    {
        var number = values[(int)DocumentNumber]!;
        var bare = Nit.Bare(number);
        if (!IsTaxNumber(values[(int)DocumentType]) || bare.Length is 0 or > LongestNit || bare.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return new[] { number, bare }.Distinct(StringComparer.Ordinal);
        var digit = Nit.CheckDigit(bare);
        return new[] { number, bare, Invariant($"{bare}-{digit}"), Invariant($"{bare}{digit}") }.Distinct(StringComparer.Ordinal);
    }

    private static bool IsTaxNumber(string? type) =>
        type is not null && (type == TaxNumber || TaxNumberToo.Contains(type, StringComparer.OrdinalIgnoreCase));

    private static string Document(string? type, string number) =>
        IsTaxNumber(type) ? $"{TaxNumber} {Nit.Bare(number)}" : $"{type} {number.ToUpperInvariant()}";
}
