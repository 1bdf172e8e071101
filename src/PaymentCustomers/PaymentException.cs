namespace PaymentCustomers;

/// <summary>The exception for every error that <see cref="PaymentErrorId"/> names, and the exception in all error records of the module.</summary>
public sealed class PaymentException : Exception
{
    /// <param name="error">What went wrong.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PaymentException(PaymentError error, Exception? innerException = null)
        : base(error.Message, innerException) => Error = error;

    /// <summary>The complete description of the error.</summary>
    public PaymentError Error { get; }
}
