using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Reference;

/// <summary>The text of a telephone number, split into its digits and a possible extension at the end.</summary>
internal readonly partial record struct PhoneText
{
    private const int LeastOfOneNumber = 7;
    private const int MostOfExtension = 5;
    private const string Marks = ".-/()\u2010\u2011\u2013";

    private PhoneText(bool isInternational, string digits, bool hadExtension)
    {
        IsInternational = isInternational;
        Digits = digits;
        HadExtension = hadExtension;
    }

    /// <summary>Whether the number starts with a plus.</summary>
    public bool IsInternational { get; }

    /// <summary>The digits, without the plus.</summary>
    public string Digits { get; }

    /// <summary>Whether an extension was found. Its digits are not part of <see cref="Digits"/>.</summary>
    public bool HadExtension { get; }

    /// <summary>The number of digits at the end that may be an extension without a word such as "ext.": <c>601 234 5678 (123)</c>; 0 if there are none.</summary>
    public int Tail { get; private init; }

    /// <summary>Whether these digits are set off in an unusual way, so that the number may be valid with and without them.</summary>
    public bool IsTailOdd { get; private init; }

    /// <summary>The same number without the possible extension.</summary>
    public PhoneText WithoutTail() => new(IsInternational, Digits[..^Tail], hadExtension: true);

    /// <summary>Splits a text.</summary>
    /// <returns>Null if the text has only digits and the usual separators; otherwise what is wrong with it.</returns>
    public static string? TryRead(string text, out PhoneText phone)
    {
        phone = default;
        if (text.AsSpan().ContainsAny('E', 'e') && Exponent().IsMatch(text))
            return ReferenceMessages.PhoneExponent;
        // RFC 3966.
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            text = text[4..].TrimStart();
        text = text.AsSpan().ContainsAny('.', ',') ? Fraction().Replace(WholeNumber.Of(text), "$1") : text;
        var withoutExtension = text.AsSpan().ContainsAnyExceptInRange('\0', '9') || text.Contains('#', StringComparison.Ordinal) ? Extension().Replace(text, "$1") : text;
        // "(+57) 300" is as common as "+57 300".
        var rest = withoutExtension.AsSpan().TrimStart("( ");
        var isInternational = rest is ['+', ..];
        if (isInternational)
            rest = rest[1..];
        if (FirstOdd(rest) is >= 0 and var odd)
            return AreTwo(rest[..odd], rest[odd..]) ? ReferenceMessages.PhoneTwoNumbers : ReferenceMessages.PhoneHasLetters;
        if (HoldsTwo(rest))
            return ReferenceMessages.PhoneTwoNumbers;
        phone = new PhoneText(isInternational, DigitsOf(rest), withoutExtension.Length < text.Length).WithTail(rest.TrimEnd());
        return null;
    }

    private PhoneText WithTail(ReadOnlySpan<char> text)
    {
        var isBracketed = text is [.., ')'];
        var end = text.TrimEnd(") ");
        var start = end.Length;
        while (start > 0 && char.IsAsciiDigit(end[start - 1]))
            start--;
        var length = end.Length - start;
        var before = end[..start].TrimEnd();
        if (length is 0 or > MostOfExtension || before.IsEmpty || !Marks.Contains(before[^1], StringComparison.Ordinal) || before[^1] == ')')
            return this;
        var isOdd = before[^1] == '/' || (before[^1] == '(' && isBracketed);
        // A hyphen or dot can also group digits. It separates an extension only if the digits before it form a complete number.
        return isOdd || LastRun(before) >= LeastOfOneNumber ? this with { Tail = length, IsTailOdd = isOdd } : this;
    }

    private static int LastRun(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(Marks + " ");
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[^(length + 1)]))
            length++;
        return length;
    }

    private static int FirstOdd(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsAsciiDigit(text[index]) && (!char.IsWhiteSpace(text[index]) || text[index] is '\r' or '\n') && !Marks.Contains(text[index], StringComparison.Ordinal))
                return index;
        }

        return -1;
    }

    /// <summary>Whether a slash, or a hyphen with spaces, separates two texts that are each long enough for a number.</summary>
    private static bool HoldsTwo(ReadOnlySpan<char> text)
    {
        for (var index = 1; index < text.Length - 1; index++)
        {
            var isBetween = text[index] == '/' || (text[index] is '-' or '\u2013' && text[index - 1] == ' ' && text[index + 1] == ' ');
            if (isBetween && AreTwo(text[..index], text[index..]))
                return true;
        }

        return false;
    }

    private static bool AreTwo(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        DigitsOf(first).Length >= LeastOfOneNumber && DigitsOf(second).Length >= LeastOfOneNumber;

    private static string DigitsOf(ReadOnlySpan<char> text)
    {
        Span<char> digits = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
                digits[count++] = character;
        }

        return digits[..count].ToString();
    }

    [GeneratedRegex(@"^[+-]?[0-9]+([.,][0-9]+)?E[+-]?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    // A table with two decimals writes a number as 3001234567.00.
    [GeneratedRegex(@"^(\+?[0-9]{7,})[.,]0{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(
        @"^(.*[0-9]\)?)[\s,;.(/-]*(?:#|(?:extension|extensión|extn|ext|x|anexo|interno|int|ramal)\s*[.:=#]?)\s*[0-9]{1,7}\s*\)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();
}
