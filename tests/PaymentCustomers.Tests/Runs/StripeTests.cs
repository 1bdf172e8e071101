using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What is different at Stripe (contracts/stripe.md). ProviderContractTests tests what all providers have in
/// common.</summary>
public sealed class StripeTests : RunTest
{
    [Fact]
    public async Task A_create_sends_the_API_version_of_its_contract()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1"}"""));
        var target = Stripe(server);

        await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal("2020-03-02", server.Requests[0].Header("Stripe-Version"));
        Assert.Equal("POST /v1/customers", server.Requests[0].Line);
    }

    [Fact]
    public async Task A_replay_of_an_earlier_request_is_reported_as_existing()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1","object":"customer"}""").With("Idempotent-Replayed", "true"));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing], report.Kinds);
        Assert.Equal(["cus_1"], report.Ids);
    }

    [Fact]
    public async Task A_replay_after_the_rows_own_answer_was_lost_is_reported_as_created()
    {
        SkipWaits();
        var server = Serve(request => request.Number == 1 ? Answer.Reset : Answer.Json("""{"id":"cus_1"}""").With("Idempotent-Replayed", "true"));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created], report.Kinds);
        Assert.Single(server.Requests.Select(request => request.Header("Idempotency-Key")).Distinct());
    }

    [Fact]
    public async Task A_row_whose_replayed_customer_was_deleted_fails()
    {
        var server = Serve(request => request.IsCreate
            ? Answer.Json("""{"id":"cus_1"}""").With("Idempotent-Replayed", "true")
            : Answer.Json("""{"id":"cus_1","object":"customer","deleted":true}"""));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Failed], report.Kinds);
    }

    [Fact]
    public async Task A_key_in_use_is_waited_for()
    {
        SkipWaits();
        var server = Serve(request => request.Number < 3
            ? Answer.Json(409, """{"error":{"type":"invalid_request_error","code":"idempotency_key_in_use","message":"There is currently another in-progress request"}}""")
            : Answer.Json("""{"id":"cus_1"}"""));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created], report.Kinds);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("Stripe-Should-Retry", "false")]
    [InlineData("Idempotent-Replayed", "true")]
    public async Task A_create_whose_failure_would_be_repeated_is_searched_for_and_not_sent_again(string header, string value)
    {
        SkipWaits();
        ScriptedServer server = null!;
        server = Serve(request => request.IsCreate
            ? Answer.Json(500, """{"error":{"type":"api_error","message":"Sorry"}}""", $"{header}: {value}")
            : Answer.Json($$$"""{"object":"list","data":[{"id":"cus_1","metadata":{"payment_customers_key":"{{{server.Requests[0].Header("Idempotency-Key")}}}"}}],"has_more":false}"""));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        // The customer was stored nevertheless. The list shows its key.
        Assert.Equal([CustomerOutcome.Created], report.Kinds);
        Assert.Equal(["cus_1"], report.Ids);
        Assert.Equal(1, server.Requests.Count(request => request.IsCreate));
    }

    [Fact]
    public async Task A_row_that_the_list_does_not_show_stays_unknown()
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate
            ? Answer.Json(500, """{"error":{"type":"api_error","message":"Sorry"}}""", "Stripe-Should-Retry: false")
            : Answer.Json("""{"object":"list","data":[],"has_more":false}"""));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Equal(1, server.Requests.Count(request => request.IsCreate));
    }

    // Stripe's documentation of idempotency says that keys are kept for at least 24 hours.
    [Theory]
    [InlineData(1, true)]
    [InlineData(25, false)]
    public async Task A_doubtful_row_is_settled_by_its_key_for_24_hours_and_by_the_list_after_that(int hours, bool isSentAgain)
    {
        SkipWaits();
        var isThere = false;
        ScriptedServer server = null!;
        server = Serve(request => !request.IsCreate ? Answer.Json(Page(server.Requests[0]))
            : isThere ? Answer.Json("""{"id":"cus_1"}""").With("Idempotent-Replayed", "true")
            : Answer.Reset);
        var target = Stripe(server);
        var first = await target.RunAsync(target.Rows(1), JournalPath, OneByOne with { MaximumRetryCount = 0 }, Cancel);
        isThere = true;
        Clock.Advance(TimeSpan.FromHours(hours));

        var second = await target.RunAsync(target.Rows(1), JournalPath, OneByOne, Cancel);

        Assert.Equal([CustomerOutcome.Unknown], first.Kinds);
        Assert.Equal(["cus_1"], second.Ids);
        Assert.Equal(isSentAgain ? ["POST /v1/customers", "POST /v1/customers"] : ["POST /v1/customers", "GET /v1/customers?limit=100"],
            server.Requests.Select(request => request.Line).Where(line => !line.StartsWith("GET /v1/customers/", StringComparison.Ordinal)));

        static string Page(ScriptedRequest create) =>
            $$$"""{"object":"list","data":[{"id":"cus_1","metadata":{"payment_customers_key":"{{{create.Header("Idempotency-Key")}}}"}}],"has_more":false}""";
    }

    [Fact]
    public async Task A_deleted_customer_is_not_found()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1","object":"customer","deleted":true}"""));
        var target = Stripe(server);

        var error = (await Assert.ThrowsAsync<PaymentException>(() => target.Reader().RetrieveAsync("cus_1", Cancel))).Error;

        Assert.Equal(PaymentErrorId.CustomerNotFound, error.Id);
        Assert.Equal("Customer cus_1 was deleted at Stripe.", error.Message);
    }

    [Fact]
    public async Task A_row_whose_answer_shows_another_name_is_unknown()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1","name":"Somebody Else"}"""));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
    }

    [Fact]
    public async Task A_row_whose_answer_says_that_the_customer_was_deleted_is_unknown()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1","object":"customer","deleted":true}"""));
        var target = Stripe(server);

        var report = await target.RunAsync(target.Rows(1), cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
    }

    [Theory]
    [InlineData("sk_test_1", PaymentEnvironment.Sandbox)]
    [InlineData("rk_test_1", PaymentEnvironment.Sandbox)]
    [InlineData("sk_live_1", PaymentEnvironment.Production)]
    [InlineData("rk_live_1", PaymentEnvironment.Production)]
    public void The_key_decides_the_environment(string key, PaymentEnvironment environment) =>
        Assert.Equal(environment, ConnectionFactory.Open(new ConnectionRequest("Stripe") { Credential = new ProviderCredential(null, key) }).Environment);

    [Theory]
    [InlineData("sk_test_1", 20)]
    [InlineData("sk_live_1", 80)]
    public void The_default_rate_at_Stripes_own_address_is_below_Stripes_limit(string key, int rate)
    {
        var own = ConnectionFactory.Open(new ConnectionRequest("Stripe") { Credential = new ProviderCredential(null, key) });

        Assert.Equal(rate, new ProviderClient(own, new ProviderClientOptions { Clock = Clock }).RateLimit);
        Assert.Null(Target.Stripe(new Uri("http://127.0.0.1:1"), Clock, key).Client.RateLimit);
    }

    [Theory]
    [InlineData("{\"a\":{\"b\":1}}", "Metadata 'a' contains an object or a list. Stripe accepts only text")]
    [InlineData("{\"a\":[1]}", "Metadata 'a' contains an object or a list. Stripe accepts only text")]
    [InlineData("{\"a[b]\":\"1\"}", "Stripe does not accept the metadata name 'a[b]'. A name has 1 to 40 characters, without square brackets")]
    public void Metadata_that_Stripe_does_not_accept_is_refused(string metadata, string problem) =>
        Assert.Equal([problem], Prepare((Email, "ana@example.com"), (Metadata, metadata)).Problems.Select(found => found.Message));

    [Fact]
    public void One_metadata_entry_is_reserved_for_the_key()
    {
        string Members(int count) => $"{{{string.Join(',', Enumerable.Range(1, count).Select(number => $"\"m{number}\":\"1\""))}}}";

        Assert.True(Prepare((Email, "ana@example.com"), (Metadata, Members(49))).IsValid);
        Assert.Equal(
            ["Metadata has 50 entries, but at most 49 are allowed. Stripe accepts 50, and one is used for the idempotency key"],
            Prepare((Email, "ana@example.com"), (Metadata, Members(50))).Problems.Select(found => found.Message));
    }

    [Fact]
    public void A_row_with_a_person_and_a_company_is_refused_because_Stripe_has_one_name() => Assert.Equal(
        ["The row has both a person (FirstName, LastName) and a company (BusinessName). Stripe accepts only one name"],
        Prepare((FirstName, "Ana"), (BusinessName, "Ana S.A.S.")).Problems.Select(found => found.Message));

    [Fact]
    public void A_row_that_identifies_no_customer_is_refused() => Assert.Equal(
        ["The row does not identify the customer. Provide a name, an e-mail address or a telephone number"],
        Prepare((Country, "CO"), (IdempotencyKey, "my-key")).Problems.Select(found => found.Message));

    [Fact]
    public void An_address_without_its_first_line_is_refused() => Assert.Equal(
        ["AddressLine1 is missing: an address needs AddressLine1. To send the customer without the address, use -IncompleteAddress Leave (--incomplete-address leave)"],
        Prepare((Email, "ana@example.com"), (City, "Cali"), (Country, "CO")).Problems.Select(found => found.Message));

    [Fact]
    public void A_full_name_is_sent_as_it_is()
    {
        var prepared = new DraftPreparer(PaymentProviders.Get("Stripe"), scope: null)
            .Prepare(Rows.Read("Stripe", ("Name", "Ana María Muñoz"), ("Email", "ana@example.com")));

        Assert.Equal("name=Ana+Mar%C3%ADa+Mu%C3%B1oz&email=ana%40example.com", Rows.Body(prepared));
    }

    [Fact]
    public async Task A_change_sends_the_given_fields_and_clears_the_cleared_ones()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1","name":"Ana Ruiz","email":"ana@example.com"}"""));
        var target = Stripe(server);
        var row = Change(target, 1, "cus_1", [Phone], (FirstName, "Ana"), (LastName, "Ruiz"), (Email, "ana@example.com"));

        var report = await target.RunAsync([row], cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Updated], report.Kinds);
        Assert.Equal(("POST /v1/customers/cus_1", "name=Ana+Ruiz&email=ana%40example.com&phone="), (server.Requests[0].Line, server.Requests[0].Body));
        Assert.Equal(row.Key, server.Requests[0].Header("Idempotency-Key"));
    }

    [Fact]
    public async Task An_address_is_changed_as_a_whole()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1"}"""));
        var target = Stripe(server);

        await target.RunAsync([Change(target, 1, "cus_1", [], (AddressLine1, "Calle 1"), (City, "Cali")), Change(target, 2, "cus_1", [AddressLine1])], OneByOne, cancellation: Cancel);

        Assert.Equal(
            "address%5Bline1%5D=Calle+1&address%5Bline2%5D=&address%5Bcity%5D=Cali&address%5Bstate%5D=&address%5Bpostal_code%5D=&address%5Bcountry%5D=",
            server.Requests[0].Body);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_sent_again_with_its_key_even_by_the_next_run()
    {
        SkipWaits();
        var server = Serve(request => request.Number < 3 ? Answer.Reset : Answer.Json("""{"id":"cus_1"}"""));
        var target = Stripe(server);
        var row = Change(target, 1, "cus_1", [], (Email, "ana@example.com"));

        var first = await target.RunAsync([row], JournalPath, OneByOne with { MaximumRetryCount = 1 }, Cancel);
        var second = await target.RunAsync([row], JournalPath, OneByOne, Cancel);
        var third = await target.RunAsync([row], JournalPath, OneByOne, Cancel);

        Assert.Equal([CustomerOutcome.Unknown], first.Kinds);
        Assert.EndsWith("It is not known whether the customer was changed.", first.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.Equal([CustomerOutcome.Updated], second.Kinds);
        Assert.Equal([CustomerOutcome.Updated], third.Kinds);
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Header("Idempotency-Key")).Distinct());
    }

    [Fact]
    public async Task A_change_answered_with_another_customer_is_unknown()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_2"}"""));
        var target = Stripe(server);

        var report = await target.RunAsync([Change(target, 1, "cus_1", [], (Email, "ana@example.com"))], cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Contains("The request was to change customer cus_1, but the provider answered with customer cus_2.", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_change_of_the_same_customer_is_refused()
    {
        var server = Serve(_ => Answer.Json("""{"id":"cus_1"}"""));
        var target = Stripe(server);

        var report = await target.RunAsync(
            [Change(target, 1, "cus_1", [], (Email, "a@example.com")), Change(target, 2, "cus_1", [], (Email, "b@example.com")), Change(target, 3, "cus_1", [], (Email, "a@example.com"))],
            cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Updated, CustomerOutcome.Failed, CustomerOutcome.Duplicate], report.Kinds);
        Assert.Equal(
            "Row 2: Id is the same as in row 1, which changes this customer in a different way. Put all changes of one customer in one row.",
            report.Outcomes[1].Error!.Message);
    }

    [Fact]
    public void A_change_that_is_not_possible_is_refused_before_it_is_sent()
    {
        var target = Target.Stripe(new Uri("http://127.0.0.1:1"), Clock);
        string[] Problems(PreparedDraft row) => [.. row.Problems.Select(problem => problem.Message)];

        Assert.Equal(["There is nothing to change. Specify at least one field, or clear one with -Clear"], Problems(Change(target, 1, "cus_1", [])));
        Assert.Equal(["Email has a new value and is also in -Clear. Use only one of the two"], Problems(Change(target, 1, "cus_1", [Email], (Email, "a@example.com"))));
        Assert.Equal(["DocumentNumber is not a field of Stripe"], Problems(Change(target, 1, "cus_1", [DocumentNumber])));
        Assert.Equal(
            ["Stripe stores one name, which is changed as a whole. Provide FirstName and LastName, or BusinessName"],
            Problems(Change(target, 1, "cus_1", [], (FirstName, "Ana"))));
    }

    private static PreparedDraft Change(Target target, int row, string id, CustomerField[] cleared, params (CustomerField, string)[] values) =>
        target.Prepare(row, values, new CustomerChange(id, cleared));

    private Target Stripe(ScriptedServer server) => Target.Stripe(server.Address, Clock);

    private PreparedDraft Prepare(params (CustomerField, string)[] values) =>
        Target.Stripe(new Uri("http://127.0.0.1:1"), Clock).Prepare(1, values);
}
