using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Fields;

/// <summary>Finds the e-mail address in a cell with additional text, as address books and spreadsheets write it.</summary>
internal static partial class EmailText
{
    private const string Scheme = "mailto:";
    private static readonly char[] Separators = [' ', ';', ',', '|', '/', '\t', '<', '>', ':'];

    private static readonly (char Open, char Close)[] Brackets = [('<', '>'), ('(', ')'), ('[', ']')];

    private const string Quotes = "'\"`‘’“”";

    // Characters that may surround an address and are not part of one.
    private const string Marks = "<>[](){};,|:";

    /// <summary>The address alone, if the cell contains one address with punctuation or its owner's name; otherwise the cell unchanged.</summary>
    public static string Address(string text)
    {
        var rest = text.Trim();
        // The forms "Name <address>" and "Name (address)".
        foreach (var (open, close) in Brackets)
        {
            if (rest[^1] == close && rest.LastIndexOf(open) is var start and >= 0 && Inner(rest, start) is { } inner && !rest[..start].Contains('@', StringComparison.Ordinal))
                return Bare(inner);
        }

        return Bare(rest);
    }

    /// <summary>Whether a cell contains several addresses.</summary>
    public static bool HoldsSeveral(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Count(part => part.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && at < part.Length - 1) > 1;

    /// <summary>
    /// Whether a text is an e-mail address by JSON Schema's <c>email</c> format (RFC 5321), which the contracts use
    /// (contracts/openapi). Also rejects forms that mail systems do not accept: quoted names, and numeric addresses as the domain.
    /// </summary>
    public static bool IsSound(string text) => text.Length <= 254 && Sound().IsMatch(text);

    /// <summary>The address with its domain in the form that mail systems send: <c>café.co</c> becomes <c>xn--caf-dma.co</c>.</summary>
    public static string WithPlainDomain(string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at < 0 || System.Text.Ascii.IsValid(address.AsSpan(at)))
            return address;
        try
        {
            return address[..(at + 1)] + new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return address;
        }
    }

    /// <summary>Whether the part before the @ has letters that few mail systems support.</summary>
    public static bool HasForeignLetters(string address) => address.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && address[..at].Any(char.IsLetter) && !System.Text.Ascii.IsValid(address.AsSpan(0, at)) && IsSound("x" + address[at..]);

    private static string? Inner(string text, int start) =>
        text[(start + 1)..^1] is var inner && inner.Contains('@', StringComparison.Ordinal) ? inner : null;

    private static string Bare(string text)
    {
        var bare = text.AsSpan();
        for (var before = -1; bare.Length != before;)
        {
            before = bare.Length;
            bare = bare.Trim().Trim(Quotes).Trim(Marks);
            if (bare.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
                bare = bare[Scheme.Length..];
        }

        return bare.Length == text.Length ? text : bare.ToString();
    }

    [GeneratedRegex(
        @"^(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{2,59})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sound();
}
