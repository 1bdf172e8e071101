using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>The three endpoints of Dots (contracts/dots.md, "Endpoints").</summary>
internal sealed class DotsApi : IProviderApi
{
    /// <summary>The metadata member into which clients write their key. Dots itself does not use it.</summary>
    public const string KeyInMetadata = "payment_customers_key";

    private const string Collection = "/api/v2/payment-customers";

    private readonly LiveOptions _options;
    private readonly DotsList _list;

    public DotsApi(DotsDefinition definition, LiveOptions options)
    {
        Definition = definition;
        _options = options;
        _list = new DotsList(Book, options.Time);
    }

    public IProviderDefinition Definition { get; }

    public DotsBook Book { get; } = new();

    public int Count => Book.Count;

    public Route Match(string method, string path) => Route.Match(method, path, Collection, canDelete: false);

    public Reply Handle(ProviderRequest request)
    {
        var current = _options.Current;
        if (request.Route.Operation == EmulatedOperation.Other)
            return Error(request, request.Route.Allowed is null ? 404 : 405);
        if (DotsAccount.Authenticate(request.Authorization, current.DotsAcceptedCredentials) is not { } clientId)
            return Refuse(DotsProblem.Of(401), current);
        var appId = request.Header(DotsAccount.AppIdHeader);
        if (appId.Count > 1 || (appId.Count == 1 && string.IsNullOrWhiteSpace(appId[0])))
            return Refuse(DotsProblem.Invalid("Api-App-Id must be one app id"), current);

        var account = DotsAccount.Of(clientId, request);
        return request.Route.Operation switch
        {
            EmulatedOperation.Create => Create(request, account, current),
            EmulatedOperation.Retrieve => Retrieve(request, account, current),
            _ => List(request, account, current),
        };
    }

    public Reply Error(ProviderRequest request, int status, string? message = null)
    {
        var problem = DotsProblem.Of(status);
        return Refuse(problem with { Message = message ?? problem.Message }, _options.Current) with
        {
            Allow = status == 405 ? request.Route.Allowed : null,
        };
    }

    public string AlreadyThere(ProviderRequest request)
    {
        var body = JsonBody.Read(request.Body);
        return $"A payment customer with email {JsonBody.Text(body, "email")} and phone number {JsonBody.Text(body, "phone_number")} already exists";
    }

    public JsonObject Another(ProviderRequest request, string? id)
    {
        var current = _options.Current;
        var account = DotsAccount.Of(DotsAccount.Authenticate(request.Authorization, []) ?? "", request);
        var random = new SeedRandom(~current.Seed, 0);
        var customer = Book.Another(account, id)
            ?? Book.Pretend(account, DotsSeed.Customer(ref random, 0), key: null, _options.Time.GetUtcNow());
        return Reply.Object(json => DotsWriter.Created(json, customer, current.DotsAbsentFields));
    }

    public void StoreSeeded(SeedRequest request, SeedRandom random, long ordinal, DateTimeOffset created) =>
        Book.Add(AccountKey(request), DotsSeed.Customer(ref random, ordinal), key: null, created, random.Uuid());

    public int AccountOf(SeedRequest request) => Book.NumberOf(AccountKey(request));

    public IEnumerable<Action<Utf8JsonWriter>> Report(EmulatorOptions current) =>
        Book.Snapshot().Select(customer => new Action<Utf8JsonWriter>(json =>
        {
            DotsWriter.FullFields(json, customer, current.DotsAbsentFields);
            json.WriteString("_key", customer.Key);
            json.WriteNumber("_account", customer.Account);
        }));

    public void Clear() => Book.Clear();

    private static string AccountKey(SeedRequest request) => DotsAccount.Of(request.ClientId, request.AppId);

    private Reply Create(ProviderRequest request, string account, EmulatorOptions current)
    {
        if (!JsonBody.IsJson(request.ContentType))
            return Refuse(DotsProblem.Of(415), current);
        if (!JsonBody.TryParse(request.Body, out var document))
            return Refuse(DotsProblem.Invalid("Request body is not valid JSON"), current);
        using (document)
        {
            if (DotsReader.Read(document.RootElement, out var fields) is { } problem)
                return Refuse(problem, current);
            if (current.LowerCaseEmail)
                fields = fields! with { Email = fields.Email?.ToLowerInvariant() };
            var now = _options.Time.GetUtcNow();
            var customer = request.IsPretended ? Book.Pretend(account, fields!, KeyOf(fields!), now) : Book.Add(account, fields!, KeyOf(fields!), now);
            return Reply.Json(current.DotsCreateStatus, json => DotsWriter.Created(json, customer, current.DotsAbsentFields));
        }
    }

    private Reply Retrieve(ProviderRequest request, string account, EmulatorOptions current)
    {
        if (Book.Find(account, request.Route.Id!) is { } customer)
            return Reply.Json(200, json => DotsWriter.Full(json, customer, current.DotsAbsentFields));
        var problem = current.DotsMissingStatus == 403
            ? DotsProblem.Of(403)
            : new DotsProblem(404, "no_such_resource", "Payment customer not found");
        return Refuse(problem, current);
    }

    private Reply List(ProviderRequest request, string account, EmulatorOptions current) =>
        _list.Read(request, account, current, out var page) is { } problem ? Refuse(problem, current) : DotsList.Write(page, current);

    private static string? KeyOf(DotsFields fields) =>
        fields.Metadata is { } metadata
        && metadata.TryGetProperty(KeyInMetadata, out var key)
        && key.ValueKind == JsonValueKind.String
            ? key.GetString()
            : null;

    private static Reply Refuse(DotsProblem problem, EmulatorOptions current) => DotsErrors.Write(problem, current.DotsErrorForm);
}
