namespace PaymentCustomers;

/// <summary>Thrown for anything that <see cref="PaymentErrorId"/> names; the exception in every error record of the module.</summary>
public sealed class PaymentException : Exception
{
    /// <param name="error">What went wrong.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public PaymentException(PaymentError error, Exception? innerException = null)
        : base(error.Message, innerException) => Error = error;

    /// <summary>What went wrong, in full.</summary>
    public PaymentError Error { get; }
}
