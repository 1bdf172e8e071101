using Microsoft.Extensions.Time.Testing;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class LogTests
{
    private static readonly (string Column, string? Value)[] DotsRow =
    [
        ("FirstName", "Anastasia"), ("MiddleName", "Milagros"), ("LastName", "Ñuñez"), ("Email", "anastasia@example.co"), ("Phone", "+573001234567"),
        ("UserId", "3c90c3cc-0d44-4b50-8888-8dd25736052a"), ("Country", "CO"), ("City", "Bogotá"), ("State", "DC"), ("Postcode", "110111"),
        ("AddressLine1", "Calle Larga 1"), ("AddressLine2", "Apto. 44"), ("Metadata", """{"note":"Geheim","city":"Geheim","n":4711471147}"""), ("IdempotencyKey", "key-0123456789"),
    ];

    private static readonly string[] Personal =
    [
        "Anastasia", "anastasia", "Milagros", "Ñuñez", "example", "3001234567", "110111", "Larga", "Apto", "Geheim", "4711471147", "1060500333", "1990",
    ];

    [Theory]
    [InlineData("key-0123456789", "key-012")]
    [InlineData("pc1-0123456789012345678901234567890123456789012", "pc1-01234567")]
    [InlineData("1060500333", "10605")]
    public async Task A_create_is_logged_in_one_line_with_at_most_half_of_its_key(string key, string shown)
    {
        var log = new RecordingLog(wantsDebug: false);
        await using var server = new ScriptedServer(Answer.Json("""{"id":"1"}""", 201));

        await CreateAsync("Dots", server, log, [("FirstName", "Ana"), ("LastName", "Ruiz"), ("IdempotencyKey", key)]);

        Assert.Equal($"POST {server.Address}api/v2/payment-customers 201 0 ms key {shown}", Assert.Single(log.VerboseLines));
        Assert.Empty(log.DebugLines);
    }

    [Fact]
    public async Task A_list_request_is_logged_without_its_query()
    {
        var log = new RecordingLog();
        await using var server = new ScriptedServer(Answer.Json("""{"data":[]}"""));
        var client = TestConnections.Client("OnePay", server, new ProviderClientOptions { Log = log, Clock = new FakeTimeProvider() });

        await foreach (var _ in new CustomerRequests(client).ListAsync(new CustomerFilter { DocumentNumber = "1060500333" }, TestContext.Current.CancellationToken))
        {
        }

        Assert.Equal("GET /v1/customers?page=1&per_page=100&document_number=1060500333", Assert.Single(server.Requests).Line);
        Assert.Equal($"GET {server.Address}v1/customers 200 0 ms", Assert.Single(log.VerboseLines));
        Assert.DoesNotContain("1060500333", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_logged_with_its_failure()
    {
        var log = new RecordingLog();
        await using var server = new ScriptedServer(Answer.ClosedBefore);

        await CreateAsync("OnePay", server, log, Rows.OnePayPerson);
        var refusing = AttemptTests.Refusing();
        var refused = TestConnections.Client("OnePay", refusing, new ProviderClientOptions { Log = log, Clock = new FakeTimeProvider() });
        await refused.RetrieveAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal(
            [$"POST {server.Address}v1/customers ConnectionLost 0 ms key {Rows.Prepare("OnePay", Rows.OnePayPerson).Key[..12]}", $"GET {refusing}v1/customers/1 NotConnected 0 ms"],
            log.VerboseLines);
    }

    [Fact]
    public async Task Bodies_are_logged_with_every_personal_value_masked()
    {
        var log = new RecordingLog();
        await using var server = new ScriptedServer(Answer.Json(
            """{"id":"9da58912-101d-46f8-86c9-20a52119c0bf","email":"anastasia@example.co","phone_number":"3001234567","address":{"line_1":"Calle Larga 1"},"list":[{"last_name":"Ñuñez"}],"is_test":true}"""));

        await CreateAsync("Dots", server, log, DotsRow);

        Assert.Equal(
            [
                """> POST /api/v2/payment-customers {"first_name":"A***","middle_name":"M***","last_name":"Ñ***","email":"a***@***.co","phone_number":"***67","country_code":"57","user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","address":{"country":"CO","city":"Bogotá","state":"DC","postcode":"***","line_1":"***","line_2":"***"},"metadata":{"payment_customers_key":"***","city":"***","n":"***","note":"***"}}""",
                """< 200 {"id":"9da58912-101d-46f8-86c9-20a52119c0bf","email":"a***@***.co","phone_number":"***67","address":{"line_1":"***"},"list":[{"last_name":"Ñ***"}],"is_test":true}""",
            ],
            log.DebugLines);
        Assert.All(Personal, text => Assert.DoesNotContain(text, log.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Personal_values_are_masked_in_the_providers_messages()
    {
        var log = new RecordingLog();
        await using var server = new ScriptedServer(Answer.Json(
            """{"message":"anastasia@example.co, +573001234567 y 300 123 4567 ya existen (1060500333).","id":"9da58912-101d-46f8-86c9-20a52119c0bf","created":"2024-12-04T20:09:08.000000Z","errors":{"email":["anastasia@example.co"]}}""", 422));

        await CreateAsync("OnePay", server, log, Rows.OnePayPerson);

        Assert.Equal(
            """< 422 {"message":"***@***, ***67 y ***67 ya existen (***33).","id":"9da58912-101d-46f8-86c9-20a52119c0bf","created":"2024-12-04T20:09:08.000000Z","errors":{"email":["a***@***.co"]}}""",
            log.DebugLines.Last());
    }

    [Theory]
    [InlineData("text/html", "<p>anastasia@example.co</p>", "< 500 (27 bytes that are not JSON)")]
    [InlineData("application/json", "{\"message\":\"cut", "< 500 (15 bytes that are not JSON)")]
    [InlineData("application/json", """{"message":"\ud83d"}""", "< 500 (20 bytes that are not JSON)")]
    [InlineData("application/json", """{"\ud83d":1}""", "< 500 (12 bytes that are not JSON)")]
    [InlineData("application/json", """{"a":null,"b":1.50,"first_name":1}""", """< 500 {"a":null,"b":1.50,"first_name":"1***"}""")]
    [InlineData("application/json", """{"name":"Anastasia Ñuñez","code_name":"some_code"}""", """< 500 {"name":"A***","code_name":"some_code"}""")]
    [InlineData("application/json", "\"Anastasia\"", "< 500 \"Anastasia\"")]
    public async Task An_answer_that_is_not_json_is_logged_by_its_length(string mediaType, string body, string line)
    {
        var log = new RecordingLog();
        await using var server = new ScriptedServer(Answer.Text(body, 500) with { MediaType = mediaType });

        await CreateAsync("OnePay", server, log, Rows.OnePayPerson);

        Assert.Equal(line, log.DebugLines.Last());
    }

    [Fact]
    public async Task A_long_body_is_shortened()
    {
        var log = new RecordingLog();
        await using var server = new ScriptedServer(Answer.Json($$"""{"a":"{{new string('x', 9000)}}"}"""));

        await CreateAsync("OnePay", server, log, Rows.OnePayPerson);

        Assert.Equal($$"""< 200 {"a":"{{new string('x', 3994)}}…""", log.DebugLines.First(line => line.StartsWith('<')));
    }

    private static Task<DraftOutcome> CreateAsync(string provider, ScriptedServer server, RecordingLog log, (string Column, string? Value)[] row) =>
        new CustomerCreator(TestConnections.Client(provider, server, new ProviderClientOptions { Log = log, Clock = new FakeTimeProvider() }))
            .CreateAsync(Rows.Prepare(provider, row), TestContext.Current.CancellationToken);
}
