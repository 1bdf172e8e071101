using System.Text;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>The line <c>sep=;</c> above a header, by which spreadsheets tell each other the delimiter. They do not show it.</summary>
internal static class SeparatorLine
{
    private const string Start = "sep=";

    // "sep=;" and a comma for every other column of the spreadsheet, or nothing.
    private const int Longest = 256;

    /// <summary>Reads the first line.</summary>
    /// <param name="reader">The text at its beginning.</param>
    /// <param name="lines">How many lines were read: 1 if there was one.</param>
    /// <returns>The delimiter that the line tells; null if the first line is no such line.</returns>
    public static char? Take(TextReader reader, out int lines)
    {
        lines = 0;
        var text = new StringBuilder();
        while (text.Length < Longest && reader.Peek() is >= 0 and not ('\r' or '\n'))
        {
            text.Append((char)reader.Read());
            if (text.Length == Start.Length + 1 && !text.ToString().TrimStart('"').StartsWith("sep", StringComparison.OrdinalIgnoreCase))
                return null;
        }

        var line = text.ToString().Trim('"');
        if (!line.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || line.Length <= Start.Length)
            return null;
        // A tab may have been lost to nothing; what follows the delimiter is only that delimiter again.
        var delimiter = line[Start.Length];
        if (line.AsSpan(Start.Length).ContainsAnyExcept(delimiter) || char.IsLetterOrDigit(delimiter))
            return null;
        if (reader.Peek() == '\r')
            reader.Read();
        if (reader.Peek() == '\n')
            reader.Read();
        lines = 1;
        return delimiter;
    }
}
