using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// The body of an error response, in any of the forms that providers use (contracts/dots.md and contracts/onepay.md, "Errors"),
/// or in an unknown form.
/// </summary>
/// <param name="Message">The message; null if there is none.</param>
/// <param name="Code">The code, whether it was a number or a text; null if there is none.</param>
/// <param name="CodeName">The name of the code; null if there is none.</param>
/// <param name="Details">Messages about single fields: <c>field: message</c>.</param>
internal sealed partial record ErrorBody(string? Message, string? Code, string? CodeName, IReadOnlyList<string> Details)
{
    private const int LongestHead = 16 * 1024;

    // Enough for a message. A server may send megabytes.
    private const int LongestText = 1000;

    private static readonly ErrorBody Empty = new(null, null, null, []);

    /// <summary>Whether the body says that the request failed, as Dots does with <c>"success": false</c>.</summary>
    public bool SaysFailed { get; private init; }

    /// <summary>Message and details on one line; null if there are none.</summary>
    public string? Text
    {
        get
        {
            var parts = new[] { Message }.Concat(Details).Where(part => !string.IsNullOrWhiteSpace(part)).Distinct();
            var text = string.Join("; ", parts);
            return text.Length == 0 ? null : Limit(text);
        }
    }

    /// <summary>Code and code name; null if there are none.</summary>
    public string? FullCode => (Code, CodeName) switch
    {
        (null, null) => null,
        (null, var name) => name,
        (var code, null) => code,
        var (code, name) => $"{code} {name}",
    };

    /// <summary>Reads a body. Never throws.</summary>
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
        // Half a surrogate pair, written as an escape, is found only when the text is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var text = Encoding.UTF8.GetString(body.Span);
            return Empty with { Message = LooksLikeHtml(text, mediaType) ? HtmlTitle(text) : Shorten(text) };
        }
    }

    private static ErrorBody FromObject(JsonElement root)
    {
        var error = Member(root, "error");
        // The forms {"error":"text"}, {"error":21,"message":"…"} and {"error":{"message":"…"}}.
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
                // contracts/stripe.md: the code may be missing, the type is always present.
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
            // The form [{"key":"name","description":"…"}].
            case JsonValueKind.Array:
                foreach (var item in list.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.Object)
                        AddDetail(TextOf(Member(item, "key")), TextOf(Member(item, "description")) ?? TextOf(Member(item, "message")), details);
                    else
                        AddDetail(null, TextOf(item), details);
                }

                break;

            // The forms {"field":["…"]} and {"field":"…"}.
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
        // Search only the start: the title is there, and a text that is not HTML should not be searched to its end.
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
