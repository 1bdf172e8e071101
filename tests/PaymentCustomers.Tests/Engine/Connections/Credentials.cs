using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Connections;

internal static class Credentials
{
    /// <summary>A credential that the provider accepts.</summary>
    public static ProviderCredential Of(string provider) => provider == "Dots"
        ? new ProviderCredential(TestConnections.ClientId, TestConnections.DotsKey)
        : new ProviderCredential(null, TestConnections.OnePayKey);
}
