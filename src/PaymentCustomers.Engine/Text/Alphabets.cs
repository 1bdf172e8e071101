namespace PaymentCustomers.Engine.Text;

/// <summary>Finds words with letters of several alphabets. Some letters look the same in all of them.</summary>
internal static class Alphabets
{
    /// <summary>Whether a word has both Latin and Cyrillic or Greek letters.</summary>
    public static bool AreMixed(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return false;
        var (hasLatin, hasOther) = (false, false);
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character))
                (hasLatin, hasOther) = (false, false);
            else if (char.IsAsciiLetter(character) || character is >= '\u00C0' and <= '\u024F')
                hasLatin = true;
            else if (character is >= '\u0370' and <= '\u052F')
                hasOther = true;
            if (hasLatin && hasOther)
                return true;
        }

        return false;
    }
}
