using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Errors as text.</summary>
internal static class ErrorText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Everything that is visible in an error, as JSON and as text.</summary>
    public static string Everything(PaymentError error) =>
        $"{JsonSerializer.Serialize(error, Options)}\n{error}\n{new PaymentException(error)}\n{error.Message}\n{error.Body}\n{error.ProviderMessage}";
}
