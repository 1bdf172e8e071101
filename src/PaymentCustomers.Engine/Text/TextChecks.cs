namespace PaymentCustomers.Engine.Text;

/// <summary>What no value of any field may hold: marks of a file that was read wrongly or is broken.</summary>
internal static class TextChecks
{
    // What Windows-1252 makes of the bytes 0x80 to 0x9F, where Latin-1 has control characters.
    private const string Windows1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    /// <summary>What is wrong with the text whatever its field, or null.</summary>
    public static string? Problem(string value, int maxLength, bool allowsLines = false)
    {
        if (value.Length > maxLength)
            return TextMessages.TooLong(value.Length, maxLength);
        // Most texts are plain.
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return null;
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character is '\uFFFD' or '\uFFFE' or '\uFFFF')
                return TextMessages.WrongEncoding(character);
            if (character is 'Ã' or 'Â' && i + 1 < value.Length && IsContinuation(value[i + 1]))
                return TextMessages.Utf8ReadAs1252;
            if (allowsLines && character is '\r' or '\n' or '\t')
                continue;
            if (char.IsControl(character) || character is '\u2028' or '\u2029')
                return TextMessages.ControlCharacter(character, i + 1);
            if (!char.IsSurrogate(character))
                continue;
            if (!char.IsHighSurrogate(character) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                return TextMessages.HalfCharacter(i + 1);
            i++;
        }

        return null;
    }

    /// <summary>Whether a byte that follows the first of two in UTF-8 looks like this when each is read as a character.</summary>
    private static bool IsContinuation(char character) =>
        character is >= '\u0080' and <= '\u00BF' || Windows1252.Contains(character, StringComparison.Ordinal);
}
