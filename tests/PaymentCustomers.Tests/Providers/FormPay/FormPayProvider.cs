using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>
/// A provider that is made up, and lives in these tests only. It differs from the real ones wherever a provider may: it
/// shows that a provider is a folder, and nothing of the engine is edited for it.
/// </summary>
internal static class FormPayProvider
{
    public const string Name = "FormPay";

    public static PaymentProvider Create() => new()
    {
        Name = Name,
        // The key can be relied on for ever, but customers neither show it nor can be looked up by document.
        Capabilities = new ProviderCapabilities { CanDelete = true, HonoursKey = true },
        Access = new FormPayAccess(),
        Format = new FormPayFormat(),
        Listing = new FormPayListing(),
        Errors = new FormPayErrors(),
    };
}
