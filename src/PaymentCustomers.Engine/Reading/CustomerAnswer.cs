using System.Text.Json;
using System.Text.Unicode;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Reading;

/// <summary>
/// A customer as it stands in an answer. It is read when somebody asks for more than its id: of most customers in a
/// pipeline few fields are ever looked at, and of many none.
/// </summary>
/// <param name="provider">The provider.</param>
/// <param name="json">The customer, an object that was read to its end before; kept as long as this.</param>
/// <param name="sent">What the customer was created with, by field: an answer may say less.</param>
internal sealed class CustomerAnswer(IPaymentProvider provider, ReadOnlyMemory<byte> json, string?[]? sent = null) : ICustomerSource
{
    /// <inheritdoc/>
    public CustomerContent Read()
    {
        var content = new CustomerContent(sent);
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        provider.Wire.Read(ref reader, content);
        provider.Complete(content);
        return content;
    }

    /// <summary>
    /// Whether every text in JSON that is well-formed can be read. One in another encoding, or with half a character,
    /// would be found out only when it is.
    /// </summary>
    public static bool AreTextsReadable(ReadOnlySpan<byte> json) =>
        Utf8.IsValid(json) && (json.IndexOf("\\u"u8) < 0 || (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0));
}
