using System.Text.Json;
using System.Text.Unicode;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// A customer in a response. It is parsed when more than its id is needed: in a pipeline, most customers are never parsed, or only
/// a few of their fields are read.
/// </summary>
/// <param name="format">The provider's format of customers.</param>
/// <param name="json">The JSON object of the customer, validated before. It is kept as long as this object.</param>
/// <param name="sent">The values with which the customer was created, by field. A response may omit some of them.</param>
internal sealed class CustomerAnswer(CustomerFormat format, ReadOnlyMemory<byte> json, string?[]? sent = null) : ICustomerSource
{
    /// <summary>Finds the customer in the response to a create or a retrieve.</summary>
    /// <param name="format">The provider's format of customers.</param>
    /// <param name="body">The response body.</param>
    /// <param name="sent">The values with which the customer was created, by field; null if it was not created by this request.</param>
    /// <param name="echo">What the response says.</param>
    /// <returns>Null if the response has no readable customer, or the customer has no id.</returns>
    public static CustomerAnswer? TryRead(CustomerFormat format, ReadOnlyMemory<byte> body, string?[]? sent, out CustomerEcho echo)
    {
        echo = new CustomerEcho(null, default);
        try
        {
            echo = format.ReadOne(body, sent);
            if (echo.Id is null)
                return null;
            var answer = new CustomerAnswer(format, echo.Json, sent);
            if (!AreTextsReadable(echo.Json.Span))
                answer.Read();
            return answer;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public CustomerContent Read()
    {
        var content = new CustomerContent(sent);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        format.Read(ref reader, content);
        return content;
    }

    /// <summary>
    /// Whether all texts in well-formed JSON can be decoded. Invalid UTF-8 or half a surrogate pair would otherwise cause an
    /// exception only when the text is read.
    /// </summary>
    public static bool AreTextsReadable(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && (json.IndexOf("\\u"u8) < 0 || (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0));
}
