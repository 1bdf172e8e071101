using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Providers;

/// <summary>Stripe, customers, API v1.</summary>
internal sealed class StripeContract : ProviderContract
{
    private const string Key = "rk_test_Zx8Cv3Bn";

    public override PaymentProvider Provider => PaymentProviders.Get("Stripe");

    public override string Path => "/v1/customers";

    public override ProviderCredential Credential { get; } = new(null, Key);

    public override string Authorization => $"Bearer {Key}";

    public override IReadOnlyList<string> Secrets { get; } = [Key];

    public override IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string> { ["STRIPE_API_KEY"] = Key };

    public override IReadOnlyList<ProviderCredential> WrongCredentials { get; } = [new("client", Key), new(null, "pk_test_0815"), new(null, "any-key-0815"), new(null, "sk_0815")];

    public override string MediaType => "application/x-www-form-urlencoded";

    public override string? KeyHeader => "Idempotency-Key";

    public override bool HasKeyInBody => true;

    public override IReadOnlyList<CustomerField> Required { get; } = [];

    public override (CustomerField Field, string Value)[] Row(int person) =>
    [
        .. Names(person), (MiddleName, "María"), (Country, "CO"), (City, "Santa Marta"), (State, "Magdalena"), (Postcode, "470001"),
        (AddressLine1, "Calle 1 # 2-3 & más"), (AddressLine2, "Apto 4"), (Metadata, """{"plan": "gold", "since": 2019, "vip": true}"""),
    ];

    public override string Body(int person, string key) =>
        $"name=Ana+Mar%C3%ADa+Mu%C3%B1oz+{person}&email=row{person}%40example.com&phone=%2B{Phone(person)[1..]}"
        + "&address%5Bline1%5D=Calle+1+%23+2-3+%26+m%C3%A1s&address%5Bline2%5D=Apto+4&address%5Bcity%5D=Santa+Marta"
        + "&address%5Bstate%5D=Magdalena&address%5Bpostal_code%5D=470001&address%5Bcountry%5D=CO"
        + $"&metadata%5Bpayment_customers_key%5D={key}&metadata%5Bplan%5D=gold&metadata%5Bsince%5D=2019&metadata%5Bvip%5D=true";

    // The creation time is in seconds since 1970.
    public override string Customer(string id, int person, string key) => $$"""
        {"id":"{{id}}","object":"customer","name":"Ana María Muñoz {{person}}","email":"row{{person}}@example.com","phone":"{{Phone(person)}}",
        "address":{"city":"Santa Marta","country":"CO","line1":"Calle 1 # 2-3 & más","line2":"Apto 4","postal_code":"470001","state":"Magdalena"},
        "metadata":{"payment_customers_key":"{{key}}","plan":"gold","since":"2019","vip":"true"},"created":2019783845,"livemode":false,"description":null}
        """;

    // The name is one text, and is not split again.
    public override IReadOnlyDictionary<CustomerField, string> Shown(int person) => new Dictionary<CustomerField, string>
    {
        [Email] = $"row{person}@example.com",
        [CustomerField.Phone] = Phone(person),
        [Country] = "CO",
        [City] = "Santa Marta",
        [State] = "Magdalena",
        [Postcode] = "470001",
        [AddressLine1] = "Calle 1 # 2-3 & más",
        [AddressLine2] = "Apto 4",
        [Metadata] = """{"plan":"gold","since":"2019","vip":"true"}""",
    };

    public override string Page(IEnumerable<string> customers) =>
        $$"""{"object":"list","data":[{{string.Join(',', customers)}}],"has_more":false,"url":"/v1/customers"}""";

    public override IReadOnlyList<ListShape> Lists { get; } =
    [
        new("a cursor",
            ["""{"object":"list","data":[{"id":"a"},{"id":"b"}],"has_more":true,"url":"/v1/customers"}""", """{"object":"list","data":[{"id":"c"}],"has_more":false,"url":"/v1/customers"}"""],
            ["limit=100", "limit=100&starting_after=b"]),
    ];

    public override IReadOnlyList<Refusal> Refusals { get; } =
    [
        new(ProviderOperation.Create, 400, """{"error":{"type":"invalid_request_error","code":"email_invalid","message":"Invalid email address: x","param":"email"}}""", PaymentErrorId.ProviderRejected, "email_invalid", "Invalid email address: x"),
        new(ProviderOperation.Create, 400, """{"error":{"type":"idempotency_error","message":"Keys for idempotent requests can only be used with the same parameters"}}""", PaymentErrorId.ProviderRejected, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters"),
        new(ProviderOperation.Create, 403, """{"error":{"type":"invalid_request_error","message":"The provided key does not have the required permissions"}}""", PaymentErrorId.AccessDenied, "invalid_request_error", "The provided key does not have the required permissions"),
        new(ProviderOperation.Retrieve, 404, """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such customer: cus_1","param":"id"}}""", PaymentErrorId.CustomerNotFound, "resource_missing", "No such customer: cus_1"),
    ];
}
