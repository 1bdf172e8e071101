namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>The provider Stripe: customers, API v1 (contracts/stripe.md).</summary>
internal static class StripeProvider
{
    public const string Name = "Stripe";

    public static PaymentProvider Create() => new()
    {
        Name = Name,
        Capabilities = new ProviderCapabilities
        {
            CanDelete = true,
            CanUpdate = true,
            HonoursKey = true,
            // "At least 24 hours" (Idempotency). One hour less, because a request is recorded before it is sent.
            KeyLifetime = TimeSpan.FromHours(23),
            ShowsKey = true,
            ServerFilters = [CustomerField.Email],
        },
        Access = new StripeAccess(),
        Format = new StripeFormat(),
        Listing = new StripeListing(),
        Errors = new StripeErrors(),
    };
}
