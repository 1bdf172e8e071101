using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>A page of customers in one of the three forms (contracts/onepay.md, "List"), correct or with the errors that the options select.</summary>
internal sealed class OnePayList(OnePayBook book, Func<Uri> address, TimeProvider time)
{
    private const int LargestPage = 100;

    private long _madeUp;

    public Reply Handle(ProviderRequest request, string bearer, EmulatorOptions options)
    {
        var query = request.Query();
        var number = ReadNumber(query, "page", 1, int.MaxValue);
        var size = ReadNumber(query, "per_page", options.OnePayDefaultPageSize, LargestPage);
        var document = options.OnePayDocumentFilter == OnePayDocumentFilter.Honoured
            && query.TryGetValue("document_number", out var asked) && !StringValues.IsNullOrEmpty(asked)
                ? asked.ToString()
                : null;
        var (customers, total) = Page(bearer, number, size, document, options);
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            foreach (var customer in customers)
                OnePayWriter.Customer(json, customer, bearer, options);
            json.WriteEndArray();
            var numbers = new OnePayNumbers(json, options.OnePayPageNumbers);
            switch (options.OnePayPageShape)
            {
                case OnePayPageShape.Flat:
                    numbers.OfPage(number, size, total);
                    numbers.Range(number, size, customers.Length);
                    break;
                case OnePayPageShape.Simple:
                    numbers.Current(number);
                    json.WriteString("next_page_url", (long)number * size < total ? PageUrl(request, query, number + 1) : null);
                    json.WriteString("prev_page_url", number > 1 ? PageUrl(request, query, number - 1) : null);
                    numbers.Write("per_page", size);
                    numbers.Range(number, size, customers.Length);
                    break;
                default:
                    json.WriteStartObject("meta");
                    numbers.OfPage(number, size, total);
                    json.WriteEndObject();
                    break;
            }

            json.WriteEndObject();
        });
    }

    /// <summary>The customers of a page, and the total number that the response states.</summary>
    private NumberedPage Page(string bearer, int number, int size, string? document, EmulatorOptions options)
    {
        var page = book.Page(bearer, options.ListEnding == ListEnding.SamePage ? 1 : number, size, document, options, time.GetUtcNow());
        var before = (long)(number - 1) * size;
        var oneMorePage = before + size + 1;
        return options.ListEnding switch
        {
            ListEnding.TooEarly => page with { Total = Math.Min(page.Total, before + page.Customers.Length) },
            ListEnding.SamePage => page with { Total = oneMorePage },
            ListEnding.NewPages => new NumberedPage(
                [.. page.Customers, .. Enumerable.Range(0, size - page.Customers.Length).Select(_ => MadeUp(options))], oneMorePage),
            _ => page,
        };
    }

    private StoredCustomer<OnePayFields> MadeUp(EmulatorOptions options)
    {
        var ordinal = Interlocked.Increment(ref _madeUp);
        var random = new SeedRandom(~options.Seed, ordinal);
        var id = random.Uuid();
        return new StoredCustomer<OnePayFields>(id, 0, 0, time.GetUtcNow(), Key: null, OnePaySeed.Customer(ref random, ordinal, legacy: false));
    }

    // Invalid values count as not sent, and values that are too large as the maximum: no error is documented for them.
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
