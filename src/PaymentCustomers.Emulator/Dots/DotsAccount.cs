using System.Text;
using Microsoft.Extensions.Primitives;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>Authenticates requests (contracts/dots.md, "Authentication").</summary>
internal static class DotsAccount
{
    /// <summary>The header with the app that an organization acts for.</summary>
    public const string AppIdHeader = "Api-App-Id";

    /// <summary>An account is a client id, plus the app it acts for. All API keys of a client see the same customers.</summary>
    public static string Of(string clientId, string? appId) => appId is null ? clientId : $"{clientId}\0{appId}";

    public static string Of(string clientId, ProviderRequest request)
    {
        var appId = request.Header(AppIdHeader);
        return Of(clientId, appId.Count == 1 ? appId[0] : null);
    }

    /// <summary>The client id of well-formed and accepted credentials; null otherwise.</summary>
    public static string? Authenticate(StringValues authorization, IReadOnlyList<string> accepted)
    {
        const string Scheme = "Basic ";
        if (authorization.Count != 1 || !authorization[0]!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var encoded = authorization[0].AsSpan(Scheme.Length).Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(encoded, bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == pair.Length - 1)
            return null;
        return accepted.Count == 0 || accepted.Contains(pair) ? pair[..colon] : null;
    }
}
