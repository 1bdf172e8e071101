using System.Net.Http.Headers;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Where a provider is, and how it is told who asks.</summary>
internal abstract class ProviderAccess
{
    /// <summary>The environment variables that hold its credential.</summary>
    public abstract CredentialVariables Variables { get; }

    /// <summary>How its credential is given, for people.</summary>
    public abstract string CredentialHelp { get; }

    /// <summary>The options that a connection to it may have, by the names of their parameters, such as <c>AppId</c>.</summary>
    public virtual IReadOnlyList<string> Options => [];

    /// <summary>The base address of an environment.</summary>
    public abstract Uri BaseUri(PaymentEnvironment environment);

    /// <summary>The most requests a second that the provider takes at its own address; null if it does not say.</summary>
    public virtual int? RateLimit(PaymentEnvironment environment) => null;

    /// <summary>Checks that a credential is of the provider's kind, and tells which environment it belongs to.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="requested">The environment that was asked for; null if none was.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.CredentialInvalid"/>.</exception>
    public abstract PaymentEnvironment CheckCredential(ProviderCredential credential, PaymentEnvironment? requested);

    /// <summary>Sets the headers that say who asks.</summary>
    public abstract void Authorize(HttpRequestHeaders headers, PaymentConnection connection);

    /// <summary>The texts of a connection that must never be shown: the key, and every token that is made of it.</summary>
    public virtual IEnumerable<string> Secrets(PaymentConnection connection) => [connection.ApiKey.Reveal()];
}

/// <summary>The environment variables that hold a credential.</summary>
/// <param name="ApiKey">The variable of the secret key.</param>
/// <param name="ClientId">The variable of the client id; null for a provider that has none.</param>
internal sealed record CredentialVariables(string ApiKey, string? ClientId = null)
{
    /// <summary>Their names, in the order in which people give the values.</summary>
    public IEnumerable<string> Names => ClientId is null ? [ApiKey] : [ClientId, ApiKey];
}
