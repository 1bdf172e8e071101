using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>The table of faults that the tests and the soak use.</summary>
public sealed class FaultCatalogTests : EmulatorTest
{
    public static TheoryData<string, string> All { get; } =
        new(from provider in EmulatedProvider.All from fault in provider.Faults select (provider.Name, fault.Name));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_fault_can_be_applied_and_takes_effect(string providerName, string name)
    {
        var fault = EmulatedProvider.Parse(providerName).Faults.Single(fault => fault.Name == name);
        var before = Emulator.Options;
        using var client = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        Emulator.Play(fault);

        Assert.Equal(fault.Options is not null, before != Emulator.Options);
        Assert.All(fault.Rules, rule => Assert.Equal(providerName, rule.Provider?.Name));
        if (fault.Rules.Count == 0)
            return;
        var strikes = Enumerable.Range(0, fault.Rules[0].N).Select(_ => AskAsync(providerName, fault.Rules[0].Operation!.Value, client.Token)).ToArray();
        await UntilAsync(() => Emulator.Faults[0].Applied == 1 && (Emulator.Store.PendingStores == 1 || fault.Rules[0].IsBefore || IsStored()));
        await client.CancelAsync();
        await Task.WhenAll(strikes);

        bool IsStored() => fault.Rules[0].Operation != EmulatedOperation.Create || Emulator.Store.CountOf(EmulatedProvider.Parse(providerName)) > 0;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_fault_with_configurable_storage_stores_the_customer_as_configured(string providerName, string name)
    {
        var provider = EmulatedProvider.Parse(providerName);
        var fault = provider.Faults.Single(fault => fault.Name == name);
        if (!fault.HasStorage)
        {
            Assert.Throws<InvalidOperationException>(() => fault.With(FaultStorage.Once));
            return;
        }

        foreach (var (storage, stored) in new[] { (FaultStorage.Never, 0), (FaultStorage.Once, 1) })
        {
            Emulator.Store.Clear();
            Emulator.SetFaults(fault.With(storage)[0] with { N = 1 });
            for (var attempt = 1; attempt <= 2; attempt++)
            {
                using var client = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
                Task asked;
                do
                {
                    asked = AskAsync(providerName, EmulatedOperation.Create, client.Token);
                    await UntilAsync(() => asked.IsCompleted || Emulator.Faults[0].Applied >= attempt);
                }
                // A request on a connection that the fault before has just closed does not arrive.
                while (Emulator.Faults[0].Applied < attempt);
                await UntilAsync(() => Emulator.Store.CountOf(provider) == stored);
                await client.CancelAsync();
                await asked;
            }

            Assert.Equal(stored, Emulator.Store.CountOf(provider));
        }
    }

    [Fact]
    public void The_faults_of_a_provider_have_different_names() => Assert.All(
        EmulatedProvider.All, provider => Assert.Equal(provider.Faults.Count, provider.Faults.DistinctBy(fault => fault.Name).Count()));

    [Fact]
    public async Task The_faults_of_the_catalog_can_be_sent_back_as_rules()
    {
        var catalog = (await ControlAsync(HttpMethod.Get, "/catalog")).Json.AsArray();

        Assert.Equal(EmulatedProvider.All.Sum(provider => provider.Faults.Count), catalog.Count);
        foreach (var fault in catalog)
        {
            Assert.NotEqual("", (string?)fault!["what"]);
            Assert.Equal(200, (await ControlAsync(HttpMethod.Put, "/faults", fault["rules"]!.ToJsonString())).Status);
            Assert.Equal(200, (await ControlAsync(HttpMethod.Patch, "/options", fault["options"]!.ToJsonString())).Status);
        }

        Assert.Contains(catalog, fault => (string?)fault!["name"] == "keyInUse" && (string?)fault["provider"] == "onepay");
        Assert.IsType<JsonObject>(catalog[0]!["options"]);
    }

    private Task<Answer> CreateAsync(string provider) => provider switch
    {
        "dots" => CreateDotsAsync(),
        "onepay" => CreateOnePayAsync(),
        _ => CreateStripeAsync(),
    };

    /// <summary>Sends a request and ignores its result.</summary>
    private async Task AskAsync(string provider, EmulatedOperation operation, CancellationToken cancelled)
    {
        var method = operation == EmulatedOperation.Create ? HttpMethod.Post : HttpMethod.Get;
        var path = "";
        if (operation == EmulatedOperation.Retrieve)
            path = "/" + (await CreateAsync(provider)).Id;
        using var request = provider switch
        {
            "dots" => DotsRequest(method, path, method == HttpMethod.Post ? Person : null),
            "onepay" => OnePayRequest(method, path, method == HttpMethod.Post ? Natural : null, key: "k"),
            _ => StripeRequest(method, path, method == HttpMethod.Post ? Jose : null, key: "k"),
        };
        try
        {
            using var response = await Http.SendAsync(request, cancelled);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            Assert.NotEmpty(Emulator.Faults);
        }
    }
}
