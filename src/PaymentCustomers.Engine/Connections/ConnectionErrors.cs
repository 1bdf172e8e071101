using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Errors of missing and invalid connections.</summary>
internal static class ConnectionErrors
{
    /// <summary>No connection is open.</summary>
    /// <param name="provider">The provider that needs a connection, or null if a connection to any provider would do.</param>
    public static PaymentException NotConnected(PaymentProvider? provider) =>
        new(new PaymentError(PaymentErrorId.NotConnected, ConnectionMessages.NotConnected(provider?.Name))
        {
            RecommendedAction = provider is null
                ? ConnectionMessages.ConnectFirst(null)
                : ConnectionMessages.ConnectOrSet(provider.Name, provider.Access.Variables.Names),
        });

    /// <summary>No connection has the given name.</summary>
    public static PaymentException NoConnectionNamed(string name) =>
        new(new PaymentError(PaymentErrorId.NotConnected, ConnectionMessages.NoConnectionNamed(name))
        {
            RecommendedAction = ConnectionMessages.ConnectAs(name),
        });

    /// <summary>Neither a connection nor a provider was named, so that it is not known which provider's rules apply.</summary>
    public static PaymentException ProviderUnknown() =>
        new(new PaymentError(PaymentErrorId.NotConnected, ConnectionMessages.NotConnected(null))
        {
            RecommendedAction = ConnectionMessages.NameProvider,
        });

    /// <summary>The provider, an address or an option of a connection is not valid.</summary>
    public static PaymentException Invalid(string message, string? action = null) =>
        new(new PaymentError(PaymentErrorId.ConnectionInvalid, message) { RecommendedAction = action ?? ProviderMessages.SeeProviders });
}
