using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Privacy;

/// <summary>Masks personal data in free text: e-mail addresses, and digits as long as a telephone or document number.</summary>
internal static partial class PersonalText
{
    public static string Mask(string text) =>
        Digits().Replace(Email().Replace(text, "***@***"), match => $"***{match.Value[^2..]}");

    [GeneratedRegex(@"[^\s@<>""',;:()]+@[^\s@<>""',;:()]+")]
    private static partial Regex Email();

    // Not inside a word: ids mix letters and digits.
    [GeneratedRegex(@"(?<![\w-])\+?\d[\d .]{5,}\d(?![\w-])")]
    private static partial Regex Digits();
}
