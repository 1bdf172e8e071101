namespace PaymentCustomers.Engine.Providers;

/// <summary>How to read a provider's list of customers, page by page.</summary>
internal abstract class CustomerListing
{
    /// <summary>The path of the list below the base address, without leading slash.</summary>
    public abstract string Path { get; }

    /// <summary>The query for the smallest possible page.</summary>
    public abstract string SmallestQuery { get; }

    /// <summary>Whether a page can start after any customer, by its id.</summary>
    public virtual bool StartsAfterId => false;

    /// <summary>The query for a page.</summary>
    /// <param name="filter">The filter, applied as far as the server supports it.</param>
    /// <param name="cursor">The start of the page, from <see cref="NextCursor"/>; null for the first page.</param>
    public abstract string Query(CustomerFilter filter, string? cursor);

    /// <summary>The start of the next page; null after the last page.</summary>
    /// <param name="page">A page.</param>
    /// <param name="cursor">The start of that page; null for the first page.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ResponseInvalid"/>: the next page cannot be determined.</exception>
    public abstract string? NextCursor(CustomerPage page, string? cursor);

    /// <summary>The starts of the following pages, as far as they are known in advance.</summary>
    /// <param name="page">A page.</param>
    /// <param name="following">The start of the page after it.</param>
    public virtual IEnumerable<string> CursorsFrom(CustomerPage page, string following) => [following];

    /// <summary>The start of the next page in a list whose pages start after the last customer of the previous page.</summary>
    /// <param name="page">A page.</param>
    /// <param name="provider">The provider's name.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ResponseInvalid"/>: the last customer has no id to continue from.</exception>
    protected static string? BehindLast(CustomerPage page, string provider)
    {
        // Continue unless the page says that it is the last: customers missing from a list that ends too early would be created again.
        if (page.HasMore == false || (page.HasMore is null && page.Customers.Count == 0))
            return null;
        return page.Customers is [.., { Id: { } last }] ? last : throw ProviderErrors.ListBroken(provider, ProviderMessages.PageWithoutEnd);
    }
}
