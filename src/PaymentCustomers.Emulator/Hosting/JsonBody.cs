using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>Reads what a client says is JSON.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static bool IsJson(StringValues contentType) =>
        contentType.Count == 1
        && MediaTypeHeaderValue.TryParse(contentType[0], out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>A document whose every string can be read: valid UTF-8 and no half of a surrogate pair.</summary>
    public static bool TryParse(byte[] body, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        if (!Utf8.IsValid(body))
            return false;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            return false;
        }

        // Only an escape can make a string that is no text, and nearly no body has one.
        if (!body.AsSpan().Contains((byte)'\\') || IsText(document.RootElement))
            return true;
        document.Dispose();
        document = null;
        return false;
    }

    /// <summary>A document that outlives its request; nothing if it cannot be read.</summary>
    public static JsonElement Read(byte[] body)
    {
        if (!TryParse(body, out var document))
            return default;
        using (document)
            return document.RootElement.Clone();
    }

    /// <summary>A text member of what may be an object; empty if it has none.</summary>
    public static string Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(property => property.Name is not null && IsText(property.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
