using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class DotsCreateTests : EmulatorTest
{
    private const string Address = """{"country":"US","city":"Española","state":"NM","postcode":"87532","line_1":"1 Main St"}""";

    private const string Everything =
        $$$"""
        {"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","email":"jsmith@example.com","country_code":"1","phone_number":"3105551234",
         "first_name":"John","middle_name":"Q","last_name":"Smith","address":{{{Address}}},
         "metadata":{"payment_customers_key":"k-1","n":1.50,"deep":{"a":[null,"",true]} }}
        """;

    [Fact]
    public async Task A_create_returns_the_documented_members()
    {
        var answer = await CreateDotsAsync(Everything);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal(
            $$"""{"id":"{{answer.Id}}","user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","email":"jsmith@example.com","country_code":"1","phone_number":"3105551234"}""",
            answer.Text);
        Assert.True(Guid.TryParseExact(answer.Id, "D", out _));
    }

    [Fact]
    public async Task A_retrieve_returns_all_members_and_the_metadata_as_sent()
    {
        Emulator.Store.Clear();
        var id = (await CreateDotsAsync(Everything)).Id;

        var answer = await DotsAsync(HttpMethod.Get, "/" + id);

        Assert.Equal(200, answer.Status);
        Assert.Contains("""
            "first_name":"John","middle_name":"Q","last_name":"Smith","business_name":"","address":{"country":"US","city":"Española","state":"NM","postcode":"87532","line_1":"1 Main St","line_2":""},"metadata":{"payment_customers_key":"k-1","n":1.50,"deep":{"a":[null,"",true]}},"created":"
            """.Trim(), answer.Text, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", answer["created"]!);
        Assert.Equal(answer["created"], answer["updated"]);
    }

    [Theory]
    [InlineData(AbsentFields.EmptyStrings, "\"user_id\":\"\"", "\"line_2\":\"\"},\"metadata\":{},")]
    [InlineData(AbsentFields.Nulls, "\"user_id\":null", "\"address\":null,\"metadata\":null")]
    [InlineData(AbsentFields.Omitted, "\"first_name\":\"José\",\"last_name\":\"Muñoz\"", "\"last_name\":\"Muñoz\",\"created\":")]
    public async Task Missing_fields_are_returned_in_the_configured_form(AbsentFields absent, params string[] fragments)
    {
        Emulator.Configure(options => options with { DotsAbsentFields = absent });
        var answer = await DotsAsync(HttpMethod.Get, "/" + (await CreateDotsAsync()).Id);

        Assert.All(fragments, fragment => Assert.Contains(fragment, answer.Text, StringComparison.Ordinal));
        Assert.Equal(absent == AbsentFields.Omitted, !answer.Text.Contains("user_id", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task The_status_of_a_create_can_be_configured(int status)
    {
        Emulator.Configure(options => options with { DotsCreateStatus = status });

        Assert.Equal(status, (await CreateDotsAsync()).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task A_content_type_other_than_json_is_refused(string? contentType)
    {
        var answer = await DotsAsync(HttpMethod.Post, body: Person, contentType: contentType);

        Assert.Equal(415, answer.Status);
        Assert.Equal("Content-Type must be application/json", answer["message"]);
    }

    [Fact]
    public async Task A_charset_of_utf8_is_accepted() =>
        Assert.Equal(200, (await DotsAsync(HttpMethod.Post, body: Person, contentType: "application/json; charset=\"UTF-8\"")).Status);

    [Theory]
    [InlineData("", "Request body is not valid JSON")]
    [InlineData("{", "Request body is not valid JSON")]
    [InlineData("{\"first_name\":\"A\",}", "Request body is not valid JSON")]
    [InlineData("{\"first_name\":\"A\",\"first_name\":\"B\",\"last_name\":\"C\"}", "Request body is not valid JSON")]
    [InlineData("{\"first_name\":\"\\ud800\",\"last_name\":\"C\"}", "Request body is not valid JSON")]
    [InlineData("[]", "Request body must be a JSON object")]
    [InlineData("\"x\"", "Request body must be a JSON object")]
    public async Task A_body_that_is_not_a_json_object_is_400(string body, string message)
    {
        var answer = await CreateDotsAsync(body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(message, answer["message"]);
    }

    [Theory]
    [InlineData("id", "\"3c90c3cc-0d44-4b50-8888-8dd25736052a\"", "id is assigned by the server")]
    [InlineData("created", "\"2023-11-07T05:31:56Z\"", "created is assigned by the server")]
    [InlineData("updated", "\"2023-11-07T05:31:56Z\"", "updated is assigned by the server")]
    [InlineData("phone", "\"1\"", "Unknown field: phone")]
    [InlineData("idempotency_key", "\"3c90c3cc-0d44-4b50-8888-8dd25736052a\"", "Unknown field: idempotency_key")]
    [InlineData("email", "null", "email must not be null")]
    [InlineData("email", "\"\"", "email must not be empty")]
    [InlineData("email", "7", "email must be a string")]
    [InlineData("email", "\"jsmith\"", "email must be a valid email address")]
    [InlineData("email", "\"j smith@example.com\"", "email must be a valid email address")]
    [InlineData("email", "\"jsmith@example\"", "email must be a valid email address")]
    [InlineData("user_id", "\"42\"", "user_id must be a UUID")]
    [InlineData("user_id", "\"{3c90c3cc-0d44-4b50-8888-8dd25736052a}\"", "user_id must be a UUID")]
    [InlineData("country_code", "\"+1\"", "country_code must be 1 to 3 digits")]
    [InlineData("country_code", "\"1234\"", "country_code must be 1 to 3 digits")]
    [InlineData("country_code", "1", "country_code must be a string")]
    [InlineData("phone_number", "\"310-555\"", "phone_number must be 1 to 20 digits")]
    [InlineData("phone_number", "\"123456789012345678901\"", "phone_number must be 1 to 20 digits")]
    [InlineData("phone_number", "\"\\u0661\"", "phone_number must be 1 to 20 digits")]
    [InlineData("first_name", "\"123456789012345678901234567890123456789012345678901\"", "first_name must be between 1 and 50 characters")]
    [InlineData("middle_name", "\" \"", "middle_name must not be empty")]
    [InlineData("first_name", null, "Either first_name and last_name, or business_name, is required")]
    [InlineData("last_name", null, "Either first_name and last_name, or business_name, is required")]
    [InlineData("business_name", "\"Acme\"", "Provide either first_name and last_name, or business_name, not both")]
    [InlineData("metadata", "\"a=b\"", "metadata must be an object")]
    [InlineData("metadata", "[]", "metadata must be an object")]
    [InlineData("metadata", "null", "metadata must be an object")]
    [InlineData("address", "\"1 Main St\"", "address must be an object")]
    public async Task A_field_that_breaks_a_rule_is_refused_and_nothing_is_stored(string field, string? json, string message)
    {
        var answer = await CreateDotsAsync(With(Person, field, json));

        Assert.Equal(400, answer.Status);
        Assert.Equal("False", answer["success"], ignoreCase: true);
        Assert.Equal(message, answer["message"]);
        Assert.Equal(0, Emulator.Store.DotsCount);
    }

    [Theory]
    [InlineData("country", null, "address.country is required")]
    [InlineData("city", null, "address.city is required")]
    [InlineData("state", null, "address.state is required")]
    [InlineData("postcode", null, "address.postcode is required")]
    [InlineData("line_1", null, "address.line_1 is required")]
    [InlineData("line_2", "\"\"", "address.line_2 must not be empty")]
    [InlineData("line_2", "null", "address.line_2 must not be null")]
    [InlineData("city", "5", "address.city must be a string")]
    [InlineData("zip", "\"87532\"", "Unknown field: address.zip")]
    public async Task An_address_that_breaks_a_rule_is_refused(string field, string? json, string message)
    {
        var answer = await CreateDotsAsync(With(Person, "address", With(Address, field, json)));

        Assert.Equal(400, answer.Status);
        Assert.Equal(message, answer["message"]);
    }

    [Theory]
    [InlineData("""{"business_name":"Café Olé Inc."}""")]
    [InlineData("""{"first_name":"A","last_name":"B","metadata":{}}""")]
    [InlineData("""{"first_name":"A","last_name":"B","metadata":{"payment_customers_key":7}}""")]
    public async Task A_business_name_or_a_persons_name_is_enough(string body) => Assert.Equal(200, (await CreateDotsAsync(body)).Status);

    [Fact]
    public async Task The_limit_of_fifty_characters_counts_characters_and_not_code_units()
    {
        var name = string.Concat(Enumerable.Repeat("😀", 50));

        Assert.Equal(200, (await CreateDotsAsync(With(Person, "first_name", $"\"{name}\""))).Status);
        Assert.Equal(400, (await CreateDotsAsync(With(Person, "first_name", $"\"{name}x\""))).Status);
    }

    [Fact]
    public async Task Sending_the_same_create_twice_makes_two_customers()
    {
        var first = await CreateDotsAsync(Everything);
        var second = await CreateDotsAsync(Everything);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(["k-1", "k-1"], Emulator.Store.DotsCustomers.Select(customer => customer.Key));
    }
}
