using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Reading;

public sealed class LenientReadingTests
{
    [Fact]
    public async Task The_object_of_the_Dots_contract_is_read_completely()
    {
        var customer = await ReadAsync("Dots", """
            {"id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","user_id":"9da58912-101d-46f8-86c9-20a52119c0bf",
             "email":"jsmith@example.com","country_code":"1","phone_number":"3105551234",
             "first_name":"José","middle_name":"María","last_name":"Ñuñez","business_name":"",
             "address":{"country":"US","city":"Miami","state":"FL","postcode":"33101","line_1":"1 Main St","line_2":"Apt. 2"},
             "metadata":{"payment_customers_key":"key-1","z":[1,{"b":2,"a":null}],"a":"ñ"},"created":"2023-11-07T05:31:56Z","updated":"2023-11-08T05:31:56Z"}
            """);

        Assert.Equal(
            new Dictionary<CustomerField, string>
            {
                [FirstName] = "José",
                [MiddleName] = "María",
                [LastName] = "Ñuñez",
                [Email] = "jsmith@example.com",
                [Phone] = "+13105551234",
                [CountryCode] = "1",
                [UserId] = "9da58912-101d-46f8-86c9-20a52119c0bf",
                [Country] = "US",
                [City] = "Miami",
                [State] = "FL",
                [Postcode] = "33101",
                [AddressLine1] = "1 Main St",
                [AddressLine2] = "Apt. 2",
                [Metadata] = """{"a":"ñ","z":[1,{"a":null,"b":2}]}""",
                [IdempotencyKey] = "key-1",
            },
            Given(customer));
        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", customer.Id);
        Assert.Equal((Moment(7), Moment(8)), (customer.Created, customer.Updated));

        static DateTimeOffset? Moment(int day) => new DateTimeOffset(2023, 11, day, 5, 31, 56, TimeSpan.Zero);
    }

    [Fact]
    public async Task The_object_of_the_OnePay_contract_is_read_completely()
    {
        var customer = await ReadAsync("OnePay", """
            {"id":"9da58912-101d-46f8-86c9-20a52119c0bf","first_name":"John","last_name":"Doe","email":"john.doe@example.com",
             "phone":"+573100001020","document_type":"CC","document_number":"1060500333","nationality":"CO",
             "birthdate":"1990-01-01","created_at":"2024-12-04T20:09:08.000000Z","user_type":"natural","enable_notifications":false,"related_to":"grupo-1"}
            """);

        Assert.Equal(
            new Dictionary<CustomerField, string>
            {
                [FirstName] = "John",
                [LastName] = "Doe",
                [Email] = "john.doe@example.com",
                [Phone] = "+573100001020",
                [CustomerType] = "natural",
                [DocumentType] = "CC",
                [DocumentNumber] = "1060500333",
                [EnableNotifications] = "false",
                [Nationality] = "CO",
                [BirthDate] = "1990-01-01",
                [RelatedTo] = "grupo-1",
            },
            Given(customer));
        Assert.Equal(false, customer.EnableNotifications);
    }

    [Theory]
    [InlineData("""{"id":"1","email":"","document_type":"RUT","document_number":null}""", "DocumentType=RUT")]
    [InlineData("""{"id":"1","document_number":1060500333,"phone":573001234567,"enable_notifications":1}""", "Phone=573001234567 DocumentNumber=1060500333 EnableNotifications=1")]
    [InlineData("""{"id":"1","enable_notifications":true,"first_name":false}""", "FirstName=false EnableNotifications=true")]
    [InlineData("""{"id":"1","first_name":{"es":"Ana"},"last_name":["Ruiz"],"email":{},"phone":[]}""", "")]
    [InlineData("""{"id":"1","is_test":true,"wallet":{"email":"x@example.co","id":"2","list":[{"phone":"1"}]},"tags":[{"id":"3"}]}""", "")]
    [InlineData("""{"id":"1","metadata":{"a":1},"address":{"city":"Bogotá"},"business_name":"Éxito"}""", "")]
    [InlineData("""{"id":"1","first_name":"Ana","first_name":"Eva"}""", "FirstName=Eva")]
    [InlineData("""{"id":"1","first\u005fname":"\u00d1\ud83d\ude00"}""", "FirstName=Ñ😀")]
    [InlineData("""{"id":"1"}""", "")]
    public async Task An_object_of_OnePay_with_missing_or_additional_members_is_read(string answer, string fields) =>
        Assert.Equal(fields, Text(await ReadAsync("OnePay", answer)));

