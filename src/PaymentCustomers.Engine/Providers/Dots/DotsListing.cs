namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>Each page begins behind the last customer of the one before (contracts/dots.md, "List").</summary>
internal sealed class DotsListing : CustomerListing
{
    private const int PageSize = 100;

    public override string Path => "v2/payment-customers";

    public override string SmallestQuery => "limit=1";

    public override string Query(CustomerFilter filter, string? cursor) =>
        cursor is null ? $"limit={PageSize}" : $"limit={PageSize}&starting_after={Uri.EscapeDataString(cursor)}";

    public override string? NextCursor(CustomerPage page, string? cursor)
    {
        // A page that does not say is not the last: what is missing from a list that ends too early would be created again.
        if (page.HasMore == false || (page.HasMore is null && page.Customers.Count == 0))
            return null;
        return page.Customers is [.., { Id: { } last }]
            ? last
            : throw ProviderErrors.ListBroken(DotsProvider.Name, ProviderMessages.PageWithoutEnd);
    }
}
