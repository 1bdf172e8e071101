using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Starts an emulator for every test, and has the requests that the tests send.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    protected const string TestKey = "sk_test_emulator";
    protected const string Person = """{"first_name":"José","last_name":"Muñoz"}""";
    protected const string Natural =
        """
        {"user_type":"natural","first_name":"José","last_name":"Muñoz","email":"jose@example.com","phone":"+573001234567",
         "document_type":"CC","document_number":"1060500333","enable_notifications":false}
        """;

    protected const string Jose = "name=Jos%C3%A9+Mu%C3%B1oz&email=jose%40example.com&phone=%2B573001234567";
    protected const string FormType = "application/x-www-form-urlencoded";

    private int _keys;

    protected ProviderEmulator Emulator { get; private set; } = null!;

    protected HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Emulator = await ProviderEmulator.StartAsync(Options(), Cancelled);
        Http.BaseAddress = Emulator.Address;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    protected virtual EmulatorOptions Options() => new();

    protected static string Basic(string pair) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));

    /// <summary>A body in which one field has another JSON value; null removes the field.</summary>
    protected static string With(string body, string field, string? json)
    {
        var changed = JsonNode.Parse(body)!.AsObject();
        changed.Remove(field);
        if (json is not null)
            changed[field] = JsonNode.Parse(json);
        return changed.ToJsonString();
    }

    protected Task<Answer> DotsAsync(
        HttpMethod method, string path = "", string? body = null, string? authorization = "", string? contentType = "application/json", string? appId = null) =>
        SendAsync(DotsRequest(method, path, body, authorization, contentType, appId));

    protected static HttpRequestMessage DotsRequest(
        HttpMethod method, string path = "", string? body = null, string? authorization = "", string? contentType = "application/json", string? appId = null)
    {
        var request = Request(method, "dots/api/v2/payment-customers" + path, body, contentType);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization.Length == 0 ? Basic("emulator:secret") : authorization);
        if (appId is not null)
            request.Headers.TryAddWithoutValidation("Api-App-Id", appId);
        return request;
    }

    protected Task<Answer> OnePayAsync(
        HttpMethod method,
        string path = "",
        string? body = null,
        string? key = "",
        string? bearer = TestKey,
        string? accept = "application/json",
        string? contentType = "application/json") =>
        SendAsync(OnePayRequest(method, path, body, key, bearer, accept, contentType));

    protected HttpRequestMessage OnePayRequest(
        HttpMethod method,
        string path = "",
        string? body = null,
        string? key = "",
        string? bearer = TestKey,
        string? accept = "application/json",
        string? contentType = "application/json")
    {
        var request = Request(method, "onepay/v1/customers" + path, body, contentType);
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + bearer);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (body is not null && key is not null)
            request.Headers.TryAddWithoutValidation("x-idempotency", key.Length == 0 ? $"key-{Interlocked.Increment(ref _keys)}" : key);
        return request;
    }

    protected Task<Answer> StripeAsync(
        HttpMethod method,
        string path = "",
        string? form = null,
        string? key = null,
        string? authorization = "Bearer " + TestKey,
        string? contentType = FormType,
        string? version = null) =>
        SendAsync(StripeRequest(method, path, form, key, authorization, contentType, version));

    protected static HttpRequestMessage StripeRequest(
        HttpMethod method,
        string path = "",
        string? form = null,
        string? key = null,
        string? authorization = "Bearer " + TestKey,
        string? contentType = FormType,
        string? version = null)
    {
        var request = Request(method, "stripe/v1/customers" + path, form, contentType);
        foreach (var (name, value) in new[] { ("Authorization", authorization), ("Idempotency-Key", key), ("Stripe-Version", version) })
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    protected Task<Answer> CreateStripeAsync(string form = Jose, string? key = null, string bearer = TestKey) =>
        StripeAsync(HttpMethod.Post, form: form, key: key, authorization: "Bearer " + bearer);

    protected Task<Answer> CreateDotsAsync(string body = Person) => DotsAsync(HttpMethod.Post, body: body);

    protected Task<Answer> CreateOnePayAsync(string body = Natural, string key = "", string bearer = TestKey) =>
        OnePayAsync(HttpMethod.Post, body: body, key: key, bearer: bearer);

    protected Task<Answer> ControlAsync(HttpMethod method, string path = "", string? body = null) =>
        SendAsync(ControlRequest(method, path, body));

    protected HttpRequestMessage ControlRequest(HttpMethod method, string path = "", string? body = null, string? contentType = "application/json")
    {
        var request = Request(method, "_emulator" + path, body, contentType);
        request.Headers.Add("X-Emulator-Token", Emulator.Token);
        return request;
    }

    protected async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken? cancelled = null)
    {
        using (request)
        {
            using var response = await Http.SendAsync(request, cancelled ?? Cancelled);
            var text = await response.Content.ReadAsStringAsync(Cancelled);
            return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, response.Headers);
        }
    }

    /// <summary>Waits until the server has done something that sends no answer, for as long as the test may take.</summary>
    protected static async Task UntilAsync(Func<bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Cancelled.ThrowIfCancellationRequested();
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMinutes(1))
                throw new TimeoutException();
            await Task.Yield();
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body, string? contentType)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is null)
            return request;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return request;
    }

    protected sealed record Answer(int Status, string? MediaType, string Text, HttpResponseHeaders Headers)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public string Id => (string)Json["id"]!;

        /// A member of the object <c>error</c> in Stripe's errors.
        public string? Error(string member) => Json["error"]?[member]?.ToString();

        /// <summary>A header; null if it was not sent.</summary>
        public string? Header(string name) => Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

        public string? this[string member] => Json[member]?.ToString();

        public IReadOnlyList<string> Ids => [.. Json["data"]!.AsArray().Select(customer => (string)customer!["id"]!)];
    }
}
