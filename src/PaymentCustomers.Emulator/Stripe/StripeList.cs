using PaymentCustomers.Emulator.Hosting;
using PaymentCustomers.Emulator.Seeding;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>A page of customers, newest first (contracts/stripe.md, "Endpoints"), correct or with the errors that the options select.</summary>
internal sealed class StripeList(StripeBook book, TimeProvider time)
{
    private long _madeUp;

    public Reply Handle(ProviderRequest request, string key, EmulatorOptions options)
    {
        if (StripeForm.ReadQuery(request, out var query) is { } unreadable)
            return StripeErrors.Write(unreadable);
        if (StripeQuestion.Read(query, out var question) is { } problem)
            return StripeErrors.Write(problem);
        if (options.ListEnding == ListEnding.SamePage)
            question = question.FromTheBeginning();
        var found = book.Page(key, question, options, time.GetUtcNow());
        if (found is null && options.ListEnding != ListEnding.NewPages)
        {
            return StripeErrors.Write(StripeProblem.NoCustomer(
                question.After ?? question.Before!, question.After is null ? "ending_before" : "starting_after", status: 400));
        }

        return Write(options.ListEnding switch
        {
            ListEnding.TooEarly => found!.Value with { HasMore = false },
            ListEnding.SamePage => found!.Value with { HasMore = true },
            ListEnding.NewPages => Fill(found?.Customers ?? [], question.Limit, options),
            _ => found!.Value,
        }, StripeAccess.IsLive(key));
    }

    private static Reply Write(StripePage page, bool isLive) => Reply.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var customer in page.Customers)
            StripeWriter.Customer(json, customer, isLive);
        json.WriteEndArray();
        json.WriteBoolean("has_more", page.HasMore);
        json.WriteString("url", "/v1/customers");
        json.WriteEndObject();
    });

    /// <summary>Fills the page after the last customer with customers that are not stored.</summary>
    private StripePage Fill(StoredCustomer<StripeFields>[] customers, int limit, EmulatorOptions options) =>
        new([.. customers, .. Enumerable.Range(0, limit - customers.Length).Select(_ => MadeUp(options))], HasMore: true);

    private StoredCustomer<StripeFields> MadeUp(EmulatorOptions options)
    {
        var ordinal = Interlocked.Increment(ref _madeUp);
        var random = new SeedRandom(~options.Seed, ordinal);
        return StripeSeed.Stored(ref random, ordinal, time.GetUtcNow());
    }
}
