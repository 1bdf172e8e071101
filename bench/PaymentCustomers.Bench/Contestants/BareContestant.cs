using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using PaymentCustomers.Bench.Measuring;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>The baseline: sends the engine's requests, which were created before the measurement, with HttpClient only.</summary>
internal static class BareContestant
{
    private const int PageSize = 100;

    private static readonly AuthenticationHeaderValue Authorization = new("Bearer", EmulatorProcess.ApiKey);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static async Task<Timed> CreateAsync(Uri baseUri, int rows, int warmUp, int throttle)
    {
        var before = EngineContestant.Prepare(baseUri, warmUp, BenchRows.FirstOfWarmUp);
        var drafts = EngineContestant.Prepare(baseUri, rows, first: 1);
        var address = new Uri($"{baseUri.AbsoluteUri.TrimEnd('/')}/customers");
        using var client = Client();
        return await Timed.RunAsync(() => SendAsync(client, address, before, throttle), () => SendAsync(client, address, drafts, throttle));
    }

    /// <summary>Reads the pages of a list of known length several times, one page after another.</summary>
    public static async Task<Timed> ListAsync(Uri baseUri, int customers, int warmUp, int passes)
    {
        using var client = Client();
        return await Timed.RunAsync(WarmUpAsync, ReadAllAsync);

        async Task WarmUpAsync()
        {
            for (var left = warmUp; left > 0; left -= customers)
                await ReadAsync(client, baseUri, Math.Min(left, customers));
        }

        async Task ReadAllAsync()
        {
            for (var pass = 0; pass < passes; pass++)
                await ReadAsync(client, baseUri, customers);
        }
    }

    private static HttpClient Client() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        EnableMultipleHttp2Connections = true,
    });

    private static async Task SendAsync(HttpClient client, Uri address, PreparedDraft[] drafts, int throttle)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, throttle).Select(_ => Task.Run(SendEachAsync)));

        async Task SendEachAsync()
        {
            while (Interlocked.Increment(ref next) is var index && index < drafts.Length)
            {
                var draft = drafts[index];
                using var request = Request(HttpMethod.Post, address);
                request.Headers.TryAddWithoutValidation("x-idempotency", draft.Key);
                request.Content = new ReadOnlyMemoryContent(draft.Body);
                request.Content.Headers.ContentType = Json;
                await AnswerAsync(client, request);
            }
        }
    }

    private static async Task ReadAsync(HttpClient client, Uri baseUri, int customers)
    {
        var pages = (customers + PageSize - 1) / PageSize;
        for (var page = 1; page <= pages; page++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{baseUri.AbsoluteUri.TrimEnd('/')}/customers?page={page}&per_page={PageSize}");
            using var request = Request(HttpMethod.Get, new Uri(address));
            await AnswerAsync(client, request);
        }
    }

    /// <summary>Creates a request with the engine's headers.</summary>
    private static HttpRequestMessage Request(HttpMethod method, Uri address)
    {
        // As the engine: HTTP/2 over https.
        var request = new HttpRequestMessage(method, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.Authorization = Authorization;
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "PaymentCustomers/0.1.0");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip,br");
        return request;
    }

    private static async Task AnswerAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await response.Content.ReadAsByteArrayAsync();
        response.EnsureSuccessStatusCode();
    }
}
