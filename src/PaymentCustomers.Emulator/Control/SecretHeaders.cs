using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Emulator.Control;

/// <summary>
/// Headers that hold credentials, as reports show them: the scheme, and a digest of the rest that only who has the token
/// can make too. So a test can tell which credential was sent, and a report that is kept gives none away.
/// </summary>
internal static class SecretHeaders
{
    private static readonly FrozenSet<string> Names =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Authorization", "Proxy-Authorization", "Cookie");

    /// <summary>A header's value as it may be shown.</summary>
    public static string Show(string name, string value, string token)
    {
        if (!Names.Contains(name))
            return value;
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(value[(space + 1)..]));
        return $"{value[..(space + 1)]}hmac-sha256:{Convert.ToHexStringLower(digest)}";
    }
}
