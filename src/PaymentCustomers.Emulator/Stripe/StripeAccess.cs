using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Checks the key and the API version of requests (contracts/stripe.md, "Endpoints").</summary>
internal static partial class StripeAccess
{
    /// <summary>What is wrong with the key or the version; null if both are valid. The key identifies the account.</summary>
    public static StripeProblem? Check(ProviderRequest request, EmulatorOptions options, out string key)
    {
        key = KeyOf(request) ?? "";
        if (key.Length == 0)
            return StripeProblem.NoKey;
        if (key.StartsWith("pk_", StringComparison.Ordinal))
            return StripeProblem.PublicKey;
        if (!KeyPattern().IsMatch(key) || (options.StripeAcceptedKeys.Count > 0 && !options.StripeAcceptedKeys.Contains(key)))
            return StripeProblem.BadKey(key);
        var version = request.Header("Stripe-Version");
        return version.Count == 0 || (version.Count == 1 && IsVersion(version[0]!)) ? null : StripeProblem.BadVersion(version.ToString());
    }

    /// <summary>The key of a request, well-formed or not: a bearer token, or the user name of basic authentication.</summary>
    public static string? KeyOf(ProviderRequest request) =>
        After("Bearer ", request.Authorization) ?? (After("Basic ", request.Authorization) is { } encoded ? UserName(encoded) : null);

    public static bool IsLive(string key) => key.AsSpan().IndexOf("_live_", StringComparison.Ordinal) == 2;

    private static string? After(string scheme, StringValues authorization) =>
        authorization.Count == 1 && authorization[0]!.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[0]![scheme.Length..].Trim()
            : null;

    private static string? UserName(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.Split(':', 2)[0];
    }

    // Later versions have a name: 2024-09-30.acacia.
    private static bool IsVersion(string text) =>
        VersionPattern().IsMatch(text)
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^[sr]k_(test|live)_[!-~]+\z")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(\.[a-z]+)?\z")]
    private static partial Regex VersionPattern();
}
