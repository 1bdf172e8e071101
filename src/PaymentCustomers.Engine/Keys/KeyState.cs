namespace PaymentCustomers.Engine.Keys;

/// <summary>What is known of a key.</summary>
internal enum KeyState : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A request was about to be sent for it; what became of that is not known.</summary>
    Started,

    /// <summary>The customer was created.</summary>
    Created,

    /// <summary>The provider had the customer already.</summary>
    Existing,

    /// <summary>It failed; it may be tried again.</summary>
    Failed,

    /// <summary>Nobody can say whether the customer was created.</summary>
    Unknown,

    /// <summary>It was started but not sent.</summary>
    Withdrawn,

    /// <summary>The customer was changed.</summary>
    Updated,
}
