using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Emulation;

/// <summary>A credential of the correct form that only an emulator accepts.</summary>
internal static class EmulatorCredential
{
    private const string Word = "emulator";

    /// <param name="provider">The provider.</param>
    /// <param name="environment">The environment; null for the sandbox.</param>
    public static ProviderCredential Of(PaymentProvider provider, PaymentEnvironment? environment) => new(
        provider.Access.Variables.ClientId is null ? null : Word,
        (environment == PaymentEnvironment.Production ? "sk_live_" : "sk_test_") + Word);
}
