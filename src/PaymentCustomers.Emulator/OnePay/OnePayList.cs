using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PaymentCustomers.Emulator.Hosting;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>A page of customers in one of the three shapes (contracts/onepay.md, "List").</summary>
internal sealed class OnePayList(OnePayBook book, Func<Uri> address)
{
    private const int LargestPage = 100;

    public Reply Handle(ProviderRequest request, string bearer, EmulatorOptions options)
    {
        var query = request.Query();
        var number = ReadNumber(query, "page", 1, int.MaxValue);
        var size = ReadNumber(query, "per_page", options.OnePayDefaultPageSize, LargestPage);
        var document = options.OnePayDocumentFilter == OnePayDocumentFilter.Honoured
            && query.TryGetValue("document_number", out var asked) && !StringValues.IsNullOrEmpty(asked)
                ? asked.ToString()
                : null;
        var page = book.Page(bearer, number, size, document, options.OnePayListOrder);
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            foreach (var customer in page.Customers)
                OnePayWriter.Customer(json, customer, bearer, options);
            json.WriteEndArray();
            switch (options.OnePayPageShape)
            {
                case OnePayPageShape.Flat:
                    Numbers(json, number, size, page.Total);
                    Range(json, number, size, page.Customers.Length);
                    break;
                case OnePayPageShape.Simple:
                    json.WriteNumber("current_page", number);
                    json.WriteString("next_page_url", (long)number * size < page.Total ? PageUrl(request, query, number + 1) : null);
                    json.WriteString("prev_page_url", number > 1 ? PageUrl(request, query, number - 1) : null);
                    json.WriteNumber("per_page", size);
                    Range(json, number, size, page.Customers.Length);
                    break;
                default:
                    json.WriteStartObject("meta");
                    Numbers(json, number, size, page.Total);
                    json.WriteEndObject();
                    break;
            }

            json.WriteEndObject();
        });
    }

    private static void Numbers(Utf8JsonWriter json, int number, int size, int total)
    {
        json.WriteNumber("current_page", number);
        json.WriteNumber("last_page", Math.Max(1, (total + size - 1) / size));
        json.WriteNumber("per_page", size);
        json.WriteNumber("total", total);
    }

    private static void Range(Utf8JsonWriter json, int number, int size, int length)
    {
        if (length == 0)
        {
            json.WriteNull("from");
            json.WriteNull("to");
            return;
        }

        var from = ((long)(number - 1) * size) + 1;
        json.WriteNumber("from", from);
        json.WriteNumber("to", from + length - 1);
    }

    // What makes no sense is taken as not sent, what is too large as the largest: nothing documents an error here.
    private static int ReadNumber(Dictionary<string, StringValues> query, string name, int otherwise, int largest) =>
        query.TryGetValue(name, out var values)
        && int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Math.Min(number, largest)
            : otherwise;

    private string PageUrl(ProviderRequest request, Dictionary<string, StringValues> query, int number)
    {
        var others = query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        var page = KeyValuePair.Create("page", (string?)number.ToString(CultureInfo.InvariantCulture));
        return QueryHelpers.AddQueryString(new Uri(address(), request.Path).AbsoluteUri, others.Prepend(page));
    }
}
