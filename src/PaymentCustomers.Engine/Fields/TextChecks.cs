namespace PaymentCustomers.Engine.Fields;

/// <summary>What no value of any field may hold: marks of a file that was read wrongly or is broken.</summary>
internal static class TextChecks
{
    /// <summary>What is wrong with the text whatever its field, or null.</summary>
    public static string? Problem(string value, int maxLength, bool allowsLines = false)
    {
        if (value.Length > maxLength)
            return Messages.TooLong(value.Length, maxLength);
        // Most texts are plain.
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return null;
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character == '\uFFFD')
                return Messages.WrongEncoding;
            if (allowsLines && character is '\r' or '\n' or '\t')
                continue;
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
                return Messages.ControlCharacter(character, i + 1);
            if (!char.IsSurrogate(character))
                continue;
            if (!char.IsHighSurrogate(character) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                return Messages.HalfCharacter(i + 1);
            i++;
        }

        return null;
    }
}
