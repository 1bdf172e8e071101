using System.Globalization;
using System.Text;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Encodings of text files by name or number. They throw on invalid bytes.</summary>
internal static class FileEncodings
{
    /// <summary>The encoding with a name (<c>windows-1252</c>) or a code page number (<c>1252</c>); null if there is none.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            var page = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number)
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            var strict = (Encoding)page.Clone();
            strict.EncoderFallback = EncoderFallback.ExceptionFallback;
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return strict;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
