using System.Net;

namespace PaymentCustomers.Engine.Http;

/// <summary>Finds the passwords of proxies, which the system includes in its error messages.</summary>
internal static class ProxySecrets
{
    // Redacting a shorter text would damage every message.
    private const int Shortest = 4;

    private static readonly string[] Variables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

    public static IEnumerable<string> Of(PaymentConnection connection)
    {
        var given = connection.ProxyCredential is NetworkCredential credential ? credential.Password : null;
        var system = Variables.Select(Environment.GetEnvironmentVariable).SelectMany(Passwords);
        return system.Append(given).OfType<string>().Where(password => password.Length >= Shortest);
    }

    private static IEnumerable<string> Passwords(string? address)
    {
        // Parsed like .NET does: the scheme is optional, and the last at sign ends the user information.
        if (address is null || address.LastIndexOf('@') is not (> 0 and var at))
            return [];
        var user = address[..at];
        user = user[(user.LastIndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..];
        var password = user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return [password, Uri.UnescapeDataString(password)];
    }
}
