using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>A provider's answer is compared with the request and with the provider's earlier answers.</summary>
public sealed class AnswerTrustTests : RunTest
{
    private static readonly RunOptions Once = OneByOne with { MaximumRetryCount = 0 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_id_that_is_returned_for_all_rows_is_accepted_for_the_first_row_only(bool atDots)
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate ? Answer.Customer(1) : Answer.NoCustomers);
        var target = atDots ? Dots(server) : OnePay(server);

        var report = await target.RunAsync(target.Rows(3), Once, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Unknown, CustomerOutcome.Unknown], report.Kinds);
        Assert.StartsWith(
            $"Row 2: The provider answered with customer {Answer.Id(1)}, which already belongs to another row of this run.", report.Outcomes[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_from_an_earlier_run_is_not_accepted_for_another_row()
    {
        var server = Serve(request => request.IsCreate ? Answer.Customer(1) : Answer.NoCustomers);
        var target = OnePay(server);
        await target.RunAsync(target.Rows(1), JournalPath, Once, Cancel);

        var report = await target.RunAsync(target.Rows(2), JournalPath, Once, Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Unknown], report.Kinds);
    }

    [Theory]
    [InlineData("email", "somebody@example.com", "Email")]
    [InlineData("phone", "+573109999999", "Phone")]
    [InlineData("document_number", "999999999", "DocumentNumber")]
    [InlineData("first_name", "Pedro", "FirstName")]
    [InlineData("last_name", "Gil", "LastName")]
    public async Task A_row_whose_answer_shows_another_customer_is_unknown(string name, string value, string field)
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate ? Answer.Json($$"""{"id":"{{Answer.Id(7)}}","{{name}}":"{{value}}"}""") : Answer.NoCustomers);
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.StartsWith(
            $"Row 1: The provider answered with a different customer, {Answer.Id(7)}: its {field} is not the value that was sent.", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"success\":false")]
    [InlineData("\"error\":{\"message\":\"no\"}")]
    [InlineData("\"error\":\"no\"")]
    public async Task A_row_is_unknown_if_the_answer_has_a_customer_and_says_that_the_request_failed(string denial)
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate ? Answer.Json($$"""{"id":"{{Answer.Id(7)}}",{{denial}}}""") : Answer.NoCustomers);
        foreach (var target in new[] { Dots(server), OnePay(server), Target.Stripe(server.Address, Clock) })
        {
            var report = await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel);

            Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
            Assert.StartsWith(
                $"Row 1: The provider answered with the customer {Answer.Id(7)}, and says in the same answer that the request failed.", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"error\":null")]
    [InlineData("\"error\":\"\"")]
    [InlineData("\"success\":true,\"error\":false")]
    public async Task An_answer_with_an_empty_error_counts_as_success(string denial)
    {
        var target = OnePay(Serve(_ => Answer.Json($$"""{"id":"{{Answer.Id(7)}}",{{denial}}}""")));

        Assert.Equal([CustomerOutcome.Created], (await target.RunAsync(target.Rows(1), Once, cancellation: Cancel)).Kinds);
    }

    [Fact]
    public async Task A_row_whose_answer_has_two_ids_is_unknown()
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate ? Answer.Json($$"""{"id":"{{Answer.Id(7)}}","id":"{{Answer.Id(8)}}"}""") : Answer.NoCustomers);
        var target = OnePay(server);

        Assert.Equal([CustomerOutcome.Unknown], (await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel)).Kinds);
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("Stripe")]
    public async Task A_row_whose_answer_has_the_key_of_another_row_is_unknown(string provider)
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate
            ? Answer.Json($$$"""{"id":"{{{Answer.Id(7)}}}","metadata":{"x":[1,{"payment_customers_key":"no"}],"payment_customers_key":"of-another"}}""")
            : Answer.NoCustomers);
        var target = provider == "Dots" ? Dots(server) : Target.Stripe(server.Address, Clock);

        var report = await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Contains("its IdempotencyKey is not the value that was sent", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cc", CustomerOutcome.Created)]
    [InlineData("CEDULA", CustomerOutcome.Created)]
    [InlineData("PASSPORT", CustomerOutcome.Unknown)]
    public async Task An_answer_with_another_document_type_is_rejected_but_other_spellings_of_the_type_are_accepted(string type, CustomerOutcome outcome)
    {
        SkipWaits();
        var server = Serve(request => request.IsCreate ? Answer.Json($$"""{"id":"{{Answer.Id(7)}}","document_type":"{{type}}"}""") : Answer.NoCustomers);
        var target = OnePay(server);

        Assert.Equal([outcome], (await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel)).Kinds);
    }

    [Theory]
    [InlineData("\"   \"")]
    [InlineData("17")]
    [InlineData("\"cus\\u001b[31m\"")]
    [InlineData("\"../../customers?limit=1\"")]
    [InlineData("{\"value\":\"1\"}")]
    [InlineData(null)]
    public async Task A_row_whose_answer_has_an_impossible_id_is_unknown(string? id)
    {
        // In the case without a value, the id is 100 kB long.
        SkipWaits();
        id ??= $"\"{new string('a', 100_000)}\"";
        var server = Serve(request => request.IsCreate ? Answer.Json($$"""{"id":{{id}}}""") : Answer.NoCustomers);
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(1), JournalPath, Once, Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.InRange(report.Outcomes[0].Error!.Message.Length, 20, 1000);
        Assert.InRange(new FileInfo(JournalPath).Length, 100, 2000);
    }

    [Fact]
    public async Task A_late_answer_on_a_reused_connection_is_not_given_to_another_row()
    {
        var emulator = await EmulateAsync(null, new FaultRule { Operation = EmulatedOperation.Create, Kind = FaultKind.LateAnswer, Which = FaultWhich.Nth, N = 2 });
        var target = OnePay(emulator);
        SkipWaits();

        var report = await target.RunAsync(target.Rows(6), OneByOne, cancellation: Cancel);

        var stored = emulator.Store.OnePayCustomers.ToDictionary(customer => customer.Fields.Email!, customer => customer.Id);
        Assert.Equal(6, stored.Count);
        Assert.All(
            report.Outcomes.Where(outcome => outcome.Outcome == CustomerOutcome.Created),
            outcome => Assert.Equal(stored[string.Create(CultureInfo.InvariantCulture, $"row{outcome.Draft.Row}@example.com")], outcome.Customer!.Id));
        Assert.DoesNotContain(CustomerOutcome.Failed, report.Kinds);
    }

    [Fact]
    public async Task A_customer_created_long_before_the_request_is_reported_as_existing()
    {
        var server = Serve(_ => Replayed(TimeSpan.FromMinutes(11)));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Existing], report.Kinds);
        Assert.Equal([Answer.Id(1)], report.Ids);
        Assert.Equal(["POST /v1/customers", $"GET /v1/customers/{Answer.Id(1)}"], server.Requests.Select(request => request.Line));
    }

    [Fact]
    public async Task A_row_whose_key_belongs_to_a_deleted_customer_fails()
    {
        var server = Serve(request => request.IsCreate ? Replayed(TimeSpan.FromMinutes(11)) : Answer.Json(404, "{}"));
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Failed], report.Kinds);
        Assert.StartsWith($"Row 1: OnePay recognised the idempotency key of customer {Answer.Id(1)}, which was deleted later.", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.Contains("a new idempotency key", report.Outcomes[0].Error!.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_created_within_the_allowed_clock_difference_is_reported_as_created()
    {
        var server = Serve(_ => Replayed(TimeSpan.FromMinutes(9)));
        var target = OnePay(server);

        Assert.Equal([CustomerOutcome.Created], (await target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel)).Kinds);
    }

    [Fact]
    public async Task A_server_that_is_silent_during_the_TLS_handshake_counts_as_not_reached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepted = listener.AcceptTcpClientAsync(Cancel);
        var connection = ConnectionFactory.Open(new ConnectionRequest("OnePay")
        {
            Credential = new ProviderCredential(null, Target.OnePaySecret),
            BaseUri = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1"),
        });
        var target = new Target(PaymentProviders.Get("OnePay"), connection, Clock, TimeSpan.FromSeconds(60));

        var running = target.RunAsync(target.Rows(1), JournalPath, Once, Cancel);
        using var client = await accepted;
        Clock.Advance(TimeSpan.FromSeconds(60));
        var report = await running;

        Assert.Equal([PaymentErrorId.ConnectionFailed], report.Errors);
        Assert.Equal([CustomerOutcome.Failed], report.Kinds);
    }

    [Fact]
    public async Task The_error_names_both_customers_that_have_the_key_of_a_row()
    {
        SkipWaits();
        var key = "";
        var server = Serve(request =>
        {
            if (request.IsCreate)
                return Answer.Reset;
            var metadata = $$"""{"payment_customers_key":"{{key}}"}""";
            return Answer.Json($$"""{"data":[{"id":"{{Answer.Id(1)}}","metadata":{{metadata}}},{"id":"{{Answer.Id(2)}}","metadata":{{metadata}}}],"has_more":false}""");
        });
        var target = Dots(server);
        var row = target.Row(1);
        key = row.Key;

        var report = await target.RunAsync([row], OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
        Assert.Contains($"2 customers have the idempotency key of this row: {Answer.Id(1)}, {Answer.Id(2)}.", report.Outcomes[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_customer_that_belongs_to_another_row_is_not_accepted()
    {
        SkipWaits();
        var key = "";
        var server = Serve(request => request switch
        {
            { IsCreate: true, Person: 2 } => Answer.Reset,
            { IsCreate: true } => Answer.Customer(request.Person),
            _ => Answer.Json($$$"""{"data":[{"id":"{{{Answer.Id(1)}}}","metadata":{"payment_customers_key":"{{{key}}}"}}],"has_more":false}"""),
        });
        var target = Dots(server);
        var rows = target.Rows(2);
        key = rows[1].Key;

        var report = await target.RunAsync(rows, OneByOne, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Unknown], report.Kinds);
        Assert.Contains($"{Answer.Id(1)}, which already belongs to another row of this run", report.Outcomes[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_429_with_Retry_After_0_is_still_followed_by_a_backoff()
    {
        var server = Serve(request => request.Number == 1 ? Answer.Json(429, "{}", "Retry-After: 0") : Answer.Customer(request.Person));
        var target = OnePay(server);

        var running = target.RunAsync(target.Rows(1), OneByOne, cancellation: Cancel);
        await Clock.WhenWaitingAsync(some => some >= TimeSpan.FromMilliseconds(250) && some <= TimeSpan.FromMilliseconds(500));

        Assert.Single(server.Requests);
        Clock.SkipUpTo = TimeSpan.FromSeconds(1);
        Assert.Equal([CustomerOutcome.Created], (await running).Kinds);
    }

    private Answer Replayed(TimeSpan age)
    {
        var created = (Clock.GetUtcNow() - age).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Answer.Json($$"""{"id":"{{Answer.Id(1)}}","email":"row1@example.com","created_at":"{{created}}"}""");
    }
}
