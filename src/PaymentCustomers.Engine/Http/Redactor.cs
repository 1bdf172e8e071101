using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Providers.Dots;

namespace PaymentCustomers.Engine.Http;

/// <summary>Takes a connection's secrets out of texts that came from outside, in every spelling that a server may echo.</summary>
internal sealed class Redactor
{
    private readonly string[] _spellings;

    public Redactor(PaymentConnection connection, IPaymentProvider provider)
    {
        var key = connection.ApiKey.Reveal();
        string[] secrets = provider is DotsProvider
            ? [key, DotsProvider.BasicToken(connection.ClientId.Reveal(), key), $"{connection.ClientId.Reveal()}:{key}"]
            : [key];
        // Longest first, so that no part is left of a spelling that holds another.
        _spellings = [.. secrets.SelectMany(Spellings).Distinct().OrderByDescending(spelling => spelling.Length)];
    }

    public string Redact(string text)
    {
        foreach (var spelling in _spellings)
            text = text.Replace(spelling, "***", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var base64 = Convert.ToBase64String(bytes);
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return JsonEncodedText.Encode(secret).ToString();
        yield return base64;
        yield return base64.TrimEnd('=');
        yield return base64.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        yield return Uri.EscapeDataString(base64);
        yield return Convert.ToHexString(bytes);
    }
}
