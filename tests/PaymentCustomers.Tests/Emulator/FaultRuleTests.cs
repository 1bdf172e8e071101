using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Which requests a rule applies to, and how rules are specified.</summary>
public sealed class FaultRuleTests : EmulatorTest
{
    private static readonly FaultRule Broken = new() { Kind = FaultKind.Status, Code = 500 };

    [Theory]
    [InlineData(FaultWhich.EveryNth, 1, "500 500 500 500 500 500")]
    [InlineData(FaultWhich.EveryNth, 3, "200 200 500 200 200 500")]
    [InlineData(FaultWhich.Nth, 2, "200 500 200 200 200 200")]
    public async Task A_rule_applies_by_the_number_of_the_request(FaultWhich which, int n, string expected)
    {
        Emulator.SetFaults(Broken with { Which = which, N = n });

        Assert.Equal(expected, await StatusesAsync(6));
    }

    [Fact]
    public async Task A_rule_applies_at_most_the_specified_number_of_times()
    {
        Emulator.SetFaults(Broken with { Times = 2 });

        Assert.Equal("500 500 200 200", await StatusesAsync(4));
        Assert.Equal((4L, 2L), (Emulator.Faults[0].Matched, Emulator.Faults[0].Applied));
    }

    [Fact]
    public async Task A_rule_also_counts_matching_requests_that_another_rule_applied_to()
    {
        Emulator.SetFaults(Broken with { Which = FaultWhich.Nth, N = 1 }, Broken with { Which = FaultWhich.EveryNth, N = 2, Code = 502 });

        Assert.Equal("500 502 200 502", await StatusesAsync(4));
    }

