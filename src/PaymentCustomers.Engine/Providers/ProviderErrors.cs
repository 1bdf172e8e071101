namespace PaymentCustomers.Engine.Providers;

/// <summary>Errors of all providers: before a request is sent, and while a list is read.</summary>
internal static class ProviderErrors
{
    /// <summary>The credential is of the wrong kind, or none was given.</summary>
    public static PaymentException Credential(string message, string? action = null) =>
        new(new PaymentError(PaymentErrorId.CredentialInvalid, message) { RecommendedAction = action ?? ProviderMessages.SeeCredential });

    /// <summary>The provider does not have this operation.</summary>
    public static PaymentException OperationUnsupported(PaymentProvider provider, ProviderOperation operation) =>
        new(new PaymentError(PaymentErrorId.OperationUnsupported, ProviderMessages.OperationUnsupported(provider.Name, operation))
        {
            RecommendedAction = ProviderMessages.OperationAction(provider.Name, operation),
        });

    /// <summary>The filter uses a field that the provider does not have.</summary>
    public static PaymentException FilterUnsupported(PaymentProvider provider, CustomerField field) =>
        new(new PaymentError(PaymentErrorId.FieldUnsupported, $"{ProviderMessages.FieldUnsupported(field.ToString(), provider.Name)}.")
        {
            RecommendedAction = ProviderMessages.FilterAction(field),
        });

    /// <summary>The list cannot be read to its end.</summary>
    public static PaymentException ListBroken(string provider, string problem, string? action = null) =>
        new(new PaymentError(PaymentErrorId.ResponseInvalid, ProviderMessages.ListBroken(provider, problem))
        {
            RecommendedAction = action ?? ProviderMessages.ListBrokenAction,
        });
}
