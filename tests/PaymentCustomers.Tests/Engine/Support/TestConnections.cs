using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Connections to scripted servers.</summary>
internal static class TestConnections
{
    public const string ClientId = "client-4711";
    public const string DotsKey = "dots-key-Zx9_8";
    public const string OnePayKey = "sk_test_Qw7Er2Ty";

    public static PaymentConnection Open(string provider, Uri address, string? key = null, string? appId = null) =>
        ConnectionFactory.Open(new ConnectionRequest(provider)
        {
            Credential = new ProviderCredential(provider == "Dots" ? ClientId : null, key ?? (provider == "Dots" ? DotsKey : OnePayKey)),
            BaseUri = address,
            Account = "test",
            Options = new Dictionary<string, string?> { ["AppId"] = appId },
        });

    public static ProviderClient Client(string provider, Uri address, ProviderClientOptions? options = null) =>
        new(Open(provider, address), options ?? new ProviderClientOptions { Clock = new TestClock { SkipUpTo = TimeSpan.FromSeconds(30) } });

    public static ProviderClient Client(string provider, ScriptedServer server, ProviderClientOptions? options = null) =>
        Client(provider, server.Address, options);
}
