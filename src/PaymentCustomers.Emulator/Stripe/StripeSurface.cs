using PaymentCustomers.Emulator.Stripe;

namespace PaymentCustomers.Emulator;

/// <content>Stripe among the providers.</content>
public sealed partial class EmulatedProvider
{
    /// <summary>contracts/stripe.md.</summary>
    public static EmulatedProvider Stripe { get; } = new("stripe");
}

/// <content>Where Stripe is.</content>
public sealed partial class ProviderEmulator
{
    /// <summary>Stripe's base address.</summary>
    public Uri StripeBaseUri => BaseUriOf(EmulatedProvider.Stripe);
}

/// <content>What Stripe has.</content>
public sealed partial class EmulatorStore
{
    /// <summary>All Stripe customers, of every key, in order of creation.</summary>
    public IReadOnlyList<StoredCustomer<StripeFields>> StripeCustomers => Of<StripeApi>().Book.Snapshot();

    /// <summary>The number of Stripe customers.</summary>
    public int StripeCount => Of<StripeApi>().Count;
}

/// <content>How Stripe behaves.</content>
public sealed partial record EmulatorOptions
{
    /// <summary>
    /// Stripe: secret and restricted keys let in; empty lets in every well-formed <c>sk_test_</c>, <c>sk_live_</c>,
    /// <c>rk_test_</c> or <c>rk_live_</c> key.
    /// </summary>
    public IReadOnlyList<string> StripeAcceptedKeys { get; init; } = [];

    /// <summary>Stripe: milliseconds until an idempotency key is forgotten, by the emulator's clock (contract: at least 24 hours).</summary>
    public int StripeKeyLifetimeMs { get; init; } = 24 * 60 * 60 * 1000;

    /// <summary>Stripe: what becomes of the parts of an address that an update does not name.</summary>
    public StripeAddressUpdate StripeAddressUpdate { get; init; }
}
