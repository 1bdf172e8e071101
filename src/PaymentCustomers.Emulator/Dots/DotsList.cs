using System.Globalization;
using Microsoft.Extensions.Primitives;
using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>A page of customers (contracts/dots.md, "List"), correct or with the errors that the options select.</summary>
internal sealed class DotsList(DotsBook book, TimeProvider time)
{
    private const int LargestPage = 100;

    private long _madeUp;

    /// <summary>The requested page, or what is wrong with the request.</summary>
    public DotsProblem? Read(ProviderRequest request, string account, EmulatorOptions options, out CursorPage page)
    {
        page = default;
        var limit = options.DotsDefaultPageSize;
        string? after = null, before = null;
        foreach (var (name, values) in request.Query())
        {
            switch (name)
            {
                case "limit":
                    if (!TryReadLimit(values, out limit))
                        return DotsProblem.Invalid("limit must be between 1 and 100");
                    break;
                case "starting_after":
                    after = values.ToString();
                    break;
                case "ending_before":
                    before = values.ToString();
                    break;
                default:
                    // Only these three parameters are documented, and no filter. A client that relies on a filter should notice.
                    return DotsProblem.Invalid($"Unknown query parameter: {name}");
            }
        }

        if (after is not null && before is not null)
            return DotsProblem.Invalid("Provide only one of starting_after and ending_before");
        if (options.ListEnding == ListEnding.SamePage)
            after = before = null;
        var found = book.Page(account, limit, after, before, options, time.GetUtcNow());
        if (found is null && options.ListEnding != ListEnding.NewPages)
            return DotsProblem.Invalid($"{(after is null ? "ending_before" : "starting_after")} is not a known payment customer");
        page = options.ListEnding switch
        {
            ListEnding.TooEarly => found!.Value with { HasMore = false },
            ListEnding.SamePage => found!.Value with { HasMore = true },
            ListEnding.NewPages => Fill(found?.Customers ?? [], limit, options),
            _ => found!.Value,
        };
        return null;
    }

    public static Reply Write(CursorPage page, EmulatorOptions options) => Reply.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var customer in page.Customers)
            DotsWriter.Full(json, customer, options.DotsAbsentFields, options.DotsListMetadata);
        json.WriteEndArray();
        json.WriteBoolean("has_more", page.HasMore);
        json.WriteEndObject();
    });

    private static bool TryReadLimit(StringValues values, out int limit)
    {
        limit = 0;
        return values.Count == 1
            && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out limit)
            && limit is >= 1 and <= LargestPage;
    }

    /// <summary>Fills the page after the last customer with customers that are not stored.</summary>
    private CursorPage Fill(StoredCustomer<DotsFields>[] customers, int limit, EmulatorOptions options) =>
        new([.. customers, .. Enumerable.Range(0, limit - customers.Length).Select(_ => MadeUp(options))], HasMore: true);

    private StoredCustomer<DotsFields> MadeUp(EmulatorOptions options)
    {
        var ordinal = Interlocked.Increment(ref _madeUp);
        var random = new SeedRandom(~options.Seed, ordinal);
        var fields = DotsSeed.Customer(ref random, ordinal);
        return new StoredCustomer<DotsFields>(random.Uuid(), 0, 0, time.GetUtcNow(), Key: null, fields);
    }
}
