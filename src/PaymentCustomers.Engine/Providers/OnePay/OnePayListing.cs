using System.Globalization;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>The list of OnePay: numbered pages in three formats, recognised by the paging information on them (contracts/onepay.md, "List").</summary>
internal sealed class OnePayListing : CustomerListing
{
    private const int PageSize = 100;

    public override string Path => "customers";

    public override string SmallestQuery => "page=1&per_page=1";

    public override string Query(CustomerFilter filter, string? cursor)
    {
        var page = $"page={cursor ?? "1"}&per_page={PageSize}";
        return filter.DocumentNumber is { } number ? $"{page}&document_number={Uri.EscapeDataString(number)}" : page;
    }

    public override string? NextCursor(CustomerPage page, string? cursor)
    {
        var asked = Number(cursor ?? "1");
        if (page.Customers.Count == 0 || page.IsMarkedLast)
            return null;
        if (page.CurrentPage is { } current && current != asked)
            throw ProviderErrors.ListBroken(OnePayProvider.Name, OnePayMessages.OtherPage(asked, current));
        if (page.LastPage is { } last && asked >= last)
            return null;
        if (page.CurrentPage is null && page.Customers[0].Id is null)
            throw ProviderErrors.ListBroken(OnePayProvider.Name, OnePayMessages.PageWithoutName);
        return Cursor(asked + 1);
    }

    public override IEnumerable<string> CursorsFrom(CustomerPage page, string following)
    {
        yield return following;
        for (var number = Number(following) + 1; number <= page.LastPage; number++)
            yield return Cursor(number);
    }

    private static int Number(string cursor) => int.Parse(cursor, CultureInfo.InvariantCulture);

    private static string Cursor(int number) => number.ToString(CultureInfo.InvariantCulture);
}
