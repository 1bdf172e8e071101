namespace PaymentCustomers.Emulator;

/// <summary>What becomes of the parts of an address that an update does not name (contracts/stripe.md says it of fields only).</summary>
public enum StripeAddressUpdate
{
    /// <summary>They are unset: the address is replaced as a whole.</summary>
    Replaced,

    /// <summary>They stay.</summary>
    Merged,
}
