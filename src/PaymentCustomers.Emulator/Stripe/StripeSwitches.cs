namespace PaymentCustomers.Emulator;

/// <summary>How an update treats the parts of an address that it does not contain (contracts/stripe.md describes it for fields only).</summary>
public enum StripeAddressUpdate
{
    /// <summary>They are unset: the address is replaced as a whole.</summary>
    Replaced,

    /// <summary>They are kept.</summary>
    Merged,
}
