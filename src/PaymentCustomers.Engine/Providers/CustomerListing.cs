namespace PaymentCustomers.Engine.Providers;

/// <summary>How a provider's list of customers is read, page by page.</summary>
internal abstract class CustomerListing
{
    /// <summary>The path of the customers below the base address, without leading slash.</summary>
    public abstract string Path { get; }

    /// <summary>The query of the smallest page of the list.</summary>
    public abstract string SmallestQuery { get; }

    /// <summary>The query of a page.</summary>
    /// <param name="filter">What is looked for; used as far as the server can.</param>
    /// <param name="cursor">Where the page begins, from <see cref="NextCursor"/>; null for the first.</param>
    public abstract string Query(CustomerFilter filter, string? cursor);

    /// <summary>Where the next page begins, or null after the last.</summary>
    /// <param name="page">A page.</param>
    /// <param name="cursor">Where it began; null for the first.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ResponseInvalid"/>: the list cannot be followed.</exception>
    public abstract string? NextCursor(CustomerPage page, string? cursor);

    /// <summary>Where the pages from the next one on begin, as far as that is known before they are there.</summary>
    /// <param name="page">A page.</param>
    /// <param name="following">Where the page after it begins.</param>
    public virtual IEnumerable<string> CursorsFrom(CustomerPage page, string following) => [following];

    /// <summary>Where the next page begins in a list whose pages each begin behind the last customer of the one before.</summary>
    /// <param name="page">A page.</param>
    /// <param name="provider">The provider's name.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.ResponseInvalid"/>: the last customer has no id to go on from.</exception>
    protected static string? BehindLast(CustomerPage page, string provider)
    {
        // A page that does not say is not the last: what is missing from a list that ends too early would be created again.
        if (page.HasMore == false || (page.HasMore is null && page.Customers.Count == 0))
            return null;
        return page.Customers is [.., { Id: { } last }] ? last : throw ProviderErrors.ListBroken(provider, ProviderMessages.PageWithoutEnd);
    }
}
