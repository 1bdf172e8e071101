using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Reads credentials from environment variables, for runbooks, containers and cron jobs.</summary>
internal static class EnvironmentCredentials
{
    /// <summary>A provider's credential from the environment, or null if one of its variables is not set.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="variable">Reads an environment variable; null to read the variables of this process.</param>
    public static ProviderCredential? Find(PaymentProvider provider, Func<string, string?>? variable = null)
    {
        variable ??= Environment.GetEnvironmentVariable;
        var names = provider.Access.Variables;
        var clientId = names.ClientId is null ? null : Read(variable, names.ClientId);
        return Read(variable, names.ApiKey) is { } key && (names.ClientId is null || clientId is not null)
            ? new ProviderCredential(clientId, key)
            : null;
    }

    private static string? Read(Func<string, string?> variable, string name) =>
        variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
