using PaymentCustomers.Emulator.Stripe;

namespace PaymentCustomers.Emulator;

/// <content>The provider Stripe.</content>
public sealed partial class EmulatedProvider
{
    /// <summary>Stripe (contracts/stripe.md).</summary>
    public static EmulatedProvider Stripe { get; } = new("stripe");
}

/// <content>The address of Stripe.</content>
public sealed partial class ProviderEmulator
{
    /// <summary>Stripe's base address.</summary>
    public Uri StripeBaseUri => BaseUriOf(EmulatedProvider.Stripe);
}

/// <content>The customers of Stripe.</content>
public sealed partial class EmulatorStore
{
    /// <summary>All Stripe customers, of every key, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<StripeFields>> StripeCustomers => Of<StripeApi>().Book.Snapshot();

    /// <summary>The number of Stripe customers.</summary>
    public int StripeCount => Of<StripeApi>().Count;
}

/// <content>The behaviour of Stripe.</content>
public sealed partial record EmulatorOptions
{
    /// <summary>
    /// Stripe: accepted secret and restricted keys; if empty, every well-formed <c>sk_test_</c>, <c>sk_live_</c>,
    /// <c>rk_test_</c> or <c>rk_live_</c> key is accepted.
    /// </summary>
    public IReadOnlyList<string> StripeAcceptedKeys { get; init; } = [];

    /// <summary>Stripe: milliseconds until an idempotency key expires, by the emulator's clock (contract: at least 24 hours).</summary>
    public int StripeKeyLifetimeMs { get; init; } = 24 * 60 * 60 * 1000;

    /// <summary>Stripe: how an update treats the parts of an address that it does not contain.</summary>
    public StripeAddressUpdate StripeAddressUpdate { get; init; }
}
