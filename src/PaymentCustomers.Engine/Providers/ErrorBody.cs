using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// A provider's own account of a refusal, in any of the forms that are in use (contracts/dots.md and
/// contracts/onepay.md, "Errors"), or no form at all.
/// </summary>
/// <param name="Message">The message, or null.</param>
/// <param name="Code">The code, whether it came as a number or as text; or null.</param>
/// <param name="CodeName">The code's name, or null.</param>
/// <param name="Details">What is said of single fields: <c>field: message</c>.</param>
internal sealed partial record ErrorBody(string? Message, string? Code, string? CodeName, IReadOnlyList<string> Details)
{
    private const int LongestHead = 16 * 1024;

    // A sentence for people; a server may send megabytes.
    private const int LongestText = 1000;

    private static readonly ErrorBody Empty = new(null, null, null, []);

    /// <summary>Whether the body says itself that the request failed, as Dots does with <c>"success": false</c>.</summary>
    public bool SaysFailed { get; private init; }

    /// <summary>Message and details in one line; null if the provider said nothing.</summary>
    public string? Text
    {
        get
        {
            var parts = new[] { Message }.Concat(Details).Where(part => !string.IsNullOrWhiteSpace(part)).Distinct();
            var text = string.Join("; ", parts);
            return text.Length == 0 ? null : Limit(text);
        }
    }

    /// <summary>Code and code name; null if there is neither.</summary>
    public string? FullCode => (Code, CodeName) switch
    {
        (null, null) => null,
        (null, var name) => name,
        (var code, null) => code,
        var (code, name) => $"{code} {name}",
    };

    /// <summary>Reads a body; never fails.</summary>
    public static ErrorBody Read(ReadOnlyMemory<byte> body, string? mediaType)
    {
        if (body.IsEmpty)
            return Empty;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? FromObject(document.RootElement)
                : Empty with { Message = document.RootElement.ToString() };
        }
        // Half a character, written as an escape, is found only when it is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var text = Encoding.UTF8.GetString(body.Span);
            return Empty with { Message = LooksLikeHtml(text, mediaType) ? HtmlTitle(text) : Shorten(text) };
        }
    }

    private static ErrorBody FromObject(JsonElement root)
    {
        var error = Member(root, "error");
        // {"error":"text"}, {"error":21,"message":"…"}, {"error":{"message":"…"}}
        var inner = error is { ValueKind: JsonValueKind.Object } ? error.Value : root;
        var details = new List<string>();
        foreach (var name in new[] { "erros", "errors" })
        {
            if (Member(root, name) is { } list)
                AddDetails(list, details);
        }

        return new ErrorBody(
            TextOf(Member(inner, "message")) ?? TextOf(Member(inner, "error_message")) ?? (error is { ValueKind: JsonValueKind.String } ? error.Value.GetString() : null),
            TextOf(Member(inner, "code")) ?? TextOf(Member(inner, "error_code")) ?? (error is { ValueKind: JsonValueKind.Number } ? error.Value.ToString() : null)
                // contracts/stripe.md: the code may be missing, the type never.
                ?? (error is { ValueKind: JsonValueKind.Object } ? TextOf(Member(inner, "type")) : null),
            TextOf(Member(inner, "code_name")),
            details)
        {
            SaysFailed = Member(root, "success") is { ValueKind: JsonValueKind.False },
        };
    }

    private static void AddDetails(JsonElement list, List<string> details)
    {
        switch (list.ValueKind)
        {
            // [{"key":"name","description":"…"}]
            case JsonValueKind.Array:
                foreach (var item in list.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.Object)
                        AddDetail(TextOf(Member(item, "key")), TextOf(Member(item, "description")) ?? TextOf(Member(item, "message")), details);
                    else
                        AddDetail(null, TextOf(item), details);
                }

                break;

            // {"field":["…"]} or {"field":"…"}
            case JsonValueKind.Object:
                foreach (var member in list.EnumerateObject())
                {
                    var messages = member.Value.ValueKind == JsonValueKind.Array
                        ? string.Join(", ", member.Value.EnumerateArray().Select(message => TextOf(message)))
                        : TextOf(member.Value);
                    AddDetail(member.Name, messages, details);
                }

                break;
            case JsonValueKind.String:
                AddDetail(null, list.GetString(), details);
                break;
        }
    }

    private static void AddDetail(string? field, string? message, List<string> details)
    {
        if (field is not null || message is not null)
            details.Add(field is null ? message! : $"{field}: {message}");
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? TextOf(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } filled ? Limit(filled) : null,
        { ValueKind: JsonValueKind.Number } number => number.ToString(),
        _ => null,
    };

    private static string Limit(string text) => text.Length <= LongestText ? text : $"{text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)]}…";

    private static bool LooksLikeHtml(string text, string? mediaType) =>
        mediaType == "text/html" || text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

    private static string? HtmlTitle(string html)
    {
        // A title stands at the beginning; what is no page at all is not searched for one to its end.
        var match = Title().Match(html.Length <= LongestHead ? html : html[..LongestHead]);
        return match.Success ? Shorten(System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)) : null;
    }

    private static string? Shorten(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, 200, StringSplitOptions.RemoveEmptyEntries));
        return line.Length switch
        {
            0 => null,
            > 300 => line[..300] + "…",
            _ => line,
        };
    }

    [GeneratedRegex("<(?:title|h1)[^>]*>([^<]+)<", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
