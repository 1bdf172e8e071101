using System.Net;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Http;

public sealed class RedactionTests
{
    // The keys contain many characters that URLs, JSON, HTML and PHP write in another way.
    private const string DotsKey = "dots/Key+Zx9&8='<q>~\"1234\\56789";
    private const string OnePayKey = "sk_live_a/b+c&d='e'f<g>\"h\\/1234567890";


    private static readonly Dictionary<string, Func<string, string>> Encodings = new()
    {
        ["plain"] = key => key,
        ["upper case"] = key => key.ToUpperInvariant(),
        ["base64"] = Base64,
        ["base64 without padding"] = key => Base64(key).TrimEnd('='),
        ["base64 for URLs"] = key => Base64(key).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        ["base64 in a URL"] = key => Uri.EscapeDataString(Base64(key)),
        ["base64 in JSON of PHP"] = key => Base64(key).Replace("/", "\\/", StringComparison.Ordinal),
        ["base64 in JSON of .NET"] = key => JsonEncodedText.Encode(Base64(key)).ToString(),
        ["URL"] = Uri.EscapeDataString,
        ["form"] = key => WebUtility.UrlEncode(key),
        ["JSON of .NET"] = key => JsonEncodedText.Encode(key).ToString(),
        ["JSON of JavaScript"] = JavaScript,
        ["JSON of PHP"] = key => JavaScript(key).Replace("/", "\\/", StringComparison.Ordinal),
        ["HTML"] = key => WebUtility.HtmlEncode(key),
        ["hexadecimal"] = key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)),
        ["hexadecimal in lower case"] = key => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(key)),
    };

    public static TheoryData<string, string> ProvidersAndEncodings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var encoding in Encodings.Keys)
            {
                data.Add("Dots", encoding);
                data.Add("OnePay", encoding);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ProvidersAndEncodings))]
    public async Task A_key_that_a_server_repeats_is_shown_nowhere(string provider, string encoding)
    {
        var key = provider == "Dots" ? DotsKey : OnePayKey;
        string[] secrets = provider == "Dots" ? [key, Base64($"{TestConnections.ClientId}:{key}"), $"{TestConnections.ClientId}:{key}"] : [key];
        foreach (var secret in secrets)
        {
            var echo = Encodings[encoding](secret);
            var asText = $"\"{JavaScript(echo)}\"";
            Answer[] script =
            [
                Answer.Json($$"""{"message":{{asText}},"code":{{asText}},"errors":[{"key":{{asText}},"description":{{asText}}}]}""", 422),
                Answer.Json($$"""{"error":"{{echo.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""", 400),
                Answer.Text($"Authorization: Basic {echo} is unknown", 403),
                Answer.Html($"<html><title>{echo}</title><body>{echo}</body></html>", 500),
                Answer.Json($$"""{"id":{{asText}},"cut":""", 200),
            ];
            var log = new RecordingLog();
            var told = new List<string>();

            // If the customer may have been created, the list is searched. This list cannot be read.
            var creates = script.SelectMany(answer => answer.Status == 200 || (provider == "Dots" && answer.Status == 500) ? [answer, Answer.Json($$"""{"message":{{asText}}}""", 403)] : new[] { answer });
            await using var server = new ScriptedServer([.. creates.Concat(script).Select(answer => answer.With("X-Request-Id", Header(echo)))]);
            var client = new ProviderClient(TestConnections.Open(provider, server.Address, key), new ProviderClientOptions { Log = log, Clock = new TestClock { SkipUpTo = TimeSpan.FromSeconds(30) } });
            var creator = new CustomerCreator(client);
            var reader = new CustomerRequests(client);
            foreach (var _ in script)
                told.Add(ErrorText.Everything((await creator.CreateAsync(Rows.PrepareLeast(provider), TestContext.Current.CancellationToken)).Error!));
            foreach (var _ in script)
            {
                var exception = await Assert.ThrowsAsync<PaymentException>(() => reader.RetrieveAsync("1", TestContext.Current.CancellationToken));
                told.Add(ErrorText.Everything(exception.Error));
            }

            Assert.All(told.Append(log.All), text => AssertHides(text, secret, echo));
            Assert.All(told, text => Assert.Contains("***", text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(295)]
    [InlineData(1990)]
    [InlineData(3990)]
    public async Task No_part_of_a_key_remains_where_a_text_is_shortened(int position)
    {
        var text = new string('x', position) + " " + TestConnections.OnePayKey;
        var log = new RecordingLog();
        await using var server = new ScriptedServer(Answer.Text(text, 400), Answer.Html($"<title>{text}</title>", 400), Answer.Json(JsonSerializer.Serialize(text), 400));
        var creator = new CustomerCreator(TestConnections.Client("OnePay", server, new ProviderClientOptions { Log = log }));

        for (var i = 0; i < 3; i++)
        {
            var error = (await creator.CreateAsync(Rows.PrepareLeast("OnePay"), TestContext.Current.CancellationToken)).Error!;
            Assert.DoesNotContain("sk_t", ErrorText.Everything(error), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("sk_t", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_id_alone_is_not_a_secret()
    {
        await using var server = new ScriptedServer(Answer.Json($$"""{"message":"{{TestConnections.ClientId}} has no app"}""", 403));

        var error = (await new CustomerCreator(TestConnections.Client("Dots", server)).CreateAsync(Rows.PrepareLeast("Dots"), TestContext.Current.CancellationToken)).Error!;

        Assert.Equal("client-4711 has no app", error.ProviderMessage);
    }

    private static void AssertHides(string text, string secret, string echo)
    {
        Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(echo, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(JsonSerializer.Serialize(echo)[1..^1], text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(JavaScript(echo), text, StringComparison.OrdinalIgnoreCase);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string JavaScript(string text) =>
        JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    // A text that cannot be sent in a header is not repeated there.
    private static string Header(string text) => text.All(character => character is >= ' ' and <= '~') ? text : "none";
}
