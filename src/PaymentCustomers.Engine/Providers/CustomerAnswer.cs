using System.Text.Json;
using System.Text.Unicode;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// A customer as it stands in an answer. It is read when somebody asks for more than its id: of most customers in a
/// pipeline few fields are ever looked at, and of many none.
/// </summary>
/// <param name="format">How the provider writes customers.</param>
/// <param name="json">The customer, an object that was read to its end before; kept as long as this.</param>
/// <param name="sent">What the customer was created with, by field: an answer may say less.</param>
internal sealed class CustomerAnswer(CustomerFormat format, ReadOnlyMemory<byte> json, string?[]? sent = null) : ICustomerSource
{
    /// <summary>Finds the customer in the answer to a create or a retrieve.</summary>
    /// <param name="format">How the provider writes customers.</param>
    /// <param name="body">The answer.</param>
    /// <param name="sent">What the customer was created with, by field; null if it was not.</param>
    /// <param name="echo">What the answer says.</param>
    /// <returns>Null if there is no customer that can be read, or it has no id.</returns>
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
    /// Whether every text in JSON that is well-formed can be read. One in another encoding, or with half a character,
    /// would be found out only when it is.
    /// </summary>
    public static bool AreTextsReadable(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && (json.IndexOf("\\u"u8) < 0 || (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0));
}
