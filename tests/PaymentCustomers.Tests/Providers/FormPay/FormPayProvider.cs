using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>An invented provider that exists only in these tests. It differs from the real ones wherever a provider may differ, and
/// shows that a new provider needs a folder and no change of the engine.</summary>
internal static class FormPayProvider
{
    public const string Name = "FormPay";

    public static PaymentProvider Create() => new()
    {
        Name = Name,
        // The provider keeps keys for ever, but customers do not show their key and cannot be searched for by document.
        Capabilities = new ProviderCapabilities { CanDelete = true, HonoursKey = true },
        Access = new FormPayAccess(),
        Format = new FormPayFormat(),
        Listing = new FormPayListing(),
        Errors = new FormPayErrors(),
    };
}
