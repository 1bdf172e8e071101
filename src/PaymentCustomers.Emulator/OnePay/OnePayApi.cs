using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>The four endpoints of OnePay (contracts/onepay.md, "Endpoints").</summary>
internal sealed partial class OnePayApi : IProviderApi
{
    private const string Collection = "/v1/customers";
    private const string Idempotency = "x-idempotency";

    private readonly LiveOptions _options;
    private readonly OnePayList _list;

    public OnePayApi(OnePayDefinition definition, LiveOptions options, Func<Uri> address)
    {
        Definition = definition;
        _options = options;
        _list = new OnePayList(Book, address, options.Time);
    }

    public IProviderDefinition Definition { get; }

    public OnePayBook Book { get; } = new();

    public int Count => Book.Count;

    public Route Match(string method, string path) => Route.Match(method, path, Collection, canDelete: true);

    public Reply Handle(ProviderRequest request)
    {
        var current = _options.Current;
        if (request.Route.Operation == EmulatedOperation.Other)
            return Error(request, request.Route.Allowed is null ? 404 : 405);
        var bearer = Bearer(request.Authorization);
        if (bearer is null || !IsAccepted(bearer, current))
        {
            var isPublic = bearer?.StartsWith("pk_", StringComparison.Ordinal) == true;
            return Refuse(request, isPublic ? OnePayProblem.PublicKey : OnePayProblem.BadKey, current);
        }

        return request.Route.Operation switch
        {
            EmulatedOperation.Create => Create(request, bearer, current),
            EmulatedOperation.Retrieve => Book.Find(bearer, request.Route.Id!) is { } customer
                ? Show(200, customer, bearer, current)
                : Refuse(request, OnePayProblem.NoCustomer, current),
            EmulatedOperation.Delete => Delete(request, bearer, current),
            _ => _list.Handle(request, bearer, current),
        };
    }

    public Reply Error(ProviderRequest request, int status, string? message = null)
    {
        var problem = OnePayProblem.Of(status);
        return Refuse(request, problem with { Message = message ?? problem.Message }, _options.Current) with
        {
            Allow = status == 405 ? request.Route.Allowed : null,
        };
    }

    public string AlreadyThere(ProviderRequest request)
    {
        var body = JsonBody.Read(request.Body);
        return $"El correo {JsonBody.Text(body, "email")} del documento {JsonBody.Text(body, "document_number")} ya existe";
    }

    public JsonObject Another(ProviderRequest request, string? id)
    {
        var current = _options.Current;
        var bearer = Bearer(request.Authorization) ?? "";
        var random = new SeedRandom(~current.Seed, 0);
        var customer = Book.Another(bearer, id)
            ?? new StoredCustomer<OnePayFields>(random.Uuid(), 0, 0, _options.Time.GetUtcNow(), Key: null, OnePaySeed.Customer(ref random, 0, legacy: false));
        return Reply.Object(json => OnePayWriter.Customer(json, customer, bearer, current));
    }

    public void StoreSeeded(SeedRequest request, SeedRandom random, long ordinal, DateTimeOffset created) =>
        Book.AddSeeded(request.Key, random.Uuid(), OnePaySeed.Customer(ref random, ordinal, request.Legacy), created);

    public int AccountOf(SeedRequest request) => Book.NumberOf(request.Key);

    public IEnumerable<Action<Utf8JsonWriter>> Report(EmulatorOptions current) =>
        Book.Snapshot().Select(customer => new Action<Utf8JsonWriter>(json =>
        {
            OnePayWriter.CustomerFields(json, customer, current);

            // They are stored, although the provider never returns them.
            json.WriteString("user_type", customer.Fields.UserType);
            json.WriteBoolean("enable_notifications", customer.Fields.EnableNotifications);
            json.WriteString("related_to", customer.Fields.RelatedTo);
            json.WriteString("_key", customer.Key);
            json.WriteNumber("_account", customer.Account);
        }));

    public void Clear() => Book.Clear();

