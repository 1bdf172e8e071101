namespace PaymentCustomers.Engine.Text;

/// <summary>Checks that apply to the values of all fields: signs of a wrong encoding or a damaged file.</summary>
internal static class TextChecks
{
    // The characters of the bytes 0x80 to 0x9F in Windows-1252. In Latin-1 they are control characters.
    private const string Windows1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    /// <summary>What is wrong with the text, whatever its field is; null if nothing is.</summary>
    public static string? Problem(string value, int maxLength, bool allowsLines = false)
    {
        if (value.Length > maxLength)
            return TextMessages.TooLong(value.Length, maxLength);
        // Fast path: most texts are plain ASCII.
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return null;
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            if (character is '\uFFFD' or '\uFFFE' or '\uFFFF')
                return TextMessages.WrongEncoding(character);
            if (character is 'Ã' or 'Â' && ((i + 1 < value.Length && IsContinuation(value[i + 1])) || (i > 0 && char.IsLower(value[i - 1]))))
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

    /// <summary>Whether a character is what the second byte of a UTF-8 sequence looks like when bytes are read as characters.</summary>
    private static bool IsContinuation(char character) =>
        character is >= '\u0080' and <= '\u00BF' || Windows1252.Contains(character, StringComparison.Ordinal);
}
