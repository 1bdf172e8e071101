namespace PaymentCustomers.Engine.Imports.Writing;

/// <summary>Errors of files that cannot be written.</summary>
internal static class OutputErrors
{
    public static PaymentException Of(string message, string? action, Exception? cause = null) =>
        new(new PaymentError(PaymentErrorId.OutputFailed, message) { RecommendedAction = action }, cause);
}
