using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Providers;

/// <summary>Dots, payment customers, API v2.</summary>
internal sealed partial class DotsContract : ProviderContract
{
    // The encoded form of "client:dots-key-Zx9_8", as it is sent.
    private const string Token = "Y2xpZW50OmRvdHMta2V5LVp4OV84";

    public override PaymentProvider Provider => PaymentProviders.Get("Dots");

    public override string Path => "/api/v2/payment-customers";

    public override ProviderCredential Credential { get; } = new("client", "dots-key-Zx9_8");

    public override string Authorization => $"Basic {Token}";

    public override IReadOnlyList<string> Secrets { get; } = ["dots-key-Zx9_8", Token, "client:dots-key-Zx9_8"];

    public override IReadOnlyDictionary<string, string> Variables { get; } =
        new Dictionary<string, string> { ["DOTS_CLIENT_ID"] = "client", ["DOTS_API_KEY"] = "dots-key-Zx9_8" };

    public override IReadOnlyList<ProviderCredential> WrongCredentials { get; } = [new(null, "only-a-key-0815"), new("client:a", "some-key-0815"), new("", "some-key-0815")];

    public override string? KeyHeader => null;

    public override IReadOnlyList<CustomerField> Required { get; } = [FirstName, LastName];

    public override (CustomerField Field, string Value)[] Row(int person) =>
    [
        .. Names(person), (MiddleName, "María"), (Country, "CO"), (City, "Cali"), (State, "Valle"), (Postcode, "760001"), (AddressLine1, "Calle 1 # 2-3"),
        (Metadata, """{"cedula": "123"}"""),
    ];

    public override string Body(int person, string key) =>
        $$"""{"first_name":"Ana","middle_name":"María","last_name":"Muñoz {{person}}",{{Reach(person)}},{{Rest(key)}}}""";

    public override string Customer(string id, int person, string key) =>
        $$"""
        {"id":"{{id}}","user_id":null,"first_name":"Ana","middle_name":"María","last_name":"Muñoz {{person}}","business_name":"",{{Reach(person)}},{{Rest(key)}},
        "created":"2034-01-02T03:04:05Z","updated":"2034-01-02T03:04:05Z"}
        """;

    // The answer to a create has only some of the members.
    public override string Created(string id, int person, string key) => $$"""{"id":"{{id}}","user_id":"",{{Reach(person)}}}""";

    public override IReadOnlyDictionary<CustomerField, string> Shown(int person) => new Dictionary<CustomerField, string>
    {
        [FirstName] = "Ana",
        [MiddleName] = "María",
        [LastName] = $"Muñoz {person}",
        [Email] = $"row{person}@example.com",
        [CustomerField.Phone] = Phone(person),
        [CountryCode] = "57",
        [Country] = "CO",
        [City] = "Cali",
        [State] = "Valle",
        [Postcode] = "760001",
        [AddressLine1] = "Calle 1 # 2-3",
        [Metadata] = """{"cedula":"123"}""",
    };

    public override string Page(IEnumerable<string> customers) => $$"""{"data":[{{string.Join(',', customers)}}],"has_more":false}""";

    public override string? KeyOf(ScriptedRequest create) => KeyInBody().Match(create.Body) is { Success: true } match ? match.Groups[1].Value : null;

    public override IReadOnlyList<ListShape> Lists { get; } =
    [
        new("it says whether there is more",
            ["""{"data":[{"id":"a"},{"id":"b"}],"has_more":true}""", """{"data":[{"id":"c"}],"has_more":false}"""],
            ["limit=100", "limit=100&starting_after=b"]),
        new("it does not say so",
            ["""{"data":[{"id":"a"},{"id":"b"}]}""", """{"data":[{"id":"c"}]}""", """{"data":[]}"""],
            ["limit=100", "limit=100&starting_after=b", "limit=100&starting_after=c"]),
    ];

    public override IReadOnlyList<Refusal> Refusals { get; } =
    [
        new(ProviderOperation.Retrieve, 403, """{"success":false,"message":"Not found or unauthorized"}""", PaymentErrorId.CustomerNotFound, null, "Not found or unauthorized"),
        new(ProviderOperation.Create, 200, """{"success":false,"message":"Invalid email"}""", PaymentErrorId.ProviderRejected, null, "Invalid email"),
        new(ProviderOperation.Create, 400, """{"success":false,"error":21,"message":"Invalid email"}""", PaymentErrorId.ProviderRejected, "21", "Invalid email"),
        new(ProviderOperation.Create, 400, """{"error":"Invalid email"}""", PaymentErrorId.ProviderRejected, null, "Invalid email"),
        new(ProviderOperation.Retrieve, 404, """{"error_code":"no_such_resource","error_message":"No such customer"}""", PaymentErrorId.CustomerNotFound, "no_such_resource", "No such customer"),
    ];

    // The contract says "Not found or unauthorized".
    public override PaymentErrorId? OwnMeaning(ProviderOperation operation, int status) =>
        (operation, status) == (ProviderOperation.Retrieve, 403) ? PaymentErrorId.CustomerNotFound : null;

    private static string Reach(int person) => $$"""
        "email":"row{{person}}@example.com","phone_number":"{{Phone(person)[3..]}}","country_code":"57"
        """;

    private static string Rest(string key) => $$"""
        "address":{"country":"CO","city":"Cali","state":"Valle","postcode":"760001","line_1":"Calle 1 # 2-3"},"metadata":{"payment_customers_key":"{{key}}","cedula":"123"}
        """;

    [GeneratedRegex("\"metadata\":\\{\"payment_customers_key\":\"([^\"]+)\"")]
    private static partial Regex KeyInBody();
}