    [Fact]
    public async Task Probability_is_decided_by_the_seed_and_the_number_of_the_request()
    {
        Emulator.SetFaults(Broken with { Which = FaultWhich.Probability, Probability = 0.3 });
        var first = await StatusesAsync(200);
        Emulator.SetFaults(Broken with { Which = FaultWhich.Probability, Probability = 0.3 });
        var again = await StatusesAsync(200);
        Emulator.Configure(options => options with { Seed = 2 });
        Emulator.SetFaults(Broken with { Which = FaultWhich.Probability, Probability = 0.3 });
        var other = await StatusesAsync(200);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Split(' ').Count(status => status == "500"), 40, 80);
    }

    [Fact]
    public async Task A_rule_with_the_probability_one_always_applies()
    {
        Emulator.SetFaults(Broken with { Which = FaultWhich.Probability, Probability = 1 });

        Assert.Equal("500 500 500", await StatusesAsync(3));
    }

    [Fact]
    public async Task A_rule_can_apply_to_one_provider_and_one_operation()
    {
        Emulator.SetFaults(Broken with { Provider = EmulatedProvider.OnePay, Operation = EmulatedOperation.List });

        Assert.Equal(200, (await CreateDotsAsync()).Status);
        Assert.Equal(200, (await DotsAsync(HttpMethod.Get)).Status);
        Assert.Equal(201, (await CreateOnePayAsync()).Status);
        Assert.Equal(500, (await OnePayAsync(HttpMethod.Get)).Status);
        Assert.Equal(1, Emulator.Faults[0].Matched);
    }

    [Fact]
    public async Task A_rule_can_apply_to_one_customer()
    {
        Emulator.SetFaults(Broken with { Contains = "Muñoz" });

        Assert.Equal(500, (await CreateDotsAsync()).Status);
        Assert.Equal(200, (await CreateDotsAsync("""{"first_name":"A","last_name":"B"}""")).Status);
        Assert.Equal(500, (await CreateDotsAsync()).Status);
    }

    [Theory]
    [InlineData("jose@example.com")]
    [InlineData("jose%40example.com")]
    [InlineData("José Muñoz")]
    public async Task A_rule_can_apply_to_one_customer_in_a_form_encoded_body(string text)
    {
        Emulator.SetFaults(Broken with { Contains = text });

        Assert.Equal(500, (await CreateStripeAsync()).Status);
        Assert.Equal(200, (await CreateStripeAsync("name=A&email=a%40example.com")).Status);
    }

    [Fact]
    public async Task Rules_can_be_specified_at_the_start()
    {
        await using var emulator = await ProviderEmulator.StartAsync(new EmulatorOptions { Faults = [Broken] }, Cancelled);
        using var answer = await Http.GetAsync(new Uri(emulator.Address, "api/v2/payment-customers"), Cancelled);

        Assert.Equal(500, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Rules_are_replaced_and_shown_with_their_counts()
    {
        Emulator.SetFaults(Broken);
        var put = await ControlAsync(
            HttpMethod.Put,
            "/faults",
            """[{"provider":"onepay","operation":"create","which":"everyNth","n":2,"times":5,"kind":"status","moment":"after","code":503,"retryAfter":"1"}]""");
        await CreateOnePayAsync();
        var struck = await CreateOnePayAsync();
        await CreateDotsAsync();

        Assert.Equal(200, put.Status);
        Assert.Equal(503, struck.Status);
        Assert.Equal(2, Emulator.Store.OnePayCount);
        var shown = (await ControlAsync(HttpMethod.Get, "/faults")).Json.AsArray();
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                [{"provider":"onepay","operation":"create","contains":null,"which":"everyNth","n":2,"probability":0,"times":5,"kind":"status",
                  "moment":"after","code":503,"retryAfter":"1","headers":null,"body":null,"message":null,"change":null,"holdMs":null,"dripMs":1000,"delayMs":2000,"repeat":null,"then":[],
                  "matched":2,"applied":1}]
                """),
            shown));
    }

    [Fact]
    public async Task An_empty_list_of_rules_ends_all_faults()
    {
        Emulator.SetFaults(Broken);

        await ControlAsync(HttpMethod.Put, "/faults", "[]");

        Assert.Equal("200", await StatusesAsync(1));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("reset")]
    [InlineData("timeout")]
    [InlineData("truncated")]
    [InlineData("garbage")]
    [InlineData("html")]
    [InlineData("slowDrip")]
    [InlineData("delayedStore")]
    [InlineData("earlyHints")]
    [InlineData("lateAnswer")]
    [InlineData("storedTwice")]
    [InlineData("altered", ",\"change\":\"sameId\"")]
    [InlineData("raw", ",\"body\":\"\"")]
    public void Every_kind_has_a_name_in_json(string kind, string more = "")
    {
        var rule = Assert.Single(FaultRule.ParseList($$"""[{"kind":"{{kind}}"{{more}}}]"""));

        Assert.Equal(kind, rule.Kind.ToString(), ignoreCase: true);
    }

    [Theory]
    [InlineData("""{"kind":"reset"}""", "faults")]
    [InlineData("""[{"provider":"dots"}]""", "kind")]
    [InlineData("""[{"kind":"explode"}]""", "kind")]
    [InlineData("""[{"kind":"reset","when":1}]""", "when")]
    [InlineData("""[{"kind":"reset"},{"kind":"reset","n":0}]""", "faults[1]: n must be at least 1.")]
    [InlineData("""[{"kind":"reset","probability":1.5}]""", "faults[0]: probability must be 0 to 1.")]
    [InlineData("""[{"kind":"reset","which":"probability"}]""", "faults[0]: probability must be given")]
    [InlineData("""[{"kind":"reset","times":-1}]""", "faults[0]: times must not be negative.")]
    [InlineData("""[{"kind":"status","code":99}]""", "faults[0]: code must be 100 to 599.")]
    [InlineData("""[{"kind":"html","code":103}]""", "faults[0]: code must be 200 to 599 with all kinds but status.")]
    [InlineData("""[{"kind":"reset","repeat":-1}]""", "faults[0]: repeat must not be negative.")]
    [InlineData("""[{"kind":"raw"}]""", "faults[0]: body must be given with kind = raw.")]
    [InlineData("""[{"kind":"html","message":"huge"}]""", "faults[0]: message goes with kind = status.")]
    [InlineData("""[{"kind":"altered"}]""", "faults[0]: change must be one of sameId, anotherId,")]
    [InlineData("""[{"kind":"altered","change":"oldCreatedAt","provider":"dots"}]""", "faults[0]: change must be one of sameId, anotherId,")]
    [InlineData("""[{"kind":"reset","change":"sameId"}]""", "faults[0]: change goes with kind = altered.")]
    [InlineData("""[{"kind":"reset","then":[{"kind":"status","code":9}]}]""", "faults[0].then[0]: code must be 100 to 599.")]
    [InlineData("""[{"kind":"reset","then":[null]}]""", "faults[0].then[0]: null.")]
    [InlineData("""[{"kind":"reset","then":[{"kind":"reset","times":1}]}]""", "times")]
    [InlineData("""[{"kind":"status","retryAfter":"a\nb"}]""", "faults[0]: retryAfter must be printable ASCII.")]
    [InlineData("""[{"kind":"timeout","holdMs":-1}]""", "faults[0]: holdMs must not be negative.")]
    [InlineData("""[{"kind":"slowDrip","dripMs":-1}]""", "faults[0]: dripMs must not be negative.")]
    [InlineData("""[{"kind":"delayedStore","delayMs":-1}]""", "faults[0]: delayMs must not be negative.")]
    [InlineData("[null]", "faults[0]")]
    public async Task Invalid_rules_are_400_and_change_nothing(string rules, string fragment)
    {
        Emulator.SetFaults(Broken);

        var answer = await ControlAsync(HttpMethod.Put, "/faults", rules);

        Assert.Equal(400, answer.Status);
        Assert.Contains(fragment, answer["message"]!, StringComparison.Ordinal);
        Assert.Equal(Broken, Assert.Single(Emulator.Faults).Rule);
    }

    private async Task<string> StatusesAsync(int requests)
    {
        var statuses = new List<int>();
        for (var i = 0; i < requests; i++)
            statuses.Add((await DotsAsync(HttpMethod.Get)).Status);
        return string.Join(' ', statuses);
    }
}
