namespace PaymentCustomers.Engine.Keys;

/// <summary>The state of an idempotency key.</summary>
internal enum KeyState : byte
{
    /// <summary>The key is not known.</summary>
    None,

    /// <summary>A request was about to be sent for it. The result is not known.</summary>
    Started,

    /// <summary>The customer was created.</summary>
    Created,

    /// <summary>The customer existed at the provider before.</summary>
    Existing,

    /// <summary>The request failed. It may be tried again.</summary>
    Failed,

    /// <summary>It is not known whether the customer was created.</summary>
    Unknown,

    /// <summary>The row was started but not sent.</summary>
    Withdrawn,

    /// <summary>The customer was changed.</summary>
    Updated,
}
