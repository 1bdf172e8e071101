using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Privacy;

/// <summary>Removes a connection's secrets from external text, in every encoding in which a server may return them.</summary>
internal sealed partial class Redactor
{
    private readonly string[] _spellings;

    /// <param name="secrets">The texts that must never be shown.</param>
    public Redactor(IEnumerable<string> secrets)
    {
        // Longest first: a spelling may contain a shorter one, and no part of it may remain.
        _spellings = [.. secrets.SelectMany(Spellings).Distinct().OrderByDescending(spelling => spelling.Length)];
    }

    public string Redact(string text)
    {
        foreach (var spelling in _spellings)
            text = text.Replace(spelling, "***", StringComparison.OrdinalIgnoreCase);
        return UserInfo().Replace(text, "***@");
    }

    public ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> text) =>
        Encoding.UTF8.GetBytes(Redact(Encoding.UTF8.GetString(text.Span)));

    // RFC 3986, 3.2.1: the user and password in an address, such as the address of the system's proxy.
    [GeneratedRegex(@"(?<=://)[^/\s""'<>]*@")]
    private static partial Regex UserInfo();

    private static IEnumerable<string> Spellings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var base64 = Convert.ToBase64String(bytes);
        string[] codes =
        [
            secret, base64, base64.TrimEnd('='), base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'), Convert.ToHexString(bytes),
        ];
        // Escape twice: JSON may be quoted inside JSON, and HTML inside JSON.
        return codes.SelectMany(Escapes).SelectMany(Escapes);
    }

    private static IEnumerable<string> Escapes(string text)
    {
        var json = JsonEncodedText.Encode(text, CanonicalJson.Options.Encoder).ToString();
        return
        [
            text, Uri.EscapeDataString(text), WebUtility.UrlEncode(text), WebUtility.HtmlEncode(text), JsonEncodedText.Encode(text).ToString(),
            // As JavaScript and PHP escape it.
            json, json.Replace("/", "\\/", StringComparison.Ordinal),
        ];
    }
}
