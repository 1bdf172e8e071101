using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Tests.Engine.Http;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Creation;

public sealed class OutcomeTests
{
    private const string LookFirst = "Wait ten minutes. Then send the row again exactly as it was returned (in the reject file or in TargetObject). Before it is sent, it is looked up by its idempotency key.";
    private const string RunAgain = "Run the same row again. Its idempotency key prevents a second customer.";

    [Fact]
    public async Task An_invalid_row_fails_without_a_request()
    {
        await using var server = new ScriptedServer();

        var result = await CreateAsync("Dots", server, ("Email", "nobody"));

        Assert.Equal((CustomerOutcome.Failed, PaymentErrorId.CustomerInvalid), (result.Outcome, result.Error!.Id));
        Assert.Equal("Row 1: Email 'n***' is not an e-mail address.", result.Error.Message);
        Assert.Null(result.Customer);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_body_and_the_key_of_the_draft_are_sent()
    {
        await using var server = new ScriptedServer(Answer.Json("""{"id":"1"}"""), Answer.Json("""{"id":"1"}"""));
        var draft = Rows.PrepareLeast("OnePay");
        var creator = new CustomerCreator(TestConnections.Client("OnePay", server));

        await creator.CreateAsync(draft, TestContext.Current.CancellationToken);
        await creator.CreateAsync(draft, TestContext.Current.CancellationToken);

        Assert.All(server.Requests, request => Assert.Equal((Rows.Body(draft), draft.Key), (request.Body, request.Header("x-idempotency"))));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("Dots", """{"success":false,"error":21,"message":"Bad e-mail"}""", "Row 1: Dots answered 200 21: Bad e-mail")]
    [InlineData("OnePay", """{"success":false}""", "Row 1: OnePay answered 200.")]
    public async Task A_success_status_whose_body_says_failure_counts_as_a_refusal(string provider, string answer, string message)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));

        var result = await CreateAsync(provider, server);

        Assert.Equal((CustomerOutcome.Failed, PaymentErrorId.ProviderRejected, 200), (result.Outcome, result.Error!.Id, result.Error.Status));
        Assert.Equal(message, result.Error.Message);
        Assert.Equal("Correct the values that the provider reports, and send the row again.", result.Error.RecommendedAction);
    }

    [Theory]
    [InlineData("""{"email":"ana@example.co"}""")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":"1","email":""")]
    [InlineData("""{"id":"1","email":"\ud83d"}""")]
    [InlineData("""{"data":{"ID":"1"}}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"created\"")]
    [InlineData("OK")]
    [InlineData("")]
    public async Task At_Dots_a_success_answer_without_a_customer_makes_the_row_unknown(string answer)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));

        var result = await CreateAsync("Dots", server);

        Assert.Equal((CustomerOutcome.Unknown, PaymentErrorId.OutcomeUnknown, 200), (result.Outcome, result.Error!.Id, result.Error.Status));
        Assert.StartsWith("Row 1: Dots answered 200, but the content is not a customer (application/json). ", result.Error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" It is not known whether the customer was created.", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal(LookFirst, result.Error.RecommendedAction);
        Assert.Null(result.Customer);
    }

    [Fact]
    public async Task At_OnePay_a_success_answer_without_a_customer_makes_the_row_unknown_and_the_row_can_be_repeated()
    {
        await using var server = new ScriptedServer(
            Answer.Html("<html><title>Mantenimiento</title></html>", 200), Answer.NoCustomers, Answer.Empty(201), Answer.NoCustomers);

        var page = await CreateAsync("OnePay", server);
        var nothing = await CreateAsync("OnePay", server);

        Assert.Equal((CustomerOutcome.Unknown, PaymentErrorId.OutcomeUnknown, 200), (page.Outcome, page.Error!.Id, page.Error.Status));
        Assert.Equal("Row 1: OnePay answered 200, but the content is not a customer (text/html). It is not known whether the customer was created.", page.Error.Message);
        Assert.Equal(RunAgain, page.Error.RecommendedAction);
        Assert.Equal("Row 1: OnePay answered 201, but the content is not a customer (no content type). It is not known whether the customer was created.", nothing.Error!.Message);
    }

    [Fact]
    public async Task An_answer_in_another_encoding_makes_the_row_unknown()
    {
        await using var server = new ScriptedServer(new Answer(200, System.Text.Encoding.Latin1.GetBytes("""{"id":"1","last_name":"Ñuñez"}"""), "application/json"));

        Assert.Equal(PaymentErrorId.OutcomeUnknown, (await CreateAsync("Dots", server)).Error!.Id);
    }

    [Theory]
    [InlineData("Dots", LookFirst)]
    [InlineData("OnePay", RunAgain)]
    public async Task A_row_whose_connection_was_lost_is_unknown(string provider, string action)
    {
        // Between the two creates, the list of Dots is requested. It cannot be read, so that the outcome stays unknown.
        Answer[] looks = provider == "Dots" ? [Answer.Json("", 500)] : [];
        await using var server = new ScriptedServer([Answer.ClosedBefore, .. looks, Answer.Json("""{"id":"1"}""") with { Ending = Ending.ClosedWithin }, .. looks]);

        foreach (var result in new[] { await CreateAsync(provider, server), await CreateAsync(provider, server) })
        {
            Assert.Equal((CustomerOutcome.Unknown, PaymentErrorId.OutcomeUnknown, null), (result.Outcome, result.Error!.Id, result.Error.Status));
            Assert.StartsWith($"Row 1: The connection to {provider} was lost before the complete response arrived. ", result.Error.Message, StringComparison.Ordinal);
            Assert.Equal(action, result.Error.RecommendedAction);
            Assert.Equal(Rows.PrepareLeast(provider).Key, result.Error.IdempotencyKey);
        }
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public async Task A_row_whose_connection_was_refused_fails(string provider)
    {
        var result = await new CustomerCreator(TestConnections.Client(provider, AttemptTests.Refusing()))
            .CreateAsync(Rows.PrepareLeast(provider), TestContext.Current.CancellationToken);

        Assert.Equal((CustomerOutcome.Failed, PaymentErrorId.ConnectionFailed), (result.Outcome, result.Error!.Id));
        Assert.StartsWith($"Row 1: Could not connect to {provider}. ", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal("Nothing was sent. Check the address, the network and the proxy. Then run the same command again.", result.Error.RecommendedAction);
    }

    private static Task<DraftOutcome> CreateAsync(string provider, ScriptedServer server, params (string Column, string? Value)[] cells) =>
        new CustomerCreator(TestConnections.Client(provider, server)).CreateAsync(Rows.PrepareLeast(provider, cells), TestContext.Current.CancellationToken);
}
