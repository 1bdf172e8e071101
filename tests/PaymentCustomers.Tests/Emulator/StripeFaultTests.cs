using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Faults that only Stripe has.</summary>
public sealed class StripeFaultTests : EmulatorTest
{
    [Theory]
    [InlineData("shouldRetryFalse", 503, "false", 1)]
    [InlineData("shouldRetryFalseUnstored", 429, "false", 0)]
    [InlineData("shouldRetryTrue", 400, "true", 0)]
    public async Task An_error_can_say_whether_to_try_again(string name, int status, string shouldRetry, int stored)
    {
        Play(name);

        var answer = await CreateStripeAsync(key: "k");

        Assert.Equal((status, shouldRetry, stored), (answer.Status, answer.Header("Stripe-Should-Retry"), Emulator.Store.StripeCount));
        Assert.StartsWith("emulator-", answer.Header("Request-Id"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shouldRetryTrue", "400 400 200")]
    [InlineData("lockTimeout", "429 429 200")]
    [InlineData("errorKept", "500 500 500")]
    public async Task Attempts_are_answered_in_the_specified_order(string name, string statuses)
    {
        Play(name);
        var answers = new List<Answer>();
        for (var i = 0; i < 3; i++)
            answers.Add(await CreateStripeAsync(key: "k"));

        Assert.Equal(statuses, string.Join(' ', answers.Select(answer => answer.Status)));
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task A_key_can_be_in_use_and_then_return_the_customer()
    {
        Play("keyInUse");
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateStripeAsync(key: "k"));

        Assert.Equal("idempotency_key_in_use", (await CreateStripeAsync(key: "k")).Error("code"));
        Assert.Equal(409, (await CreateStripeAsync(key: "k")).Status);
        Assert.Equal("true", (await CreateStripeAsync(key: "k")).Header("Idempotent-Replayed"));
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Theory]
    [InlineData("otherPhone", "phone", "+12015550199")]
    [InlineData("otherName", "name", "Somebody Else")]
    [InlineData("oldCreated", "created", "1580472000")]
    [InlineData("noCreated", "created", null)]
    [InlineData("otherMode", "livemode", "true")]
    [InlineData("otherObject", "object", "account")]
    [InlineData("deletedAnswer", "deleted", "true")]
    [InlineData("otherMetadata", "metadata", "{\n  \"payment_customers_key\": \"somebody-else\"\n}")]
    [InlineData("noMetadata", "metadata", null)]
    public async Task The_answer_to_a_create_can_be_wrong(string name, string member, string? value)
    {
        Play(name);

        var answer = await CreateStripeAsync();

        Assert.Equal((200, value), (answer.Status, answer[member]?.ReplaceLineEndings("\n")));
        Assert.Equal(("José Muñoz", "+573001234567"), (Emulator.Store.StripeCustomers[0].Fields.Name, Emulator.Store.StripeCustomers[0].Fields.Phone));
    }

    [Fact]
    public async Task A_list_can_show_deleted_customers_and_have_an_unclear_end()
    {
        var id = (await CreateStripeAsync()).Id;

        Play("deletedListed");
        Assert.Equal($$"""[{"id":"{{id}}","object":"customer","deleted":true}]""", (await StripeAsync(HttpMethod.Get)).Json["data"]!.ToJsonString());
        Play("noHasMore");
        Assert.Null((await StripeAsync(HttpMethod.Get))["has_more"]);
        Play("textHasMore");
        Assert.Equal("\"false\"", (await StripeAsync(HttpMethod.Get)).Json["has_more"]!.ToJsonString());
    }

    [Fact]
    public async Task An_altered_replay_is_still_marked_as_a_replay()
    {
        await CreateStripeAsync(key: "k");
        Play("otherName");

        Assert.Equal("true", (await CreateStripeAsync(key: "k")).Header("Idempotent-Replayed"));
    }

    [Fact]
    public async Task A_message_can_repeat_what_was_sent()
    {
        Play("personalMessage");

        var answer = await CreateStripeAsync();

        Assert.Equal((422, "A customer with email jose@example.com and phone +573001234567 already exists"), (answer.Status, answer.Error("message")));
    }

    [Fact]
    public async Task Another_customer_in_the_answer_belongs_to_the_account_or_is_invented()
    {
        Play("anotherCustomer");
        Assert.Matches("^cus_[A-Za-z0-9]{14}$", (await CreateStripeAsync()).Id);
        Assert.NotEqual("José Muñoz", (await CreateStripeAsync("name=x"))["email"]);

        Assert.Equal(Emulator.Store.StripeCustomers[0].Id, (await CreateStripeAsync("name=y")).Id);
    }

    [Theory]
    [InlineData("""{"kind":"status","headers":{"Stripe Should":"x"}}""")]
    [InlineData("""{"kind":"status","headers":{"":"x"}}""")]
    [InlineData("""{"kind":"status","headers":{"A":"x\ny"}}""")]
    [InlineData("""{"kind":"reset","headers":{"A":"x"}}""")]
    public void Headers_that_cannot_be_sent_are_refused(string rule) =>
        Assert.Contains("headers", Assert.Throws<ArgumentException>(() => FaultRule.ParseList($"[{rule}]")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("html")]
    [InlineData("garbage")]
    public async Task Other_kinds_of_faults_can_have_headers_too(string kind)
    {
        Emulator.SetFaults(FaultRule.ParseList($$"""[{"kind":"{{kind}}","headers":{"X-One":"1"} }]"""));

        Assert.Equal("1", (await CreateStripeAsync()).Header("X-One"));
    }

    private void Play(string name) => Emulator.Play(EmulatedProvider.Stripe.Faults.Single(fault => fault.Name == name));
}
