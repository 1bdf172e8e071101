using System.Net;

namespace PaymentCustomers.Engine.Http;

/// <summary>The passwords of proxies, which the system puts into what it says of an attempt that failed.</summary>
internal static class ProxySecrets
{
    // A shorter one would blacken every text.
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
        // As .NET reads it: the scheme may be left out, and the last at sign ends the user.
        if (address is null || address.LastIndexOf('@') is not (> 0 and var at))
            return [];
        var user = address[..at];
        user = user[(user.LastIndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..];
        var password = user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return [password, Uri.UnescapeDataString(password)];
    }
}
