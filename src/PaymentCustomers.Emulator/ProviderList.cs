using PaymentCustomers.Emulator.Dots;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.OnePay;
using PaymentCustomers.Emulator.Stripe;

namespace PaymentCustomers.Emulator;

/// <summary>The providers there are. A new one is a folder and a line here.</summary>
internal static class ProviderList
{
    public static IReadOnlyList<IProviderDefinition> All { get; } =
    [
        new DotsDefinition(),
        new OnePayDefinition(),
        new StripeDefinition(),
    ];
}
