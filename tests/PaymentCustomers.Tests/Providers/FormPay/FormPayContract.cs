using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>The contract of the invented provider that exists only in these tests.</summary>
internal sealed class FormPayContract : ProviderContract
{
    private const string Key = "test:Mn5/Bv4+Cx3";

    public override PaymentProvider Provider { get; } = FormPayProvider.Create();

    public override string Path => "/v3/people";

    public override ProviderCredential Credential { get; } = new(null, Key);

    public override string Authorization => $"Bearer {Key}";

    public override IReadOnlyList<string> Secrets { get; } = [Key];

    public override IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string> { ["FORMPAY_SECRET_KEY"] = Key };

    public override IReadOnlyList<ProviderCredential> WrongCredentials { get; } = [new("client", Key), new(null, "any-key-0815")];

    public override string MediaType => "application/x-www-form-urlencoded";

    public override string? KeyHeader => "Idempotency-Key";

    public override IReadOnlyList<CustomerField> Required { get; } = [Email];

    public override (CustomerField Field, string Value)[] Row(int person) =>
    [
        .. Names(person), (MiddleName, "María"), (Country, "CO"), (City, "Santa Marta"), (AddressLine1, "Calle 1 # 2-3 & más"),
        (Metadata, """{"cedula": "123", "a=b": "c d"}"""),
    ];

    public override string Body(int person, string key) =>
        $"name=Ana+Mar%C3%ADa+Mu%C3%B1oz+{person}&email=row{person}%40example.com&phone=%2B{Phone(person)[1..]}"
        + "&address%5Bcountry%5D=CO&address%5Bcity%5D=Santa+Marta&address%5Bline1%5D=Calle+1+%23+2-3+%26+m%C3%A1s"
        + "&metadata%5Ba%3Db%5D=c+d&metadata%5Bcedula%5D=123";

    // The creation time is in seconds since 1970.
    public override string Customer(string id, int person, string key) => $$"""
        {"id":"{{id}}","object":"person","name":"Ana María Muñoz {{person}}","email":"row{{person}}@example.com","phone":"{{Phone(person)}}",
        "address":{"country":"CO","city":"Santa Marta","line1":"Calle 1 # 2-3 & más","line2":null},"metadata":{"a=b":"c d","cedula":"123"},"created":2019783845}
        """;

    // The name is one text, and is not split again.
    public override IReadOnlyDictionary<CustomerField, string> Shown(int person) => new Dictionary<CustomerField, string>
    {
        [Email] = $"row{person}@example.com",
        [CustomerField.Phone] = Phone(person),
        [Country] = "CO",
        [City] = "Santa Marta",
        [AddressLine1] = "Calle 1 # 2-3 & más",
        [Metadata] = """{"a=b":"c d","cedula":"123"}""",
    };

    public override string Page(IEnumerable<string> customers) => $$"""{"object":"list","data":[{{string.Join(',', customers)}}],"has_more":false}""";

    public override IReadOnlyList<ListShape> Lists { get; } =
    [
        new("a cursor",
            ["""{"object":"list","data":[{"id":"a"},{"id":"b"}],"has_more":true}""", """{"object":"list","data":[{"id":"c"}],"has_more":false}"""],
            ["count=50", "count=50&after=b"]),
    ];

    public override IReadOnlyList<Refusal> Refusals { get; } =
    [
        new(ProviderOperation.Retrieve, 410, """{"error":{"code":"gone","message":"Deleted"}}""", PaymentErrorId.CustomerNotFound, "gone", "Deleted"),
        new(ProviderOperation.Create, 402, """{"error":{"code":"email_invalid","message":"Invalid email","param":"email"}}""", PaymentErrorId.ProviderRejected, "email_invalid", "Invalid email"),
    ];
}
