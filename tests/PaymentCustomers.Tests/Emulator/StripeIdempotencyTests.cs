using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>See contracts/stripe.md, "Idempotency".</summary>
public sealed class StripeIdempotencyTests : EmulatorTest
{
    private readonly TestClock _time = new();

    protected override EmulatorOptions Options() => new() { TimeProvider = _time };

    [Fact]
    public async Task The_same_key_with_the_same_parameters_replays_the_first_answer()
    {
        var first = await CreateStripeAsync("name=a&email=b", key: "k");
        _time.Advance(TimeSpan.FromHours(1));
        var second = await CreateStripeAsync("email=b&name=a", key: "k");

        Assert.Equal((first.Status, first.Text), (second.Status, second.Text));
        Assert.Equal((null, "true"), (first.Header("Idempotent-Replayed"), second.Header("Idempotent-Replayed")));
        Assert.NotEqual(first.Header("Request-Id"), second.Header("Request-Id"));
        Assert.Equal("k", Assert.Single(Emulator.Store.StripeCustomers).Key);
    }

    [Fact]
    public async Task The_same_key_with_other_parameters_or_another_path_is_an_idempotency_error()
    {
        var first = await CreateStripeAsync(key: "k");

        var others = new[]
        {
            await CreateStripeAsync(Jose + "&description=x", key: "k"),
            await CreateStripeAsync("nonsense=1", key: "k"),
            await StripeAsync(HttpMethod.Post, "/" + first.Id, Jose, key: "k"),
        };

        Assert.All(others, other => Assert.Equal((400, "idempotency_error", null), (other.Status, other.Error("type"), other.Header("Idempotent-Replayed"))));
        Assert.Equal(first.Text, (await CreateStripeAsync(key: "k")).Text);
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task Every_create_without_a_key_makes_a_customer()
    {
        await CreateStripeAsync();
        await CreateStripeAsync();

        Assert.Equal(2, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        Assert.Equal(400, (await CreateStripeAsync("nonsense=1", key: "k")).Status);
        foreach (var status in new[] { 409, 429, 503 })
        {
            Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = status });
            Assert.Equal(status, (await CreateStripeAsync(key: "k")).Status);
        }

        Emulator.SetFaults();
        var answer = await CreateStripeAsync(key: "k");
        Assert.Equal((200, null), (answer.Status, answer.Header("Idempotent-Replayed")));
    }

