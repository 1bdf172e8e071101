using System.Globalization;
using System.Text;

namespace PaymentCustomers.Engine.Imports.Mapping;

/// <summary>
/// Reads a PowerShell data file (.psd1) without PowerShell, as far as mappings need it: hashtables, quoted texts, numbers,
/// <c>$true</c>, <c>$false</c>, <c>$null</c> and comments. Executes nothing.
/// </summary>
internal sealed class DataFile
{
    private const char SingleQuote = '\'';
    private const char DoubleQuote = '"';

    private readonly string _text;
    private int _position;

    private DataFile(string text) => _text = text;

    /// <summary>Reads a data file.</summary>
    /// <returns>The hashtable of the file; its values are texts, hashtables or null.</returns>
    /// <exception cref="FormatException">The file is not a data file. The message names the line.</exception>
    public static Dictionary<string, object?> Parse(string text)
    {
        var file = new DataFile(text.TrimStart('\uFEFF'));
        file.SkipBlank(lines: true);
        var table = file.Table();
        file.SkipBlank(lines: true);
        return file._position == file._text.Length ? table : throw file.Wrong();
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private Dictionary<string, object?> Table()
    {
        if (!Take("@{"))
            throw Wrong();
        var table = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            SkipSeparators();
            if (Take("}"))
                return table;
            var name = Name();
            SkipBlank(lines: false);
            if (!Take("="))
                throw Wrong();
            SkipBlank(lines: true);
            if (!table.TryAdd(name, Value()))
                throw Wrong();
            SkipBlank(lines: false);
            if (Current is not (';' or '\r' or '\n' or '}'))
                throw Wrong();
        }
    }

    private string Name() => Current is SingleQuote or DoubleQuote ? Quoted() : Word();

    private object? Value() => Current switch
    {
        '@' => Table(),
        SingleQuote or DoubleQuote => Quoted(),
        '$' => Constant(),
        _ => Number(),
    };

    private string Word()
    {
        var start = _position;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '.')
            _position++;
        return _position > start ? _text[start.._position] : throw Wrong();
    }

    private string Number()
    {
        var word = Word();
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? word : throw Wrong();
    }

    private string? Constant()
    {
        _position++;
        return Word().ToUpperInvariant() switch
        {
            "TRUE" => "true",
            "FALSE" => "false",
            "NULL" => null,
            _ => throw Wrong(),
        };
    }

    private string Quoted()
    {
        var quote = Current;
        var text = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            if (Current == quote)
            {
                _position++;
                if (Current != quote)
                    return text.ToString();
            }
            // PowerShell would expand these characters in double quotes.
            else if (quote == DoubleQuote && Current is '$' or '`')
            {
                throw Wrong();
            }

            text.Append(Current);
        }

        throw Wrong();
    }

    private void SkipSeparators()
    {
        do
            SkipBlank(lines: true);
        while (Take(";"));
    }

    private void SkipBlank(bool lines)
    {
        while (_position < _text.Length)
        {
            if (Take("<#"))
                _position = _text.IndexOf("#>", _position, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : _text.Length;
            else if (Current == '#')
                _position = _text.IndexOf('\n', _position) is >= 0 and var line ? line : _text.Length;
            else if (char.IsWhiteSpace(Current) && (lines || Current is not ('\r' or '\n')))
                _position++;
            else
                return;
        }
    }

    private bool Take(string expected)
    {
        if (!_text.AsSpan(_position).StartsWith(expected, StringComparison.Ordinal))
            return false;
        _position += expected.Length;
        return true;
    }

    private FormatException Wrong() =>
        new(MappingMessages.WrongLine(1 + _text.AsSpan(0, Math.Min(_position, _text.Length)).Count('\n')));
}
