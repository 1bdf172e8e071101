namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>The result of reconciling a doubtful create.</summary>
/// <param name="Customer">The customer that the create made; null if none was found.</param>
/// <param name="IsCertain">If there is no customer: whether that is certain.</param>
internal readonly record struct Finding(PaymentCustomer? Customer, bool IsCertain)
{
    /// <summary>
    /// It is not certain that the customer does not exist, but sending the row again creates no second one. If that request is rejected, the row stays in doubt.
    /// </summary>
    public static Finding SafeToRepeat { get; } = new(null, IsCertain: true) { StaysInDoubt = true };

    /// <summary>Whether the row may be sent again although its customer may exist.</summary>
    public bool StaysInDoubt { get; private init; }

    /// <summary>The result is not known.</summary>
    public static Finding Unknown { get; } = new(null, IsCertain: false);

    /// <summary>The ids of the customers that carry the key if there are several; otherwise null.</summary>
    public IReadOnlyList<string>? Several { get; init; }

    /// <summary>Why the customer could not be looked up; null if it was.</summary>
    public PaymentError? Error { get; init; }
}
