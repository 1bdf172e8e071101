using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Providers.FormPay;

/// <summary>A list with a cursor: each page begins after a given customer.</summary>
internal sealed class FormPayListing : CustomerListing
{
    public override string Path => "people";

    public override string SmallestQuery => "count=1";

    public override string Query(CustomerFilter filter, string? cursor)
    {
        var query = filter.Email is { } email ? $"count=50&email={Uri.EscapeDataString(email)}" : "count=50";
        return cursor is null ? query : $"{query}&after={Uri.EscapeDataString(cursor)}";
    }

    public override string? NextCursor(CustomerPage page, string? cursor) =>
        page.HasMore == true ? page.Customers[^1].Id ?? throw ProviderErrors.ListBroken(FormPayProvider.Name, "no id") : null;
}
