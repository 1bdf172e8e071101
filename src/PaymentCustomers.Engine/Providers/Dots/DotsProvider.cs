namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>The provider Dots: payment customers, API v2 (contracts/dots.md).</summary>
internal static class DotsProvider
{
    public const string Name = "Dots";

    public static PaymentProvider Create() => new()
    {
        Name = Name,
        Capabilities = new ProviderCapabilities { ShowsKey = true },
        Access = new DotsAccess(),
        Format = new DotsFormat(),
        Listing = new DotsListing(),
        Errors = new DotsErrors(),
    };
}
