using System.Buffers;
using System.Net;
using System.Text;

namespace PaymentCustomers.Engine.Text;

/// <summary>
/// The text that a person sees in a cell: without invisible characters (zero width, direction marks, soft hyphens), without the
/// quoting of spreadsheets (<c>="0012"</c>, <c>'+57…</c>), with HTML entities decoded, and in the normalized form of Unicode in
/// which equal texts compare equal.
/// </summary>
internal static class CellText
{
    // What databases, spreadsheets and programs write for a missing value. Case matters: Null is a family name.
    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal)
    {
        "NULL", "null", "(null)", "(NULL)", "<null>", "<NULL>", "[NULL]", "\\N", "#N/A", "#N/D", "#NULL!", "N/A", "n/a", "<NA>", "nan", "NaN", "NaT",
        "None", "undefined",
    };

    // Characters that are visible, are already normalized, and do not start an HTML entity: ASCII, and the letters and marks of Western
    // languages without the no-break space and the soft hyphen.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. from code in Enumerable.Range(' ', '\u00FF' - ' ' + 1)
            where code is (<= '~' and not '&') or (> '\u00A0' and not '\u00AD')
            select (char)code]);

    // The types of objects that commands of PowerShell return, as Export-Csv writes them.
    private static readonly string[] Types =
    [
        "System.Object", "System.String[]", "System.Collections.", "System.Data.", "System.Management.Automation.", "System.Security.", "System.Xml.",
        "Microsoft.ActiveDirectory.", "Microsoft.Graph.",
    ];

    /// <summary>The cleaned text; null if the cell contains no value.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = IsPlain(text) ? text.Trim() : Visible(Decode(text)).Trim();
        // Each program that reads and writes a quoted cell may add another level of quoting.
        for (var before = ""; clean != before;)
            (before, clean) = (clean, WithoutArmour(clean));
        return clean.Length == 0 || Nothing.Contains(clean) ? null : clean;
    }

    /// <summary>Whether a text is what a spreadsheet shows instead of a value: <c>#REF!</c>, <c>####</c>.</summary>
    public static bool IsSpreadsheetError(string text) =>
        text.Length > 2 && text[0] == '#' && (text.All(character => character == '#')
            || (text[^1] is '!' or '?' && text.AsSpan(1, text.Length - 2).TrimStart("¡¿").IndexOfAnyExceptInRange('A', 'Z') is -1 or > 2));

    /// <summary>Whether a spreadsheet has written a long number with an exponent: <c>5.73E+11</c>. Its last digits are lost.</summary>
    public static bool IsScientific(string text)
    {
        var exponent = text.IndexOfAny(['E', 'e']);
        return exponent > 0 && exponent + 2 < text.Length && text[exponent + 1] == '+'
            && !text.AsSpan(exponent + 2).ContainsAnyExceptInRange('0', '9')
            && text[..exponent].TrimStart('+', '-').All(character => char.IsAsciiDigit(character) || character is '.' or ',');
    }

    /// <summary>Whether a text consists of dashes, dots or underscores only, which programs and people write for "none".</summary>
    public static bool IsDash(string text)
    {
        // Almost every text ends this loop with its first character.
        foreach (var character in text)
        {
            if (character is not ('-' or '–' or '—' or '_' or '.'))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether a text is what a program writes for an object instead of its content: the name of a type, <c>@{City=Cali}</c>,
    /// <c>[object Object]</c>.
    /// </summary>
    public static bool IsObject(string text) => text is ['@', '{', .., '}']
        || (text is ['[', .., ']'] && text.StartsWith("[object", StringComparison.Ordinal))
        || (text.Length > 6 && text[0] is 'S' or 'M' && Array.Exists(Types, type => text.StartsWith(type, StringComparison.Ordinal)));

    private static bool IsPlain(string text) =>
        (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('&', StringComparison.Ordinal)) || !text.AsSpan().ContainsAnyExcept(Plain);

    // At most twice: some exports escape text that was escaped before.
    private static string Decode(string text)
    {
        for (var i = 0; i < 2 && text.Contains('&', StringComparison.Ordinal) && text.Contains(';', StringComparison.Ordinal); i++)
            text = WebUtility.HtmlDecode(text);
        return text;
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (IsTraceOfWrongEncoding(text, i))
                visible.Append(character);
            else if (IsSpace(character))
                visible.Append(' ');
            else if (!IsInvisible(character) || (character is '\u200C' or '\u200D' && JoinsLetters(text, i)))
                visible.Append(character);
        }

        var joined = visible.ToString();
        // Half a surrogate pair and U+FFFE cannot be normalized. The check of every text reports them.
        return joined.Contains('\uFFFE', StringComparison.Ordinal) || HasHalfCharacter(joined) ? joined : joined.Normalize(NormalizationForm.FormC);
    }

    private static bool IsSpace(char character) => character is '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000';

    private static bool IsInvisible(char character) => character
        is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F');

    // Persian and Indian scripts need these invisible characters between letters.
    private static bool JoinsLetters(string text, int place) =>
        place > 0 && place + 1 < text.Length && text[place - 1] is >= '\u0600' and < '\u2000' && text[place + 1] is >= '\u0600' and < '\u2000';

    // In UTF-8 that was read as Windows-1252, í is Ã and a soft hyphen, and à is Ã and a no-break space. TextChecks reports both.
    // Portuguese words in capitals end with Ã.
    private static bool IsTraceOfWrongEncoding(string text, int place) =>
        place > 0 && text[place - 1] is 'Ã' or 'Â' && text[place] is '\u00A0' or '\u00AD'
        && (text[place] == '\u00AD' || text[place - 1] == 'Â' || place == 1 || !char.IsUpper(text[place - 2]));

    private static bool HasHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return true;
            i++;
        }

        return false;
    }

    // An apostrophe before a name may belong to it ('t Hooft). Before a digit or the start of a formula a spreadsheet wrote it.
    private static string WithoutArmour(string text)
    {
        if (text.Length > 2 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"')
            return text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
        return text.Length > 1 && text[0] == '\'' && text[^1] != '\'' && (char.IsAsciiDigit(text[1]) || text[1] is '+' or '-' or '=' or '@' or '(')
            ? text[1..].Trim()
            : text;
    }
}
