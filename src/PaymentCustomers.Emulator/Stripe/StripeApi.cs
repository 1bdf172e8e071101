using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>The five customer endpoints of Stripe (contracts/stripe.md, "Endpoints").</summary>
internal sealed class StripeApi : IProviderApi
{
    private const string Collection = "/v1/customers";
    private const string IdempotencyHeader = "Idempotency-Key";
    private const string KeyInMetadata = "payment_customers_key";
    private const int LongestKey = 255;

    private readonly LiveOptions _options;
    private readonly StripeList _list;

    public StripeApi(StripeDefinition definition, LiveOptions options)
    {
        Definition = definition;
        _options = options;
        _list = new StripeList(Book, options.Time);
    }

    public IProviderDefinition Definition { get; }

    public StripeBook Book { get; } = new();

    public int Count => Book.Count;

    public Route Match(string method, string path) => Route.Match(method, path, Collection, canDelete: true, canUpdate: true);

    public Reply Handle(ProviderRequest request)
    {
        var current = _options.Current;
        if (request.Route.Operation == EmulatedOperation.Other)
            return Error(request, 404);
        if (StripeAccess.Check(request, current, out var key) is { } problem)
            return StripeErrors.Write(problem);
        return request.Route.Operation switch
        {
            EmulatedOperation.Create or EmulatedOperation.Update => Post(request, key, current),
            EmulatedOperation.Retrieve => Retrieve(request, key),
            EmulatedOperation.Delete => Delete(request, key, current),
            _ => _list.Handle(request, key, current),
        };
    }

    public void Begin(ProviderRequest request)
    {
        var current = _options.Current;
        if (request.Route.Operation is EmulatedOperation.Create or EmulatedOperation.Update
            && StripeAccess.Check(request, current, out var key) is null
            && ReadPost(request, out _, out var use) is null
            && use is { } begun)
            Book.Begin(key, begun, _options.Time.GetUtcNow(), current);
    }

    // 502, 503 and 504 come from a gateway in front of Stripe. Only a 500 is Stripe's own final response.
    public void Failed(ProviderRequest request, Reply reply)
    {
        if (reply.Status == 500
            && StripeAccess.Check(request, _options.Current, out var key) is null
            && ReadPost(request, out _, out var use) is null
            && use is { } failed)
            Book.Fail(key, failed.Key, request, reply);
    }

    public Reply Error(ProviderRequest request, int status, string? message = null)
    {
        var problem = StripeProblem.Of(status, request);
        return StripeErrors.Write(problem with { Message = message ?? problem.Message });
    }

    public string AlreadyThere(ProviderRequest request)
    {
        StripeForm.ReadBody(request, out var values);
        return $"A customer with email {Sent("email")} and phone {Sent("phone")} already exists";

        string Sent(string name) => values.Find(value => value.Name == name)?.Text ?? "";
    }

    public JsonObject Another(ProviderRequest request, string? id)
    {
        var key = StripeAccess.KeyOf(request) ?? "";
        var random = new SeedRandom(~_options.Current.Seed, 0);
        var customer = Book.Another(key, id) ?? StripeSeed.Stored(ref random, 0, _options.Time.GetUtcNow());
        return Reply.Object(json => StripeWriter.Customer(json, customer, StripeAccess.IsLive(key)));
    }

    public void StoreSeeded(SeedRequest request, SeedRandom random, long ordinal, DateTimeOffset created)
    {
        var id = StripeSeed.Id(ref random);
        Book.AddSeeded(request.Key, id, StripeSeed.Customer(ref random, ordinal), created);
    }

    public int AccountOf(SeedRequest request) => Book.NumberOf(request.Key);

    public IEnumerable<Action<Utf8JsonWriter>> Report(EmulatorOptions options)
    {
        var live = Book.LiveAccounts();
        return Book.Snapshot().Select(customer => new Action<Utf8JsonWriter>(json =>
        {
            StripeWriter.CustomerFields(json, customer, live.Contains(customer.Account));
            json.WriteString("_key", customer.Key);
            json.WriteNumber("_account", customer.Account);
        }));
    }

    public void Clear() => Book.Clear();

