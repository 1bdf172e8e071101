using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Providers;

/// <summary>OnePay Colombia, customers, API v1.</summary>
internal sealed class OnePayContract : ProviderContract
{
    private const string Key = "sk_test_Qw7Er2Ty";

    public override PaymentProvider Provider => PaymentProviders.Get("OnePay");

    public override string Path => "/v1/customers";

    public override ProviderCredential Credential { get; } = new(null, Key);

    public override string Authorization => $"Bearer {Key}";

    public override IReadOnlyList<string> Secrets { get; } = [Key];

    public override IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string> { ["ONEPAY_API_KEY"] = Key };

    public override IReadOnlyList<ProviderCredential> WrongCredentials { get; } = [new("client", Key), new(null, "pk_test_0815"), new(null, "any-key-0815")];

    public override string? KeyHeader => "x-idempotency";

    public override IReadOnlyList<CustomerField> Required { get; } =
        [FirstName, LastName, Email, CustomerField.Phone, DocumentType, DocumentNumber];

    // The document type determines the customer type.
    public override IReadOnlyList<CustomerField> Implied { get; } = [CustomerType];

    public override (CustomerField Field, string Value)[] Row(int person) =>
    [
        .. Names(person), (CustomerType, "natural"), (DocumentType, "CC"), (DocumentNumber, Document(person)), (EnableNotifications, "false"),
        (Nationality, "CO"), (BirthDate, "1990-01-31"),
    ];

    public override string Body(int person, string key) => $$"""
        {"first_name":"Ana","last_name":"Muñoz {{person}}","email":"row{{person}}@example.com","phone":"{{Phone(person)}}","user_type":"natural","document_type":"CC","document_number":"{{Document(person)}}","enable_notifications":false,"nationality":"CO","birthdate":"1990-01-31"}
        """;

    public override string Customer(string id, int person, string key) => $$"""
        {"id":"{{id}}","first_name":"Ana","last_name":"Muñoz {{person}}","email":"row{{person}}@example.com","phone":"{{Phone(person)}}",
        "document_type":"CC","document_number":"{{Document(person)}}","nationality":"CO","birthdate":"1990-01-31","created_at":"2034-01-02T03:04:05.000000Z"}
        """;

    public override IReadOnlyDictionary<CustomerField, string> Shown(int person) => new Dictionary<CustomerField, string>
    {
        [FirstName] = "Ana",
        [LastName] = $"Muñoz {person}",
        [Email] = $"row{person}@example.com",
        [CustomerField.Phone] = Phone(person),
        [DocumentType] = "CC",
        [DocumentNumber] = Document(person),
        [Nationality] = "CO",
        [BirthDate] = "1990-01-31",
    };

    public override string Page(IEnumerable<string> customers) =>
        $$"""{"data":[{{string.Join(',', customers)}}],"current_page":1,"last_page":1,"per_page":100}""";

    public override IReadOnlyList<ListShape> Lists { get; } =
    [
        Shape("flat", """{"data":[%DATA%],"current_page":%PAGE%,"last_page":2,"per_page":2,"total":3,"from":1,"to":2}"""),
        Shape("simple", """{"data":[%DATA%],"current_page":%PAGE%,"next_page_url":%NEXT%,"prev_page_url":null,"per_page":2,"from":1,"to":2}"""),
        Shape("with meta", """{"data":[%DATA%],"meta":{"current_page":%PAGE%,"last_page":2,"per_page":2,"total":3}}"""),
    ];

    public override IReadOnlyList<Refusal> Refusals { get; } =
    [
        new(ProviderOperation.Create, 401, """{"message":"Sin saldo","code":"10500","code_name":"balance_is_empty"}""", PaymentErrorId.ProviderRejected, "10500 balance_is_empty", "Sin saldo"),
        new(ProviderOperation.Create, 422, """{"message":"No es válido","code":10422,"erros":[{"key":"email","description":"es requerido"}]}""", PaymentErrorId.ProviderRejected, "10422", "No es válido; email: es requerido"),
        new(ProviderOperation.Create, 422, """{"message":"No es válido","errors":{"email":["es requerido"]}}""", PaymentErrorId.ProviderRejected, null, "No es válido; email: es requerido"),
        new(ProviderOperation.Retrieve, 404, """{"message":"No existe","code":"10404"}""", PaymentErrorId.CustomerNotFound, "10404", "No existe"),
    ];

    private static string Document(int person) => $"{100_000_000 + person}";

    private static ListShape Shape(string name, string form)
    {
        string Page(string data, int page, string next) => form
            .Replace("%DATA%", data, StringComparison.Ordinal).Replace("%PAGE%", $"{page}", StringComparison.Ordinal).Replace("%NEXT%", next, StringComparison.Ordinal);
        return new(
            name,
            [Page("""{"id":"a"},{"id":"b"}""", 1, "\"https://api.onepay.la/v1/customers?page=2\""), Page("""{"id":"c"}""", 2, "null")],
            ["page=1&per_page=100", "page=2&per_page=100"]);
    }
}
