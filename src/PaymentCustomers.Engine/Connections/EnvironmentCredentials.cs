using PaymentCustomers.Engine.Providers.Dots;
using PaymentCustomers.Engine.Providers.OnePay;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Credentials from environment variables, for runbooks, containers and cron.</summary>
public static class EnvironmentCredentials
{
    private static readonly Dictionary<string, (string? ClientId, string ApiKey)> Variables = new(StringComparer.OrdinalIgnoreCase)
    {
        [DotsProvider.ProviderName] = ("DOTS_CLIENT_ID", "DOTS_API_KEY"),
        [OnePayProvider.ProviderName] = (null, "ONEPAY_API_KEY"),
    };

    /// <summary>The names of a provider's variables.</summary>
    public static IEnumerable<string> Names(string provider) =>
        new[] { Variables[provider].ClientId, Variables[provider].ApiKey }.OfType<string>();

    /// <summary>The credential that the environment holds for a provider, or null if any of its variables is not set.</summary>
    /// <param name="provider">The provider's name.</param>
    /// <param name="variable">Reads an environment variable; null for the process's own.</param>
    public static ProviderCredential? Find(string provider, Func<string, string?>? variable = null)
    {
        variable ??= Environment.GetEnvironmentVariable;
        var names = Variables[provider];
        var clientId = names.ClientId is null ? null : Read(variable, names.ClientId);
        return Read(variable, names.ApiKey) is { } key && (names.ClientId is null || clientId is not null)
            ? new ProviderCredential(clientId, key)
            : null;
    }

    private static string? Read(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
