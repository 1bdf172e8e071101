using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Privacy;

/// <summary>Masks what looks personal in free text: e-mail addresses, and runs of digits as long as a telephone's or document's.</summary>
internal static partial class PersonalText
{
    public static string Mask(string text) =>
        Digits().Replace(Email().Replace(text, "***@***"), match => $"***{match.Value[^2..]}");

    [GeneratedRegex(@"[^\s@<>""',;:()]+@[^\s@<>""',;:()]+")]
    private static partial Regex Email();

    // Not inside a word: ids are of letters and digits mixed.
    [GeneratedRegex(@"(?<![\w-])\+?\d[\d .]{5,}\d(?![\w-])")]
    private static partial Regex Digits();
}
