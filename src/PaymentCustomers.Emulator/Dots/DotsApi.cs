using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>Dots' three endpoints (contracts/dots.md, "Endpoints").</summary>
internal sealed class DotsApi(DotsDefinition definition, LiveOptions options) : IProviderApi
{
    /// <summary>The metadata entry clients write their key into; Dots itself does not look at it.</summary>
    public const string KeyInMetadata = "payment_customers_key";

    private const string Collection = "/api/v2/payment-customers";
    private const int LargestPage = 100;

    public IProviderDefinition Definition => definition;

    public DotsBook Book { get; } = new();

    public int Count => Book.Count;

    public Route Match(string method, string path) => Route.Match(method, path, Collection, canDelete: false);

    public Reply Handle(ProviderRequest request)
    {
        var current = options.Current;
        if (request.Route.Operation == EmulatedOperation.Other)
            return Error(request, request.Route.Allowed is null ? 404 : 405);
        if (DotsAccount.Authenticate(request.Authorization, current.DotsAcceptedCredentials) is not { } clientId)
            return Refuse(DotsProblem.Of(401), current);
        if (request.AppId.Count > 1 || (request.AppId.Count == 1 && string.IsNullOrWhiteSpace(request.AppId[0])))
            return Refuse(DotsProblem.Invalid("Api-App-Id must be one app id"), current);

        var account = DotsAccount.Of(clientId, request.AppId.Count == 1 ? request.AppId[0] : null);
        return request.Route.Operation switch
        {
            EmulatedOperation.Create => Create(request, account, current),
            EmulatedOperation.Retrieve => Retrieve(request, account, current),
            _ => List(request, account, current),
        };
    }

    public Reply Error(ProviderRequest request, int status) =>
        Refuse(DotsProblem.Of(status), options.Current) with { Allow = status == 405 ? request.Route.Allowed : null };

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
            var customer = Book.Add(account, fields!, KeyOf(fields!), options.Time.GetUtcNow());
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

    private Reply List(ProviderRequest request, string account, EmulatorOptions current)
    {
        var limit = current.DotsDefaultPageSize;
        string? after = null, before = null;
        foreach (var (name, values) in request.Query())
        {
            switch (name)
            {
                case "limit":
                    if (!TryReadLimit(values, out limit))
                        return Refuse(DotsProblem.Invalid("limit must be between 1 and 100"), current);
                    break;
                case "starting_after":
                    after = values.ToString();
                    break;
                case "ending_before":
                    before = values.ToString();
                    break;
                default:
                    // Documented are these three and no filter: a client that believes in one should learn of it.
                    return Refuse(DotsProblem.Invalid($"Unknown query parameter: {name}"), current);
            }
        }

        if (after is not null && before is not null)
            return Refuse(DotsProblem.Invalid("Provide only one of starting_after and ending_before"), current);
        if (Book.Page(account, limit, after, before, current.DotsListOrder) is not { } page)
            return Refuse(DotsProblem.Invalid($"{(after is null ? "ending_before" : "starting_after")} is not a known payment customer"), current);
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            foreach (var customer in page.Customers)
                DotsWriter.Full(json, customer, current.DotsAbsentFields);
            json.WriteEndArray();
            json.WriteBoolean("has_more", page.HasMore);
            json.WriteEndObject();
        });
    }

    private static bool TryReadLimit(StringValues values, out int limit)
    {
        limit = 0;
        return values.Count == 1
            && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out limit)
            && limit is >= 1 and <= LargestPage;
    }

    private static string? KeyOf(DotsFields fields) =>
        fields.Metadata is { } metadata
        && metadata.TryGetProperty(KeyInMetadata, out var key)
        && key.ValueKind == JsonValueKind.String
            ? key.GetString()
            : null;

    private static Reply Refuse(DotsProblem problem, EmulatorOptions current) => DotsErrors.Write(problem, current.DotsErrorForm);
}
