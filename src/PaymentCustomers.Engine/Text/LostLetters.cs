using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Text;

/// <summary>
/// Finds the traces of letters that a program lost: marks inside a word, where an old code page was read as another one or a program
/// could not write a letter (<c>Mu├▒oz</c>, <c>Mu?oz</c>), and letters that are still encoded (<c>Mu\u00f1oz</c>).
/// </summary>
internal static partial class LostLetters
{
    // What accented letters become if DOS, Mac and Windows code pages are confused. None of these marks occurs inside a word.
    private const string Marks = "?¤¿¡¢£¥¦§¨©«¬±¶¸»¼½¾‚„†‡‰‹›ˆ˜";

    // Inside the name of a person, these marks stand for a letter too. Companies have them in their names.
    private const string MarksOfPersons = "#*~_=%^|$<>{}[]—";

    /// <summary>The first trace; null if there is none.</summary>
    /// <param name="text">A name or a part of an address.</param>
    /// <param name="isPerson">Whether it is the name of a person.</param>
    public static string? Find(string text, bool isPerson)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (isPerson && i > 0 && char.IsLower(text[i - 1]) && IsOutOfPlace(text, i))
                return text[i].ToString();
            if (char.IsLetter(text[i]) || char.IsWhiteSpace(text[i]))
                continue;
            // No name of a person has a question mark alone, and no text a low quotation mark behind a letter.
            if ((isPerson && text[i] == '?' && !text.Contains('¿', StringComparison.Ordinal)) || (text[i] == '‚' && i > 0 && char.IsLetter(text[i - 1])) || IsOfLines(text[i]))
                return text[i].ToString();
            if (i == 0 || !char.IsLetter(text[i - 1]) || !IsMark(text[i], isPerson))
                continue;
            // A letter of several bytes leaves several marks.
            var next = i + 1;
            while (next < text.Length && IsMark(text[next], isPerson))
                next++;
            if (next < text.Length && char.IsLetter(text[next]))
                return text[i].ToString();
        }

        return text.AsSpan().IndexOfAny('\\', '=', '%') < 0 || Encoded().Match(text) is not { Success: true } encoded ? null : encoded.Value;
    }

    /// <summary>Whether a character behind a small letter belongs to no name: a capital with an accent at the end of a word (<c>JosÚ</c>), or a dash between small letters (<c>Mu–oz</c>).</summary>
    private static bool IsOutOfPlace(string text, int place)
    {
        var next = place + 1 < text.Length ? text[place + 1] : ' ';
        return text[place] switch
        {
            '–' => char.IsLower(next),
            'Ý' or 'Ž' or 'Ð' => true,
            var character => character > '~' && char.IsUpper(character) && !char.IsLetter(next),
        };
    }

    private static bool IsMark(char character, bool isPerson) =>
        Marks.Contains(character, StringComparison.Ordinal) || character is >= '\u2200' and <= '\u22FF'
        || (isPerson && MarksOfPersons.Contains(character, StringComparison.Ordinal));

    // The characters for drawing lines and boxes, and the square for a character that cannot be shown.
    private static bool IsOfLines(char character) => character is >= '\u2500' and <= '\u25A1';

    // Escapes of JSON and of databases, quoted-printable as in address books, and the encoding of web addresses.
    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[nrt'""]|=C[23]=[89AB][0-9A-F]|%C[23]%[89AB][0-9A-F]", RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();
}
