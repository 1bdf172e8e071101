using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Import;

/// <summary>What to do about an error, in the words of this program where the engine's are a cmdlet's.</summary>
internal static class Advice
{
    private const string SeeHelp = "See 'payment-customers import --help'.";

    public static string? For(PaymentError error, PaymentProvider provider) => error.Id switch
    {
        PaymentErrorId.CredentialInvalid =>
            $"Set {string.Join(" and ", provider.Access.Variables.Names)}, or give the same on standard input with --credential-stdin.",
        PaymentErrorId.ConnectionInvalid => SeeHelp,
        PaymentErrorId.OutcomeUnknown when provider.Capabilities.HonoursKey =>
            "Import the row again: its idempotency key makes that harmless.",
        PaymentErrorId.OutcomeUnknown =>
            "Import the rejects as they are, ten minutes later: the row carries its key, and is looked up by it before it is sent again.",
        _ => error.RecommendedAction,
    };
}
