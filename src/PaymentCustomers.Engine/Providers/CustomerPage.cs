using System.Text.Json;

namespace PaymentCustomers.Engine.Providers;

/// <summary>A page of the list, with the paging information that the provider includes. Providers include different parts of it.</summary>
internal sealed class CustomerPage
{
    /// <summary>The customers.</summary>
    public List<PaymentCustomer> Customers { get; } = [];

    /// <summary><c>has_more</c>; null if the page does not say.</summary>
    public bool? HasMore { get; private set; }

    /// <summary><c>current_page</c>, from 1.</summary>
    public int? CurrentPage { get; private set; }

    /// <summary><c>last_page</c>, from 1.</summary>
    public int? LastPage { get; private set; }

    /// <summary><c>total</c>: the number of customers on all pages.</summary>
    public long? Total { get; private set; }

    /// <summary>Whether <c>next_page_url</c> is present and null, which marks the last page.</summary>
    public bool IsMarkedLast { get; private set; }

    /// <summary>Whether the page explicitly says that it is the last. An empty page alone does not.</summary>
    public bool SaysLast => HasMore == false || IsMarkedLast || (CurrentPage is { } current && current >= LastPage);

    /// <summary>Whether the page has customers that do not match the filter, so that the server does not support the filter.</summary>
    public bool HasOthers { get; set; }

    /// <summary>Whether the response says that the request failed: <c>"success": false</c>.</summary>
    public bool IsDenied { get; private set; }

    /// <summary>Reads a page; null if the response is not a page.</summary>
    internal static CustomerPage? TryRead(ReadOnlyMemory<byte> body, PaymentProvider provider)
    {
        try
        {
            return Read(body, provider) is { IsDenied: false } page ? page : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a page in any of the forms that providers use.</summary>
    /// <exception cref="JsonException">The body is not JSON, or has no array <c>data</c>.</exception>
    internal static CustomerPage Read(ReadOnlyMemory<byte> body, PaymentProvider provider)
    {
        var page = new CustomerPage();
        var reader = new Utf8JsonReader(body.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject || !page.ReadMembers(ref reader, body, provider))
            throw new JsonException("A page has a list named data.");
        if (!CustomerAnswer.AreTextsReadable(body.Span))
            page.Customers.ForEach(customer => _ = customer.Id);
        return page;
    }

    private static int? ReadInteger(ref Utf8JsonReader reader) => ReadLong(ref reader) is { } value and >= 0 and <= int.MaxValue ? (int)value : null;

    private static long? ReadLong(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var value) => value,
        JsonTokenType.String when long.TryParse(reader.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    private bool ReadMembers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, PaymentProvider provider)
    {
        var hasData = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "data" when reader.TokenType == JsonTokenType.StartArray:
                    hasData = true;
                    ReadCustomers(ref reader, body, provider);
                    break;
                case "meta" when reader.TokenType == JsonTokenType.StartObject:
                    ReadMembers(ref reader, body, provider);
                    break;
                case "success":
                    IsDenied = reader.TokenType == JsonTokenType.False;
                    break;
                case "has_more":
                    HasMore = reader.TokenType switch
                    {
                        JsonTokenType.True => true,
                        JsonTokenType.False => false,
                        _ => null,
                    };
                    break;
                case "current_page":
                    CurrentPage = ReadInteger(ref reader);
                    break;
                case "last_page":
                    LastPage = ReadInteger(ref reader);
                    break;
                case "total":
                    Total = ReadLong(ref reader);
                    break;
                case "next_page_url":
                    IsMarkedLast = reader.TokenType == JsonTokenType.Null;
                    break;
                default:
                    reader.Skip();
                    break;
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                reader.Skip();
        }

        return hasData;
    }

    private void ReadCustomers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, PaymentProvider provider)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            CustomerJsonReader.Skip(ref reader);
            // Copy the bytes, so that keeping one customer does not keep the whole page in memory.
            Customers.Add(new PaymentCustomer(provider.Name, new CustomerAnswer(provider.Format, body[start..(int)reader.BytesConsumed].ToArray())));
        }
    }
}
