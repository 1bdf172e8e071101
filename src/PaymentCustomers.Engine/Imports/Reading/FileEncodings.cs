using System.Globalization;
using System.Text;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Encodings of text files by name or by number. They refuse bytes that they do not know.</summary>
internal static class FileEncodings
{
    /// <summary>The encoding of a name (<c>windows-1252</c>) or of a code page (<c>1252</c>); null if there is none.</summary>
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
