using PaymentCustomers.Engine.Reference;
using static System.FormattableString;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// What says that two customers are the same person: a document, an e-mail, a telephone number or a user id, in a form in
/// which equal ones are equal texts.
/// </summary>
internal static class Identity
{
    // contracts/onepay.md: a company's type is RUT in the provider's own sample, for the same number.
    private const string TaxNumber = "NIT";
    private const int LongestNit = 15;
    private static readonly string[] TaxNumberToo = ["RUT"];

    /// <summary>What says who a row is, by a field; null if the row does not have it.</summary>
    /// <param name="field">DocumentNumber, Email, Phone or UserId.</param>
    /// <param name="values">The row's values in the form that goes over the wire.</param>
    public static string? Of(CustomerField field, ReadOnlySpan<string?> values) => values[(int)field] is not { } value ? null : field switch
    {
        DocumentNumber => Document(values[(int)DocumentType], value),
        Phone => values[(int)CountryCode] is { } code && !value.StartsWith('+') ? $"+{code}{value}" : PhoneRules.Normalize(value),
        _ => value.Trim().ToLowerInvariant(),
    };

    /// <summary>What says who a customer is, by a field; null if the customer does not show it.</summary>
    public static string? Of(CustomerField field, PaymentCustomer customer) => customer[field] is not { } value ? null : field switch
    {
        DocumentNumber => Document(customer[DocumentType], value),
        Phone => PhoneRules.Normalize(value),
        _ => value.Trim().ToLowerInvariant(),
    };

    /// <summary>
    /// The ways in which a provider may have the number of a row's document, the row's own first: a NIT may have its check
    /// digit or lack it, behind a hyphen or not, and a server that is asked for it compares to the letter.
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