    [Theory]
    [InlineData("""{"id":"1","address":null,"metadata":null,"business_name":null,"created":null}""", "")]
    [InlineData("""{"id":"1","address":{},"metadata":{},"business_name":""}""", "")]
    [InlineData("""{"id":"1","address":"Calle 1","metadata":"{}"}""", "")]
    [InlineData("""{"id":"1","address":[{"city":"Bogotá"}],"metadata":[1]}""", "")]
    [InlineData("""{"id":"1","address":{"city":"Bogotá","geo":{"city":"x"},"id":"2","line_1":null,"created":"x"},"city":"Cali"}""", "City=Bogotá")]
    [InlineData("""{"id":"1","country_code":57,"phone_number":3001234567}""", "Phone=+573001234567 CountryCode=57")]
    [InlineData("""{"id":"1","country_code":null,"phone_number":"3001234567"}""", "Phone=3001234567")]
    [InlineData("""{"id":"1","country_code":"57","phone_number":"+573001234567"}""", "Phone=+573001234567 CountryCode=57")]
    [InlineData("""{"id":"1","country_code":"57","phone_number":null}""", "CountryCode=57")]
    [InlineData("""{"id":"1","metadata":{"payment_customers_key":7}}""", "")]
    [InlineData("""{"id":"1","metadata":{"note":"payment_customers_key"}}""", """Metadata={"note":"payment_customers_key"}""")]
    public async Task An_object_of_Dots_with_missing_or_additional_members_is_read(string answer, string fields) =>
        Assert.Equal(fields, Text(await ReadAsync("Dots", answer)));

    [Theory]
    [InlineData("\"2024-12-04T20:09:08Z\"", "2024-12-04T20:09:08.0000000+00:00")]
    [InlineData("\"2024-12-04T20:09:08.000000Z\"", "2024-12-04T20:09:08.0000000+00:00")]
    [InlineData("\"2024-12-04T20:09:08.123456Z\"", "2024-12-04T20:09:08.1234560+00:00")]
    [InlineData("\"2024-12-04T20:09:08+00:00\"", "2024-12-04T20:09:08.0000000+00:00")]
    [InlineData("\"2024-12-04T15:09:08-05:00\"", "2024-12-04T15:09:08.0000000-05:00")]
    [InlineData("\"2024-12-04T20:09:08\"", "2024-12-04T20:09:08.0000000+00:00")]
    [InlineData("\"2024-12-04 20:09:08\"", "2024-12-04T20:09:08.0000000+00:00")]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"yesterday\"", null)]
    [InlineData("1733342948", "2024-12-04T20:09:08.0000000+00:00")]
    [InlineData("{\"date\":\"2024-12-04\"}", null)]
    [InlineData("[]", null)]
    public async Task A_time_is_read_in_every_form_in_use(string json, string? moment)
    {
        var onePay = await ReadAsync("OnePay", $$"""{"created_at":{{json}},"updated_at":{{json}},"id":"1"}""");
        var dots = await ReadAsync("Dots", $$"""{"created":{{json}},"updated":{{json}},"id":"1"}""");

        Assert.All(
            [onePay.Created, onePay.Updated, dots.Created, dots.Updated],
            read => Assert.Equal(moment, read?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<PaymentCustomer> ReadAsync(string provider, string answer)
    {
        await using var server = new ScriptedServer(Answer.Json(answer));
        return await new CustomerRequests(TestConnections.Client(provider, server)).RetrieveAsync("1", TestContext.Current.CancellationToken);
    }

    private static Dictionary<CustomerField, string> Given(PaymentCustomer customer) =>
        FieldCatalog.All.Where(rule => customer[rule.Field] is not null).ToDictionary(rule => rule.Field, rule => customer[rule.Field]!);

    private static string Text(PaymentCustomer customer) => string.Join(' ', Given(customer).Select(pair => $"{pair.Key}={pair.Value}"));
}
