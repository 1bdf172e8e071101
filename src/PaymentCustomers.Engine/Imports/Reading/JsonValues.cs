using System.Text;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>
/// Splits a text into the elements of a JSON array, or into JSON values on separate lines, and holds only one of them in memory.
/// Errors inside a value are left to the JSON parser.
/// </summary>
/// <param name="reader">The text, positioned at its start.</param>
internal sealed class JsonValues(TextReader reader)
{
    // A longer value is caused by a bracket that is not closed, which would load the rest of the file into memory.
    private const int Longest = 16 * 1024 * 1024;

    private readonly StringBuilder _text = new();
    private long _line = 1;
    private bool _isEnded;

    /// <summary>The line on which the last value starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The number of values read.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the values are elements of an array.</summary>
    public bool IsList { get; private set; }

    /// <summary>The next value; null at the end.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: there is other text between the values, or a value has no end.</exception>
    public string? Next()
    {
        while (Read() is { } character)
        {
            if (char.IsWhiteSpace(character))
                continue;
            if (_isEnded)
                throw Broken(ReadingMessages.BehindList);
            if (character == '[' && Count == 0 && !IsList)
                IsList = true;
            else if (character == ']' && IsList)
                _isEnded = true;
            else if (character != ',' || !IsList || Count == 0)
                return Value(character);
        }

        if (IsList && !_isEnded)
            throw Broken(ReadingMessages.ListOpen);
        return null;
    }

    private string Value(char first)
    {
        Line = _line;
        Count++;
        _text.Clear().Append(first);
        var depth = first is '{' or '[' ? 1 : 0;
        var isText = first == '"';
        while (depth > 0 || isText)
        {
            if (Read() is not { } character || _text.Length >= Longest)
                throw Broken(ReadingMessages.ValueOpen);
            _text.Append(character);
            if (isText && character == '\\' && Read() is { } escaped)
                _text.Append(escaped);
            else if (character == '"')
                isText = !isText;
            else if (!isText)
                depth += character switch { '{' or '[' => 1, '}' or ']' => -1, _ => 0 };
        }

        // A value that is neither an object, an array nor a text is read up to the next separator; the parser reports what is wrong with it.
        while (first is not ('{' or '[' or '"') && reader.Peek() is >= 0 and not (',' or ']' or '\r' or '\n'))
            _text.Append(Read());
        return _text.ToString();
    }

    private char? Read()
    {
        var character = reader.Read();
        if (character < 0)
            return null;
        if (character == '\n' || (character == '\r' && reader.Peek() != '\n'))
            _line++;
        return (char)character;
    }

    private PaymentException Broken(string cause) => InputErrors.Of(ReadingMessages.JsonBroken(_line, cause), ReadingMessages.JsonAction);
}
