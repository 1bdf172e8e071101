using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>Reads bodies that are declared as JSON.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static bool IsJson(StringValues contentType) =>
        contentType.Count == 1
        && MediaTypeHeaderValue.TryParse(contentType[0], out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    /// <summary>A document in which all strings can be decoded: valid UTF-8, and no half of a surrogate pair.</summary>
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

        // Only an escape can produce an invalid string, and almost no body has one.
        if (!body.AsSpan().Contains((byte)'\\') || IsText(document.RootElement))
            return true;
        document.Dispose();
        document = null;
        return false;
    }

    /// <summary>An element that outlives its request; undefined if the body cannot be read.</summary>
    public static JsonElement Read(byte[] body)
    {
        if (!TryParse(body, out var document))
            return default;
        using (document)
            return document.RootElement.Clone();
    }

    /// <summary>A text member of a value that may be an object; empty if there is none.</summary>
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
