using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Import;

/// <summary>Recommended actions in terms of this program, where the engine's name a cmdlet.</summary>
internal static class Advice
{
    /// <param name="error">The error.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="command">The command that was run. Its help lists its options.</param>
    public static string? For(PaymentError error, PaymentProvider provider, string command) => error.Id switch
    {
        PaymentErrorId.CredentialInvalid =>
            $"Set {string.Join(" and ", provider.Access.Variables.Names)}, or pass the credential on standard input with --credential-stdin.",
        PaymentErrorId.ConnectionInvalid => $"See 'payment-customers {command} --help'.",
        PaymentErrorId.OutcomeUnknown when provider.Capabilities.HonoursKey =>
            "Import the row again. Its idempotency key prevents a second customer.",
        PaymentErrorId.OutcomeUnknown =>
            "Wait ten minutes. Then import the reject file without changes: it contains the idempotency key of the row, and the row is looked up by this key before it is sent.",
        _ => error.RecommendedAction,
    };
}
