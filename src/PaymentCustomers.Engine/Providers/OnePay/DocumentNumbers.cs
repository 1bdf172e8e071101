using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Reference;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>Normalizes numbers of identity documents as spreadsheets and people write them.</summary>
internal static partial class DocumentNumbers
{
    /// <summary>The number in the form that is sent.</summary>
    /// <param name="kind">The kind of document; null if it is not known.</param>
    /// <param name="given">The number as given.</param>
    /// <param name="problem">What is wrong with the number; null if it is valid.</param>
    public static string Normalize(string? kind, string given, out string? problem)
    {
        var number = WithoutFraction(given);
        problem = null;
        if (number.Contains('0', StringComparison.Ordinal) && number.AsSpan().IndexOfAnyExcept("0 .,-") < 0)
        {
            problem = OnePayMessages.DocumentOfZeros;
            return number;
        }

        switch (kind)
        {
            case "NIT":
                number = Nit.Normalize(Label().Replace(number, ""), out problem);
                if (problem is null && number.Split('-')[0].Length is < 5 or > 11)
                    problem = OnePayMessages.DocumentLength(kind, 5, 11);
                return number;
            case "CC":
                number = Ungrouped(Label().Replace(number, ""));
                if (number.Length == 0 || !number.All(char.IsAsciiDigit))
                    problem = OnePayMessages.CedulaForm;
                else if (number.Length is < 3 or > 11)
                    problem = OnePayMessages.DocumentLength(kind, 3, 11);
                return number;
            case "CE" or "PASSPORT":
                // Punctuation in a passport number may belong to it. Remove only separators that group digits, which a spreadsheet added.
                number = Ungrouped(number);
                var length = number.Count(char.IsLetterOrDigit);
                if (!number.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '/' or ' '))
                    problem = OnePayMessages.DocumentMarks(kind);
                else if (length is < 2 or > 20)
                    problem = OnePayMessages.DocumentLength(kind, 2, 20);
                return number;
            default:
                return number;
        }
    }

    // A table that stored the number as floating point writes 1060500333.0 or 1060500333,00.
    private static string WithoutFraction(string number) => Fraction().Replace(number, "$1");

    private static string Ungrouped(string number) => Grouped().IsMatch(number)
        ? string.Concat(number.Where(char.IsAsciiDigit))
        : number.Replace(" ", "", StringComparison.Ordinal) is var compact && compact.All(char.IsAsciiDigit) ? compact : number;

    [GeneratedRegex(@"^([0-9]{3,}|[0-9]{1,3}(?:[ .'’][0-9]{3})+(?=,)|[0-9]{1,3}(?:[ ,'’][0-9]{3})+(?=\.))[.,]0{1,2}$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^[0-9]{1,3}(?:[ .,'’´`][0-9]{3})+$")]
    private static partial Regex Grouped();

    // The kind of document in front of its number.
    [GeneratedRegex(@"^(?:NIT|C\.?C\.?)[ .:#-]*(?=[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
