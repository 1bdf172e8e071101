using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Reference;

/// <summary>The Colombian tax number (NIT) and its check digit (DIAN, Orden Administrativa 4 of 1989).</summary>
internal static partial class Nit
{
    private static readonly int[] Weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

    /// <summary>The check digit of a number of up to 15 digits.</summary>
    /// <param name="digits">The number without its check digit.</param>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[^(i + 1)] - '0') * Weights[i];
        var rest = sum % 11;
        return rest < 2 ? rest : 11 - rest;
    }

    /// <summary>
    /// A document number in the form used for comparison: without grouping and without the check digit of a NIT, which is computed
    /// from the number and so adds no information.
    /// </summary>
    public static string Bare(string text)
    {
        var compact = Normalize(text, out var problem);
        return problem is null && compact.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0 ? compact[..hyphen] : compact;
    }

    /// <summary>Checks a NIT as people write it: with digits in groups, and the check digit (if any) after a hyphen, after a space, or directly.</summary>
    /// <param name="text">The number.</param>
    /// <param name="problem">What is wrong with the number; null if it is valid.</param>
    /// <returns>The number without grouping, with the check digit after a hyphen.</returns>
    public static string Normalize(string text, out string? problem)
    {
        var hyphened = SetApart().Replace(Dash().Replace(text.Trim(), "-"), "$1-$2");
        var grouped = Mark().Replace(hyphened.Replace(" ", "", StringComparison.Ordinal), ".");
        var compact = WithCheckDigitApart(grouped.Replace(".", "", StringComparison.Ordinal));
        var hyphen = compact.IndexOf('-', StringComparison.Ordinal);
        var number = hyphen < 0 ? compact : compact[..hyphen];
        var given = hyphen < 0 ? "" : compact[(hyphen + 1)..];

        problem = null;
        if (number.Length is 0 or > 15 || !number.All(char.IsAsciiDigit) || given.Length > 1 || !given.All(char.IsAsciiDigit)
            || (hyphen >= 0 && given.Length == 0) || !WholeNumber.IsGrouped(grouped.Split('-')[0]))
            problem = ReferenceMessages.NitForm;
        else if (given.Length == 1 && given[0] - '0' != CheckDigit(number))
            problem = ReferenceMessages.NitCheckDigit;
        return compact;
    }

    /// <summary>A company's number has nine digits and starts with 8 or 9, so that a tenth digit is the check digit.</summary>
    private static string WithCheckDigitApart(string compact)
    {
        if (compact.Length is not (10 or 12) || compact[0] is not ('8' or '9') || compact.AsSpan(0, 10).ContainsAnyExceptInRange('0', '9'))
            return compact;
        if (compact.Length == 10)
            return $"{compact[..9]}-{compact[9]}";
        // The check digit is given twice: at the end of the number, and in a column of its own.
        return compact[10] == '-' && compact[11] == compact[9] ? $"{compact[..9]}-{compact[9]}" : compact;
    }

    [GeneratedRegex("[\u2010-\u2015\u2212]")]
    private static partial Regex Dash();

    [GeneratedRegex("(?<=[0-9])[,'\u2019](?=[0-9]{3})")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^([0-9]{9}|[0-9]{3}(?:[ .,'][0-9]{3}){2})[ .]([0-9])$")]
    private static partial Regex SetApart();
}
