namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Errors of files that cannot be imported. Nothing was sent.</summary>
internal static class InputErrors
{
    public static PaymentException Of(string message, string? action = null, Exception? cause = null) =>
        new(new PaymentError(PaymentErrorId.InputInvalid, message) { RecommendedAction = action }, cause);
}