    private Reply Post(ProviderRequest request, string key, EmulatorOptions current)
    {
        if (ReadPost(request, out var form, out var use) is { } problem)
            return StripeErrors.Write(problem);
        return Book.Once(key, use, _options.Time.GetUtcNow(), current, account => request.Route.Operation == EmulatedOperation.Create
            ? Create(request, account, form, use?.Key, current)
            : Update(request, account, form, current));
    }

    private Reply Create(ProviderRequest request, StripeAccount account, List<FormValue> form, string? idempotencyKey, EmulatorOptions current)
    {
        if (StripeReader.Read(form, isUpdate: false, new StripeFields(), current, out var fields) is { } problem)
            return StripeErrors.Write(problem);
        fields = fields with { InvoicePrefix = fields.InvoicePrefix ?? RandomNumberGenerator.GetHexString(8) };
        var customer = Book.Create(
            account, idempotencyKey ?? fields.Metadata.GetValueOrDefault(KeyInMetadata), fields, _options.Time.GetUtcNow(), request.IsPretended);
        return Show(customer, account);
    }

    private static Reply Update(ProviderRequest request, StripeAccount account, List<FormValue> form, EmulatorOptions current)
    {
        if (account.Shelf.Find(request.Route.Id!) is not { } before)
            return StripeErrors.Write(StripeProblem.NoCustomer(request.Route.Id!));
        if (StripeReader.Read(form, isUpdate: true, before.Fields, current, out var fields) is { } problem)
            return StripeErrors.Write(problem);
        var customer = before with { Fields = fields };
        if (!request.IsPretended)
            account.Replace(customer);
        return Show(customer, account);
    }

    private Reply Retrieve(ProviderRequest request, string key)
    {
        if (ParameterProblem(request) is { } problem)
            return StripeErrors.Write(problem);
        var id = request.Route.Id!;
        return Book.Find(key, id) switch
        {
            ({ } customer, _) => Reply.Json(200, json => StripeWriter.Customer(json, customer, StripeAccess.IsLive(key))),
            (_, true) => Reply.Json(200, json => StripeWriter.Deleted(json, id)),
            _ => StripeErrors.Write(StripeProblem.NoCustomer(id)),
        };
    }

    private Reply Delete(ProviderRequest request, string key, EmulatorOptions current)
    {
        if (ParameterProblem(request) is { } problem)
            return StripeErrors.Write(problem);
        var id = request.Route.Id!;
        return Book.Once(key, use: null, _options.Time.GetUtcNow(), current, account =>
            (request.IsPretended ? account.Shelf.Find(id) is not null : account.Remove(id))
                ? Reply.Json(200, json => StripeWriter.Deleted(json, id))
                : StripeErrors.Write(StripeProblem.NoCustomer(id)));
    }

    /// <summary>Reads the parameters of a POST, and its idempotency key if there is one.</summary>
    private static StripeProblem? ReadPost(ProviderRequest request, out List<FormValue> form, out StripeUse? use)
    {
        use = null;
        if (StripeForm.ReadBody(request, out form) is { } problem)
            return problem;
        var header = request.Header(IdempotencyHeader);
        if (header.Count == 0)
            return null;
        if (header.Count > 1 || string.IsNullOrWhiteSpace(header[0]) || header[0]!.Length > LongestKey)
            return StripeProblem.BadIdempotencyKey;
        use = new StripeUse(header[0]!, $"{request.Route.Operation} {request.Route.Id}\n{StripeForm.Identity(form)}", request);
        return null;
    }

    /// <summary>Checks the parameters of a request that allows only <c>expand</c>.</summary>
    private static StripeProblem? ParameterProblem(ProviderRequest request)
    {
        if (StripeForm.ReadQuery(request, out var query) is { } unreadable)
            return unreadable;
        if (query is not [var first, ..])
            return null;
        return first.Path[0] == "expand" && request.Route.Operation == EmulatedOperation.Retrieve
            ? StripeText.NotExpanded(first)
            : StripeProblem.Unknown(first.Name);
    }

    private static Reply Show(StoredCustomer<StripeFields> customer, StripeAccount account) =>
        Reply.Json(200, json => StripeWriter.Customer(json, customer, account.IsLive));
}