    [Fact]
    public async Task A_key_keeps_a_500_that_followed_the_store_as_its_answer()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 500, Moment = FaultMoment.After, Times = 1 });

        var first = await CreateStripeAsync(key: "k");
        var second = await CreateStripeAsync(key: "k");

        Assert.Equal((500, "api_error"), (first.Status, first.Error("type")));
        Assert.Equal((500, first.Text, "true"), (second.Status, second.Text, second.Header("Idempotent-Replayed")));
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Theory]
    [InlineData("""{"kind":"status","code":502,"moment":"after","times":1}""")]
    [InlineData("""{"kind":"status","code":500,"moment":"after","times":1,"body":"bad gateway"}""")]
    [InlineData("""{"kind":"status","code":500,"moment":"before","times":1}""")]
    public async Task A_key_does_not_keep_an_error_that_is_not_from_Stripe_or_came_before_the_store(string rule)
    {
        Emulator.SetFaults(FaultRule.ParseList($"[{rule}]"));
        Assert.InRange((await CreateStripeAsync(key: "k")).Status, 500, 502);

        Assert.Equal(200, (await CreateStripeAsync(key: "k")).Status);
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task A_500_to_a_replay_does_not_change_the_first_answer()
    {
        var first = await CreateStripeAsync(key: "k");
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 500, Moment = FaultMoment.After, Times = 1 });
        Assert.Equal(500, (await CreateStripeAsync(key: "k")).Status);

        Assert.Equal(first.Text, (await CreateStripeAsync(key: "k")).Text);
    }

    [Fact]
    public async Task A_key_is_in_use_while_its_first_request_is_under_way()
    {
        Emulator.Play(EmulatedProvider.Stripe.Faults.Single(fault => fault.Name == "keyUnderWay"));
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateStripeAsync(key: "k"));
        Assert.Equal((0, 1), (Emulator.Store.StripeCount, Emulator.Store.PendingStores));

        var early = await CreateStripeAsync(key: "k");
        Emulator.SetFaults();
        var other = await CreateStripeAsync("name=x", key: "k");
        _time.Advance(TimeSpan.FromMilliseconds(2000));
        var late = await CreateStripeAsync(key: "k");

        Assert.Equal((409, "idempotency_key_in_use"), (early.Status, early.Error("code")));
        Assert.Equal((400, "idempotency_error"), (other.Status, other.Error("type")));
        Assert.Equal((200, "true"), (late.Status, late.Header("Idempotent-Replayed")));
        Assert.Equal(late.Id, Assert.Single(Emulator.Store.StripeCustomers).Id);
    }

    [Fact]
    public async Task A_key_can_be_used_again_after_its_first_request_was_refused()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.DelayedStore, HoldMs = 0, Times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateStripeAsync("nonsense=1", key: "k"));
        Assert.Equal(400, (await CreateStripeAsync(key: "k")).Status);
        _time.Advance(TimeSpan.FromMilliseconds(2000));

        Assert.Equal(200, (await CreateStripeAsync(key: "k")).Status);
    }

    [Fact]
    public async Task Keys_are_forgotten_after_24_hours()
    {
        await CreateStripeAsync(key: "k");
        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("true", (await CreateStripeAsync(key: "k")).Header("Idempotent-Replayed"));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null((await CreateStripeAsync(key: "k")).Header("Idempotent-Replayed"));
        Assert.Equal(2, Emulator.Store.StripeCount);

        Emulator.Configure(options => options with { StripeKeyLifetimeMs = 1000 });
        _time.Advance(TimeSpan.FromSeconds(1));
        await CreateStripeAsync(key: "k");
        Assert.Equal(3, Emulator.Store.StripeCount);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(255, 200)]
    [InlineData(256, 400)]
    public async Task A_key_has_at_most_255_characters(int length, int status) =>
        Assert.Equal(status, (await CreateStripeAsync(key: new string('k', length))).Status);

    [Fact]
    public async Task A_blank_key_is_refused()
    {
        await using var client = await RawClient.ConnectAsync(Emulator.Address, Cancelled);
        await client.SendAsync(
            "POST", "/stripe/v1/customers", "", Cancelled, "Authorization: Bearer sk_test_a", "Idempotency-Key: ", "Connection: close");

        Assert.StartsWith("HTTP/1.1 400 ", await client.ReadToEndAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Updates_and_errors_about_an_unknown_customer_are_replayed_too()
    {
        var id = (await CreateStripeAsync()).Id;
        var first = await StripeAsync(HttpMethod.Post, "/" + id, "name=Ana", key: "u");
        await StripeAsync(HttpMethod.Post, "/" + id, "name=Eva");
        var second = await StripeAsync(HttpMethod.Post, "/" + id, "name=Ana", key: "u");
        var missing = await StripeAsync(HttpMethod.Post, "/cus_nobody", "name=Ana", key: "m");

        Assert.Equal((first.Text, "true"), (second.Text, second.Header("Idempotent-Replayed")));
        Assert.Equal("Eva", Emulator.Store.StripeCustomers[0].Fields.Name);
        Assert.Equal((404, null), (missing.Status, missing.Header("Idempotent-Replayed")));
        Assert.Equal("true", (await StripeAsync(HttpMethod.Post, "/cus_nobody", "name=Ana", key: "m")).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Keys_belong_to_their_secret_key_and_are_kept_after_their_customer_is_deleted()
    {
        var first = await CreateStripeAsync(key: "k");
        Assert.NotEqual(first.Id, (await CreateStripeAsync(key: "k", bearer: "sk_live_emulator")).Id);
        await StripeAsync(HttpMethod.Delete, "/" + first.Id);

        Assert.Equal(first.Text, (await CreateStripeAsync(key: "k")).Text);
        Assert.Equal("true", (await StripeAsync(HttpMethod.Get, "/" + first.Id))["deleted"]);
        Assert.Equal([2], Emulator.Store.StripeCustomers.Select(customer => customer.Account));
    }

    [Fact]
    public async Task A_pretended_create_stores_neither_the_customer_nor_the_key()
    {
        Emulator.Play(EmulatedProvider.Stripe.Faults.Single(fault => fault.Name == "replayDeleted"));
        var pretended = await CreateStripeAsync(key: "k");
        Emulator.SetFaults();

        Assert.Equal(("1580472000", "true"), (pretended["created"], pretended.Header("Idempotent-Replayed")));
        Assert.Null((await CreateStripeAsync(key: "k")).Header("Idempotent-Replayed"));
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task Two_hundred_simultaneous_creates_with_one_key_make_one_customer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => CreateStripeAsync(key: "k")));

        var customer = Assert.Single(Emulator.Store.StripeCustomers);
        Assert.All(answers, answer => Assert.Equal((200, customer.Id), (answer.Status, answer.Id)));
        Assert.Single(answers, answer => answer.Header("Idempotent-Replayed") is null);
    }
}
