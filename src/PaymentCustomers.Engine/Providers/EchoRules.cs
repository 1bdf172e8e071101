using System.Globalization;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// Whether two values of a field can belong to the same customer. Providers normalize values: an e-mail address in lower case, a
/// telephone number with or without its calling code, a NIT without its check digit.
/// </summary>
internal static class EchoRules
{
    private const int FewestDigits = 7;

    /// <summary>Whether a field identifies a customer.</summary>
    public static bool Identifies(CustomerField field) => field is CustomerField.Email or CustomerField.Phone or CustomerField.DocumentType or CustomerField.DocumentNumber
        or CustomerField.UserId or CustomerField.FirstName or CustomerField.LastName or CustomerField.BusinessName;

    /// <summary>Whether two values of such a field can belong to the same customer.</summary>
    public static bool IsSame(CustomerField field, string one, string other) => field switch
    {
        CustomerField.Phone => IsSamePhone(Digits(one), Digits(other)),
        CustomerField.DocumentType => !IsDocumentType(one) || !IsDocumentType(other) || one.Equals(other, StringComparison.OrdinalIgnoreCase),
        CustomerField.DocumentNumber => Nit.Bare(one).Equals(Nit.Bare(other), StringComparison.OrdinalIgnoreCase),
        CustomerField.Email or CustomerField.UserId => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase),
        _ => IsSameName(Letters(one), Letters(other)),
    };

    // A provider may use its own name for a type.
    private static bool IsDocumentType(string text) => FieldChoices.DocumentTypes.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool IsSamePhone(string one, string other) => one.Length == 0 || other.Length == 0 || one == other
        || (Math.Min(one.Length, other.Length) >= FewestDigits
            && (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal)));

    // A provider may shorten a long name, or omit a second one.
    private static bool IsSameName(string one, string other) => one.Length == 0 || other.Length == 0
        || one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Letters(string text) => string.Concat(
        Accents.Remove(text).Where(char.IsLetterOrDigit).Select(letter => char.ToLower(letter, CultureInfo.InvariantCulture)));
}
