using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Creation;

public sealed class CreatedCustomerTests
{
    private const string Id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

    [Fact]
    public async Task A_created_customer_of_Dots_has_the_values_of_the_answer_and_otherwise_the_sent_ones()
    {
        var customer = await CreateAsync(
            "Dots",
            $$"""{"id":"{{Id}}","user_id":"9da58912-101d-46f8-86c9-20a52119c0bf","email":"ANA@example.co","country_code":"1","phone_number":"3105551234"}""",
            Rows.Least(
                "Dots", ("Email", "ana@example.co"), ("Phone", "+13105551234"), ("Metadata", """{"b":1,"a":{"c":"ñ"}}"""), ("Country", "US"),
                ("City", "Miami"), ("State", "FL"), ("Postcode", "33101"), ("AddressLine1", "1 Main St")));

        Assert.Equal(("Dots", Id, 1L, CustomerOutcome.Created), (customer.Provider, customer.Id, customer.Row, customer.Outcome));
        Assert.Equal(("Ana", null, "Ruiz", null), (customer.FirstName, customer.MiddleName, customer.LastName, customer.BusinessName));
        Assert.Equal(("ANA@example.co", "+13105551234", "1"), (customer.Email, customer.Phone, customer.CountryCode));
        Assert.Equal("9da58912-101d-46f8-86c9-20a52119c0bf", customer.UserId);
        Assert.Equal(
            ("US", "Miami", "FL", "33101", "1 Main St", null),
            (customer.Country, customer.City, customer.State, customer.Postcode, customer.AddressLine1, customer.AddressLine2));
        Assert.Equal("""{"a":{"c":"ñ"},"b":1}""", customer.Metadata!.ToString());
        Assert.Matches("^pc1-[A-Za-z0-9_-]{43}$", customer.IdempotencyKey);
        Assert.Equal((null, null), (customer.Created, customer.Updated));
        Assert.Equal($"Dots {Id}", customer.ToString());
    }

    [Fact]
    public async Task A_created_customer_of_OnePay_has_the_values_of_the_answer_and_otherwise_the_sent_ones()
    {
        var customer = await CreateAsync(
            "OnePay",
            """{"id":"9da58912","first_name":"ANA","last_name":null,"email":"","phone":"+573001234567","document_type":"RUT","created_at":"2024-12-04T20:09:08.000000Z","is_test":true}""",
            Rows.Least("OnePay", ("IdempotencyKey", "key-1"), ("EnableNotifications", "no"), ("BirthDate", "19900131"), ("Nationality", "COL")));

        Assert.Equal(("OnePay", "9da58912", CustomerOutcome.Existing), (customer.Provider, customer.Id, customer.Outcome));
        Assert.Equal(("ANA", "Ruiz", "ana@example.co", "+573001234567"), (customer.FirstName, customer.LastName, customer.Email, customer.Phone));
        Assert.Equal(("natural", "RUT", "1060500333"), (customer.CustomerType, customer.DocumentType, customer.DocumentNumber));
        Assert.Equal((false, "CO", "1990-01-31"), (customer.EnableNotifications, customer.Nationality, customer.BirthDate));
        Assert.Equal("key-1", customer.IdempotencyKey);
        Assert.Equal(new DateTimeOffset(2024, 12, 4, 20, 9, 8, TimeSpan.Zero), customer.Created);
    }

    [Fact]
    public async Task The_key_in_the_metadata_of_an_answer_is_shown_as_the_idempotency_key()
    {
        var customer = await CreateAsync(
            "Dots", $$$"""{"id":"{{{Id}}}","metadata":{"payment_customers_key":"key-1","vip":true}}""", Rows.Least("Dots", ("IdempotencyKey", "key-1")));

        Assert.Equal("key-1", customer.IdempotencyKey);
        Assert.Equal("""{"vip":true}""", customer.Metadata!.ToString());
    }

    [Fact]
    public async Task Metadata_that_contains_only_the_idempotency_key_is_shown_as_missing()
    {
        var customer = await CreateAsync("Dots", $$$"""{"id":"{{{Id}}}","metadata":{"payment_customers_key":"key-1"}}""", [.. Rows.DotsPerson, ("IdempotencyKey", "key-1")]);

        Assert.Null(customer.Metadata);
        Assert.Equal("key-1", customer.IdempotencyKey);
    }

    [Theory]
    [InlineData("""{"data":{"id":"4711"}}""", "4711")]
    [InlineData("""{"unknown":{"id":"x"},"id":"4711"}""", "4711")]
    [InlineData("""  {"id":"4711"}  """, "4711")]
    public async Task The_id_is_found_in_each_place_of_an_answer(string answer, string id) =>
        Assert.Equal(id, (await CreateAsync("OnePay", answer, Rows.OnePayPerson)).Id);

    [Fact]
    public async Task A_created_customer_used_as_a_row_has_the_same_key()
    {
        var customer = await CreateAsync(
            "Dots", $$"""{"id":"{{Id}}","phone_number":"3105551234","country_code":"1"}""",
            Rows.Least("Dots", ("Phone", "+13105551234"), ("metadata.a", "1")));

        var again = Rows.Prepare(
            "Dots", ("Provider", customer.Provider), ("Id", customer.Id), ("FirstName", customer.FirstName), ("LastName", customer.LastName), ("Phone", customer.Phone),
            ("CountryCode", customer.CountryCode), ("Metadata", customer.Metadata!.ToString()), ("Row", "1"), ("Outcome", "Created"));

        Assert.Equal(customer.IdempotencyKey, again.Key);
    }

    [Fact]
    public async Task A_customer_of_one_provider_can_be_used_as_a_row_for_the_other()
    {
        var customer = await CreateAsync("OnePay", """{"id":"9da58912","phone":"+573001234567"}""", Rows.Least("OnePay", ("Phone", "300 123 4567"), ("CountryCode", "CO")));

        var other = Rows.Prepare(
            "Dots", ("FirstName", customer.FirstName), ("LastName", customer.LastName), ("Phone", customer.Phone), ("CountryCode", customer.CountryCode),
            ("Provider", "OnePay"), ("IdempotencyKey", customer.IdempotencyKey));

        Assert.StartsWith("""{"first_name":"Ana","last_name":"Ruiz","phone_number":"3001234567","country_code":"57",""", Rows.Body(other), StringComparison.Ordinal);
        Assert.NotEqual(customer.IdempotencyKey, other.Key);
    }

    private static async Task<PaymentCustomerResult> CreateAsync(string provider, string answer, (string Column, string? Value)[] row)
    {
        await using var server = new ScriptedServer(Answer.Json(answer, 201));
        var result = await new CustomerCreator(TestConnections.Client(provider, server)).CreateAsync(Rows.Prepare(provider, row), TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        return result.Customer!;
    }
}
