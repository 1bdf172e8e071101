namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>The provider OnePay Colombia: customers, API v1 (contracts/onepay.md).</summary>
internal static class OnePayProvider
{
    public const string Name = "OnePay";

    public static PaymentProvider Create() => new()
    {
        Name = Name,
        Capabilities = new ProviderCapabilities { CanDelete = true, HonoursKey = true, ServerFilters = [CustomerField.DocumentNumber] },
        Access = new OnePayAccess(),
        Format = new OnePayFormat(),
        Listing = new OnePayListing(),
        Errors = new OnePayErrors(),
    };
}
