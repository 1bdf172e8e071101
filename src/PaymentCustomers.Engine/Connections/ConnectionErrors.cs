using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Why there is no connection.</summary>
internal static class ConnectionErrors
{
    /// <summary>Nobody is connected.</summary>
    /// <param name="provider">The provider that a connection was looked for, or null if any would do.</param>
    public static PaymentException NotConnected(PaymentProvider? provider) =>
        new(new PaymentError(PaymentErrorId.NotConnected, ConnectionMessages.NotConnected(provider?.Name))
        {
            RecommendedAction = provider is null
                ? ConnectionMessages.ConnectFirst(null)
                : ConnectionMessages.ConnectOrSet(provider.Name, provider.Access.Variables.Names),
        });

    /// <summary>There is no connection of the name that was given.</summary>
    public static PaymentException NoConnectionNamed(string name) =>
        new(new PaymentError(PaymentErrorId.NotConnected, ConnectionMessages.NoConnectionNamed(name))
        {
            RecommendedAction = ConnectionMessages.ConnectAs(name),
        });

    /// <summary>Nobody said which provider's rules to go by.</summary>
    public static PaymentException ProviderUnknown() =>
        new(new PaymentError(PaymentErrorId.NotConnected, ConnectionMessages.NotConnected(null))
        {
            RecommendedAction = ConnectionMessages.NameProvider,
        });

    /// <summary>The provider, an address or an option of a connection cannot be used.</summary>
    public static PaymentException Invalid(string message, string? action = null) =>
        new(new PaymentError(PaymentErrorId.ConnectionInvalid, message) { RecommendedAction = action ?? ProviderMessages.SeeProviders });
}
