using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using PaymentCustomers.Tests.Runs;

namespace PaymentCustomers.Tests.Providers;

/// <summary>Tests that apply to every provider: those of the engine, and an invented one that exists only in these tests. Each is
/// compared with its contract. A new provider is tested as soon as it is in the list.</summary>
public sealed partial class ProviderContractTests : RunTest
{
    private const int Person = 7;

    public static TheoryData<string> Providers => ProviderContracts.Names;

    [Fact]
    public void Every_provider_in_the_list_has_a_contract() =>
        Assert.All(PaymentProviders.All, provider => Assert.Same(provider, ProviderContracts.Of(provider.Name).Provider));

    [Fact]
    public void The_error_for_a_provider_without_a_contract_names_it() =>
        Assert.StartsWith(
            "NewPay has no contract: write one", Assert.Throws<Xunit.Sdk.XunitException>(() => ProviderContracts.Of("NewPay")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_engine_contains_no_code_for_the_invented_provider() =>
        Assert.Equal([], Conventions.Sources.Places(Conventions.Sources.Of(), "(?i)formpay"));

    private static PaymentConnection Open(ProviderContract contract, Uri? address = null, string? account = "test") =>
        ConnectionFactory.Open(contract.Provider, new ConnectionRequest(contract.Provider.Name)
        {
            Credential = contract.Credential,
            BaseUri = address,
            Account = account,
        });

    private Target At(ProviderContract contract, Uri address, string account = "test", IEngineLog? log = null) =>
        new(contract.Provider, Open(contract, address, account), Clock, log: log);

    private ContractServer Serve(ProviderContract contract)
    {
        var server = new ContractServer(contract);
        Own(server);
        return server;
    }

    private static PreparedDraft[] Rows(Target target, ProviderContract contract, int count) =>
        [.. Enumerable.Range(1, count).Select(person => target.Prepare(person, contract.Row(person)))];

    private static async Task<PaymentError> FailAsync(Func<Task> action) => (await Assert.ThrowsAsync<PaymentException>(action)).Error;

    private static Task<PaymentCustomer> RetrieveAsync(Target target, string id) => new CustomerRequests(target.Client).RetrieveAsync(id, Cancel);

    private static async Task<List<PaymentCustomer>> ListAsync(Target target, CustomerFilter? filter = null)
    {
        var found = new List<PaymentCustomer>();
        await foreach (var page in new CustomerRequests(target.Client).ListAsync(filter ?? CustomerFilter.None, Cancel))
            found.AddRange(page.Customers);
        return found;
    }
}