    private Reply Create(ProviderRequest request, string bearer, EmulatorOptions current)
    {
        if (!JsonBody.IsJson(request.ContentType))
            return Refuse(request, OnePayProblem.Of(415), current);
        if (KeyProblem(request.Header(Idempotency)) is { } keyProblem)
            return Refuse(request, OnePayProblem.Invalid(keyProblem), current);
        var key = request.Header(Idempotency).ToString();

        // Before reading the body: a known key gets its first response, whatever is sent with it.
        if (current.OnePayKeyReuse == OnePayKeyReuse.Replay && Book.Replay(bearer, key) is { } known)
            return Show(current.OnePayCreateStatus, known, bearer, current);

        if (!JsonBody.TryParse(request.Body, out var document))
            return Refuse(request, OnePayProblem.NotJson, current);
        using (document)
        {
            if (OnePayReader.Read(document.RootElement, out var problems) is not { } fields)
                return Refuse(request, OnePayProblem.Invalid(problems), current);
            if (current.LowerCaseEmail)
                fields = fields with { Email = fields.Email?.ToLowerInvariant() };
            var (result, customer) = Book.Create(bearer, key, fields, current, _options.Time.GetUtcNow(), request.IsPretended);
            return result switch
            {
                CreateResult.KeyReused => Refuse(request, OnePayProblem.KeyReused, current),
                CreateResult.DocumentTaken => Refuse(request, DocumentTaken(current), current),
                CreateResult.Existing => Show(200, customer, bearer, current),
                _ => Show(current.OnePayCreateStatus, customer, bearer, current),
            };
        }
    }

    private Reply Delete(ProviderRequest request, string bearer, EmulatorOptions current)
    {
        if (request.IsPretended ? Book.Find(bearer, request.Route.Id!) is null : !Book.Remove(bearer, request.Route.Id!))
            return Refuse(request, OnePayProblem.NoCustomer, current);
        if (current.OnePayDeleteStatus == 204)
            return Reply.NoContent;
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("message", "Cliente eliminado correctamente");
            json.WriteEndObject();
        });
    }

    private static OnePayProblem DocumentTaken(EmulatorOptions current) =>
        current.OnePayDuplicateDocument == OnePayDuplicateDocument.Conflict409
            ? OnePayProblem.DocumentTaken
            : OnePayProblem.Invalid(new FieldProblem("document_number", "El campo document_number, ya ha sido registrado"));

    // The header is required (S). The contract recommends at most 64 printable ASCII characters.
    private static FieldProblem? KeyProblem(StringValues header)
    {
        if (header.Count == 0 || string.IsNullOrWhiteSpace(header.ToString()))
            return new FieldProblem(Idempotency, $"El encabezado {Idempotency}, es un campo requerido");
        return header.Count == 1 && KeyPattern().IsMatch(header[0]!)
            ? null
            : new FieldProblem(Idempotency, $"El encabezado {Idempotency}, debe tener entre 1 y 64 caracteres ASCII imprimibles");
    }

    private static string? Bearer(StringValues authorization)
    {
        const string Scheme = "Bearer ";
        return authorization.Count == 1 && authorization[0]!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[0]![Scheme.Length..]
            : null;
    }

    private static bool IsAccepted(string bearer, EmulatorOptions current) =>
        SecretKeyPattern().IsMatch(bearer) && (current.OnePayAcceptedKeys.Count == 0 || current.OnePayAcceptedKeys.Contains(bearer));

    private static Reply Show(int status, StoredCustomer<OnePayFields> customer, string bearer, EmulatorOptions current) =>
        Reply.Json(status, json => OnePayWriter.Customer(json, customer, bearer, current));

    private static Reply Refuse(ProviderRequest request, OnePayProblem problem, EmulatorOptions current) =>
        OnePayErrors.Write(problem, request.Accept, current);

    [GeneratedRegex(@"^sk_(test|live)_[!-~]+\z")]
    private static partial Regex SecretKeyPattern();

    [GeneratedRegex(@"^[ -~]{1,64}\z")]
    private static partial Regex KeyPattern();
}
