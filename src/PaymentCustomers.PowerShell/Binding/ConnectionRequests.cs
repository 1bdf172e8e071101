using System.Management.Automation;
using System.Net;
using System.Security;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.PowerShell.Binding;

/// <summary>Converts PowerShell credentials to the engine's.</summary>
internal static class ConnectionRequests
{
    /// <summary>The given credential; null if none was given.</summary>
    /// <exception cref="PaymentException">Both kinds were given.</exception>
    public static ProviderCredential? Credential(PSCredential? credential, SecureString? apiKey)
    {
        if (credential is not null && apiKey is not null)
            throw Contradiction("Credential", "ApiKey");
        if (apiKey is not null)
            return new ProviderCredential(null, Plain(apiKey));
        if (credential is null)
            return null;
        return new ProviderCredential(credential.UserName, Plain(credential.Password));
    }

    public static PaymentException Contradiction(string first, string second) => new(
        new PaymentError(PaymentErrorId.ConnectionInvalid, Messages.CannotBeTogether(first, second))
        {
            RecommendedAction = Messages.LeaveOut(second),
        });

    /// <summary>A connection parameter was given with an empty value.</summary>
    public static PaymentException WithoutValue(string parameter) => new(
        new PaymentError(
            parameter is "Credential" or "ApiKey" ? PaymentErrorId.CredentialInvalid : PaymentErrorId.ConnectionInvalid,
            Messages.WithoutValue(parameter))
        {
            RecommendedAction = Messages.GiveValueOrLeaveOut(parameter),
        });

    public static PaymentException ProviderMissing(string given) => new(
        new PaymentError(PaymentErrorId.ConnectionInvalid, Messages.NeedsProvider(given))
        {
            RecommendedAction = Messages.AddProvider(PaymentProviders.Names),
        });

    private static string Plain(SecureString secret) => new NetworkCredential("", secret).Password;
}
