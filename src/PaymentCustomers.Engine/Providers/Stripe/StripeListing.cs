namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>The list of Stripe, newest first: each page starts after the last customer of the previous page (contracts/stripe.md, "Endpoints").</summary>
internal sealed class StripeListing : CustomerListing
{
    private const int PageSize = 100;

    public override string Path => "customers";

    public override string SmallestQuery => "limit=1";

    public override bool StartsAfterId => true;

    public override string Query(CustomerFilter filter, string? cursor)
    {
        var query = $"limit={PageSize}";
        if (filter.Email is { } email)
            query += $"&email={Uri.EscapeDataString(email)}";
        return cursor is null ? query : $"{query}&starting_after={Uri.EscapeDataString(cursor)}";
    }

    public override string? NextCursor(CustomerPage page, string? cursor) => BehindLast(page, StripeProvider.Name);
}
