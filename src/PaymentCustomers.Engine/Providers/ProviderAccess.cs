using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers;

/// <summary>A provider's addresses and authentication.</summary>
internal abstract class ProviderAccess
{
    /// <summary>The environment variables of the credential.</summary>
    public abstract CredentialVariables Variables { get; }

    /// <summary>How to give the credential, for help and messages.</summary>
    public abstract string CredentialHelp { get; }

    /// <summary>The options of a connection to this provider, by parameter name, such as <c>AppId</c>.</summary>
    public virtual IReadOnlyList<string> Options => [];

    /// <summary>The base address of an environment.</summary>
    public abstract Uri BaseUri(PaymentEnvironment environment);

    /// <summary>The maximum request rate per second at the provider's own address; null if it does not state one.</summary>
    public virtual int? RateLimit(PaymentEnvironment environment) => null;

    /// <summary>Checks that a credential has the provider's form, and determines its environment.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="requested">The environment that the user asked for; null if none.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.CredentialInvalid"/>.</exception>
    public abstract PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested);

    /// <summary>Sets the headers for authentication.</summary>
    public abstract void Authorize(HttpRequestHeaders headers, PaymentConnection connection);

    /// <summary>The texts of a connection that must never be shown: the key, and every token derived from it.</summary>
    public virtual IEnumerable<string> Secrets(PaymentConnection connection) => [connection.ApiKey.Reveal()];
}

/// <summary>The environment variables that hold a credential.</summary>
/// <param name="ApiKey">The variable of the secret key.</param>
/// <param name="ClientId">The variable of the client id; null for a provider without client ids.</param>
internal sealed record CredentialVariables(string ApiKey, string? ClientId = null)
{
    /// <summary>The names of the variables, in the order in which users give the values.</summary>
    public IEnumerable<string> Names => ClientId is null ? [ApiKey] : [ClientId, ApiKey];
}
