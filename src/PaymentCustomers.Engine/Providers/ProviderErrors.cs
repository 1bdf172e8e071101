namespace PaymentCustomers.Engine.Providers;

/// <summary>What can go wrong with any provider before a request leaves, or while its list is read.</summary>
internal static class ProviderErrors
{
    /// <summary>The credential is of the wrong kind, or none was given.</summary>
    public static PaymentException Credential(string message, string? action = null) =>
        new(new PaymentError(PaymentErrorId.CredentialInvalid, message) { RecommendedAction = action ?? ProviderMessages.SeeCredential });

    /// <summary>The provider has no such operation.</summary>
    public static PaymentException OperationUnsupported(PaymentProvider provider, ProviderOperation operation) =>
        new(new PaymentError(PaymentErrorId.OperationUnsupported, ProviderMessages.OperationUnsupported(provider.Name, operation))
        {
            RecommendedAction = ProviderMessages.OperationAction(provider.Name, operation),
        });

    /// <summary>Customers were looked for by a field that the provider does not have.</summary>
    public static PaymentException FilterUnsupported(PaymentProvider provider, CustomerField field) =>
        new(new PaymentError(PaymentErrorId.FieldUnsupported, $"{ProviderMessages.FieldUnsupported(field.ToString(), provider.Name)}.")
        {
            RecommendedAction = ProviderMessages.FilterAction(field),
        });

    /// <summary>The list cannot be followed to its end.</summary>
    public static PaymentException ListBroken(string provider, string problem, string? action = null) =>
        new(new PaymentError(PaymentErrorId.ResponseInvalid, ProviderMessages.ListBroken(provider, problem))
        {
            RecommendedAction = action ?? ProviderMessages.ListBrokenAction,
        });
}
