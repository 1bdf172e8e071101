namespace PaymentCustomers.Engine.Imports;

/// <summary>Errors of an import as a whole.</summary>
internal static class ImportErrors
{
    public static PaymentException Of(PaymentErrorId id, string message, string? action = null) =>
        new(new PaymentError(id, message) { RecommendedAction = action });

    /// <summary>A run in production was not confirmed.</summary>
    public static PaymentException NotConfirmed(bool isAsked, string option) => isAsked
        ? Of(PaymentErrorId.NotConfirmed, ImportMessages.Declined)
        : Of(PaymentErrorId.NotConfirmed, ImportMessages.NobodyToAsk, ImportMessages.NobodyToAskAction(option));
}
