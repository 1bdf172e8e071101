namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>The list of Dots: each page starts after the last customer of the previous page (contracts/dots.md, "List").</summary>
internal sealed class DotsListing : CustomerListing
{
    private const int PageSize = 100;

    public override string Path => "v2/payment-customers";

    public override string SmallestQuery => "limit=1";

    public override bool StartsAfterId => true;

    public override string Query(CustomerFilter filter, string? cursor) =>
        cursor is null ? $"limit={PageSize}" : $"limit={PageSize}&starting_after={Uri.EscapeDataString(cursor)}";

    public override string? NextCursor(CustomerPage page, string? cursor) => BehindLast(page, DotsProvider.Name);
}
