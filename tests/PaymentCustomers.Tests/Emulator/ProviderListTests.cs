using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;
using PaymentCustomers.Emulator.Faults;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>To be emulated, a new provider only needs to be in the list.</summary>
public sealed class ProviderListTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Providers_with_the_same_paths_are_distinguished_by_their_name()
    {
        var third = new ThirdDefinition(answersWithoutName: false);
        await using var emulator = await ProviderEmulator.StartAsync(new EmulatorOptions(), [.. ProviderList.All, third], Cancelled);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        Assert.Equal($"{emulator.Address}third/v1", emulator.BaseUriOf(third.Provider).AbsoluteUri);
        Assert.Equal("third", await http.GetStringAsync(new Uri(emulator.Address, "third/v1/customers"), Cancelled));
        using var onePay = await http.GetAsync(new Uri(emulator.Address, "v1/customers"), Cancelled);
        Assert.Equal(401, (int)onePay.StatusCode);
        Assert.Equal(["third", "onepay"], emulator.Store.Requests.Select(request => request.Provider!.Name));
    }

    [Fact]
    public async Task Two_providers_with_the_same_paths_cannot_both_answer_without_a_name()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => ProviderEmulator.StartAsync(
            new EmulatorOptions(), [.. ProviderList.All, new ThirdDefinition(answersWithoutName: true)], Cancelled));

        Assert.StartsWith("Two providers have the path /v1/.", error.Message, StringComparison.Ordinal);
    }

    private sealed class ThirdDefinition(bool answersWithoutName) : IProviderDefinition
    {
        public EmulatedProvider Provider { get; } = new("third");

        public string BasePath => "/v1";

        public bool AnswersWithoutName => answersWithoutName;

        public IReadOnlyList<AnswerChange> Changes => [];

        public IReadOnlyList<EmulatorFault> Faults => [];

        public string? Problem(EmulatorOptions options) => null;

        public IProviderApi Start(LiveOptions options, Func<Uri> address) => new ThirdApi(this);
    }

    private sealed class ThirdApi(IProviderDefinition definition) : IProviderApi
    {
        public IProviderDefinition Definition => definition;

        public int Count => 0;

        public Route Match(string method, string path) => Route.Match(method, path, "/v1/customers", canDelete: true);

        public Reply Handle(ProviderRequest request) => Reply.Text(200, "text/plain", definition.Provider.Name);

        public Reply Error(ProviderRequest request, int status, string? message = null) => Reply.Text(status, "text/plain", message ?? "");

        public string AlreadyThere(ProviderRequest request) => "";

        public JsonObject Another(ProviderRequest request, string? id) => [];

        public void StoreSeeded(SeedRequest request, SeedRandom random, long ordinal, DateTimeOffset created)
        {
        }

        public int AccountOf(SeedRequest request) => 1;

        public IEnumerable<Action<Utf8JsonWriter>> Report(EmulatorOptions options) => [];

        public void Clear()
        {
        }
    }
}
