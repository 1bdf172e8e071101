using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>The provider Stripe (contracts/stripe.md).</summary>
internal sealed class StripeDefinition : IProviderDefinition
{
    public EmulatedProvider Provider => EmulatedProvider.Stripe;

    public string BasePath => "/v1";

    // OnePay uses /v1 without its name.
    public bool AnswersWithoutName => false;

    public string RequestIdHeader => "Request-Id";

    public IReadOnlyList<AnswerChange> Changes => StripeChanges.All;

    public IReadOnlyList<EmulatorFault> Faults => StripeFaults.All;

    public string? Problem(EmulatorOptions options) => options.StripeKeyLifetimeMs < 0 ? "stripeKeyLifetimeMs must not be negative." : null;

    public IProviderApi Start(LiveOptions options, Func<Uri> address) => new StripeApi(this, options);
}
