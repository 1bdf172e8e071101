using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCustomers.Emulator.Control;

/// <summary>
/// Shows headers with credentials in reports: the scheme, and a digest of the rest that only the owner of the token can compute. A
/// test can check which credential was sent, and a stored report reveals none.
/// </summary>
internal static class SecretHeaders
{
    private static readonly FrozenSet<string> Names =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Authorization", "Proxy-Authorization", "Cookie");

    /// <summary>The value of a header in the form that reports show.</summary>
    public static string Show(string name, string value, string token)
    {
        if (!Names.Contains(name))
            return value;
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(value[(space + 1)..]));
        return $"{value[..(space + 1)]}hmac-sha256:{Convert.ToHexStringLower(digest)}";
    }
}
