using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class ErrorIdTests
{
    private static readonly Dictionary<PaymentErrorId, string> Actions = new()
    {
        [PaymentErrorId.ProviderRejected] = "Correct the values that the provider reports, and send the row again.",
        [PaymentErrorId.AuthenticationFailed] = "OnePay does not accept the credential. Check the credential. Nothing more was sent.",
        [PaymentErrorId.AccessDenied] = "OnePay accepts the credential but does not allow this operation. Check the state and the permissions of the account.",
        [PaymentErrorId.RateLimited] = "Send fewer requests, and run the same command again later.",
        [PaymentErrorId.ProviderUnavailable] = "Run the same command again later.",
        [PaymentErrorId.ResponseInvalid] = "The server answered with a redirect, which is not followed. Check -BaseUri (--base-uri).",
    };

    [Theory]
    [InlineData(400, PaymentErrorId.ProviderRejected)]
    [InlineData(401, PaymentErrorId.AuthenticationFailed)]
    [InlineData(403, PaymentErrorId.AccessDenied)]
    [InlineData(404, PaymentErrorId.ProviderRejected)]
    [InlineData(419, PaymentErrorId.ProviderRejected)]
    [InlineData(422, PaymentErrorId.ProviderRejected)]
    [InlineData(429, PaymentErrorId.RateLimited)]
    public async Task The_error_of_a_refused_create_at_OnePay_depends_on_its_status(int status, PaymentErrorId id)
    {
        const string Body = """{"message":"No","code":"7","code_name":"nope","errors":{"email":["mal"]}}""";
        await using var server = new ScriptedServer(Answer.Json(Body, status).With("X-Request-Id", "req-1"));

        var result = await CreateAsync("OnePay", server);

        var error = result.Error!;
        Assert.Equal((id, CustomerOutcome.Failed), (error.Id, result.Outcome));
        Assert.Null(result.Customer);
        Assert.Equal($"Row 1: OnePay answered {status} 7 nope: No; email: mal", error.Message);
        Assert.Equal((status, "7 nope", "No; email: mal", "req-1", Body), (error.Status, error.ProviderCode, error.ProviderMessage, error.RequestId, error.Body));
        Assert.Equal((1L, Rows.PrepareLeast("OnePay").Key), (error.Row, error.IdempotencyKey));
        Assert.Equal(Actions[id], error.RecommendedAction);
        Assert.Equal(status == 401, (error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected));
    }

    [Theory]
    [InlineData("Dots", 302, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 400, PaymentErrorId.ProviderRejected, CustomerOutcome.Failed)]
    [InlineData("Dots", 401, PaymentErrorId.AuthenticationFailed, CustomerOutcome.Failed)]
    [InlineData("Dots", 403, PaymentErrorId.AccessDenied, CustomerOutcome.Failed)]
    [InlineData("Dots", 404, PaymentErrorId.ProviderRejected, CustomerOutcome.Failed)]
    [InlineData("Dots", 408, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 409, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 423, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 499, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 422, PaymentErrorId.ProviderRejected, CustomerOutcome.Failed)]
    [InlineData("Dots", 429, PaymentErrorId.RateLimited, CustomerOutcome.Failed)]
    [InlineData("Dots", 500, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 502, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 503, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("Dots", 504, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 302, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 400, PaymentErrorId.ProviderRejected, CustomerOutcome.Failed)]
    [InlineData("OnePay", 401, PaymentErrorId.AuthenticationFailed, CustomerOutcome.Failed)]
    [InlineData("OnePay", 403, PaymentErrorId.AccessDenied, CustomerOutcome.Failed)]
    [InlineData("OnePay", 404, PaymentErrorId.ProviderRejected, CustomerOutcome.Failed)]
    [InlineData("OnePay", 408, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 409, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 423, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 499, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 422, PaymentErrorId.ProviderRejected, CustomerOutcome.Failed)]
    [InlineData("OnePay", 429, PaymentErrorId.RateLimited, CustomerOutcome.Failed)]
    [InlineData("OnePay", 500, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 502, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 503, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    [InlineData("OnePay", 504, PaymentErrorId.OutcomeUnknown, CustomerOutcome.Unknown)]
    public async Task The_outcome_of_a_create_depends_on_the_status_of_its_error(string provider, int status, PaymentErrorId id, CustomerOutcome outcome)
    {
        await using var server = new ScriptedServer(Answer.Json("""{"success":false,"message":"No"}""", status));

        var result = await CreateAsync(provider, server);

        Assert.Equal((id, outcome, status), (result.Error!.Id, result.Outcome, result.Error.Status));
    }

    [Fact]
    public async Task The_error_of_an_unknown_outcome_says_so_and_what_to_do()
    {
        await using var server = new ScriptedServer(Answer.Html("<html><title>502 Bad Gateway</title></html>", 502));

        var error = (await CreateAsync("Dots", server)).Error!;

        Assert.Equal(
            "Row 1: Dots answered 502: 502 Bad Gateway. The customer could not be looked up: The list of customers: Dots answered 599: The script has no answer for this. It is not known whether the customer was created.",
            error.Message);
        Assert.Equal("Wait ten minutes. Then send the row again exactly as it was returned (in the reject file or in TargetObject). Before it is sent, it is looked up by its idempotency key.", error.RecommendedAction);
        Assert.Equal("502 Bad Gateway", error.ProviderMessage);
    }

    [Theory]
    [InlineData("""{"code":"10500","code_name":"balance_is_empty"}""")]
    [InlineData("""{"code":10500}""")]
    [InlineData("""{"code":"10501"}""")]
    [InlineData("""{"code_name":"insufficient_funds"}""")]
    public async Task A_401_of_OnePay_about_the_balance_does_not_mean_that_the_key_is_wrong(string body)
    {
        await using var server = new ScriptedServer(Answer.Json(body, 401), Answer.Json(body, 401));
        var client = TestConnections.Client("OnePay", server);

        var created = await new CustomerCreator(client).CreateAsync(Rows.PrepareLeast("OnePay"), TestContext.Current.CancellationToken);
        var retrieved = await Assert.ThrowsAsync<PaymentException>(() => new CustomerRequests(client).RetrieveAsync("1", TestContext.Current.CancellationToken));

        Assert.Equal((PaymentErrorId.ProviderRejected, PaymentErrorId.ProviderRejected), (created.Error!.Id, retrieved.Error.Id));
        Assert.False((created.Error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected));
    }

    [Theory]
    [InlineData("OnePay", """{"code":"10809","code_name":"company_account_not_found"}""")]
    [InlineData("OnePay", """{"message":"Unauthenticated."}""")]
    [InlineData("OnePay", "")]
    [InlineData("Dots", """{"code":"10500","code_name":"balance_is_empty"}""")]
    public async Task Any_other_401_means_that_the_key_is_wrong_and_stops_a_run(string provider, string body)
    {
        await using var server = new ScriptedServer(Answer.Json(body, 401));

        var error = (await CreateAsync(provider, server)).Error!;

        Assert.Equal(PaymentErrorId.AuthenticationFailed, error.Id);
        Assert.True((error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected));
    }

    [Fact]
    public async Task The_error_for_an_empty_answer_shows_only_the_status()
    {
        await using var server = new ScriptedServer(Answer.Empty(500));

        var error = (await CreateAsync("OnePay", server)).Error!;

        Assert.Equal("Row 1: OnePay answered 500. It is not known whether the customer was created.", error.Message);
        Assert.Equal((null, null, null, null), (error.ProviderCode, error.ProviderMessage, error.RequestId, error.Body));
    }

    [Fact]
    public async Task A_long_answer_is_shortened()
    {
        await using var server = new ScriptedServer(Answer.Text(new string('x', 5000), 400));

        var error = (await CreateAsync("OnePay", server)).Error!;

        Assert.Equal(new string('x', 2000) + "…", error.Body);
        Assert.Equal(new string('x', 300) + "…", error.ProviderMessage);
    }

    private static Task<DraftOutcome> CreateAsync(string provider, ScriptedServer server) =>
        new CustomerCreator(TestConnections.Client(provider, server)).CreateAsync(Rows.PrepareLeast(provider), TestContext.Current.CancellationToken);
}
