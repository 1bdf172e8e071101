namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>What reconciliation found out about a doubtful create.</summary>
/// <param name="Customer">The customer that it created, or null.</param>
/// <param name="IsCertain">Without a customer: whether it is certain that there is none.</param>
internal readonly record struct Finding(PaymentCustomer? Customer, bool IsCertain)
{
    /// <summary>
    /// Nothing proves that it is not there, but to send it again makes no second customer. If that is refused, it stays in doubt.
    /// </summary>
    public static Finding Harmless { get; } = new(null, IsCertain: true) { StaysInDoubt = true };

    /// <summary>Whether the row may be sent again, though its customer may be there.</summary>
    public bool StaysInDoubt { get; private init; }

    /// <summary>Nothing can be said.</summary>
    public static Finding Unknown { get; } = new(null, IsCertain: false);

    /// <summary>The ids of the customers that carry the key, if there are several; else null.</summary>
    public IReadOnlyList<string>? Several { get; init; }
}
