using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Tests.Providers.FormPay;

namespace PaymentCustomers.Tests.Providers;

/// <summary>Every provider with its contract. The tests fail if a provider of the engine has no contract here.</summary>
internal static class ProviderContracts
{
    private static readonly ProviderContract[] Written = [new DotsContract(), new OnePayContract(), new StripeContract(), new FormPayContract()];

    /// <summary>The providers of the engine, and the invented one.</summary>
    public static TheoryData<string> Names => new(PaymentProviders.Names.Append(FormPayProvider.Name));

    /// <summary>Every provider with each shape of its list.</summary>
    public static TheoryData<string, string> Lists =>
        new(from contract in Written from shape in contract.Lists select (contract.Provider.Name, shape.Name));

    /// <summary>Every provider with the index of each of its refusals.</summary>
    public static TheoryData<string, int> Refusals =>
        new(from contract in Written from index in Enumerable.Range(0, contract.Refusals.Count) select (contract.Provider.Name, index));

    public static ProviderContract Of(string provider) =>
        Written.SingleOrDefault(contract => contract.Provider.Name == provider)
            ?? throw new Xunit.Sdk.XunitException($"{provider} has no contract: write one beside DotsContract, and list it in ProviderContracts.");
}
