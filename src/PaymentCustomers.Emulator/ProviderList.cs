using PaymentCustomers.Emulator.Dots;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.OnePay;
using PaymentCustomers.Emulator.Stripe;

namespace PaymentCustomers.Emulator;

/// <summary>The list of providers. A new provider takes a folder and a line here.</summary>
internal static class ProviderList
{
    public static IReadOnlyList<IProviderDefinition> All { get; } =
    [
        new DotsDefinition(),
        new OnePayDefinition(),
        new StripeDefinition(),
    ];
}
