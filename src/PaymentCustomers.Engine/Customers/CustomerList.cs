using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Reads the list of customers page by page. Requests the next pages while the caller works on the current one.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="sender">Retries requests where a retry may succeed.</param>
/// <param name="mostPages">The maximum number of pages; a longer list is treated as endless.</param>
internal sealed class CustomerList(ProviderClient client, RequestSender sender, int mostPages = CustomerList.MostPages)
{
    private const int MostPagesAhead = 2;

    /// <summary>Enough for ten million customers. A longer list is treated as endless.</summary>
    public const int MostPages = 100_000;

    private CustomerListing Listing => client.Provider.Listing;

    /// <summary>The pages of the list, with only the matching customers on them.</summary>
    /// <param name="filter">Which customers to return.</param>
    /// <param name="cancellation">Cancels the enumeration.</param>
    /// <param name="start">The start of the first page, in the provider's form; null for the start of the list.</param>
    /// <exception cref="PaymentException">A page cannot be read, or the list repeats itself.</exception>
    public async IAsyncEnumerable<CustomerPage> PagesAsync(
        CustomerFilter filter, [EnumeratorCancellation] CancellationToken cancellation, string? start = null)
    {
        // When the caller stops enumerating, cancel the requests for further pages.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        long? total = null;
        var pages = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var dropped = new List<AskedPage>();
        var asked = new Queue<AskedPage>();
        asked.Enqueue(Ask(start));
        try
        {
            // A caller that asks for a second page most likely reads the whole list, so that more pages are requested ahead.
            for (var ahead = 1; asked.TryPeek(out var next); ahead = MostPagesAhead)
            {
                var page = await next.Page.ConfigureAwait(false);
                asked.Dequeue();
                if (++pages > mostPages)
                    throw ProviderErrors.ListBroken(client.Provider.Name, CustomerMessages.ListWithoutEnd(mostPages));
                // A page requested ahead may be older than the page before it: a customer added in between could be missing from both.
                if (next.IsAhead && page.Total != total)
                {
                    dropped.AddRange(asked);
                    asked.Clear();
                    asked.Enqueue(Ask(next.Cursor));
                    continue;
                }

                if (page.Customers is [{ Id: { } first }, ..] && !seen.Add(first))
                    throw ProviderErrors.ListBroken(client.Provider.Name, CustomerMessages.PageTwice);
                // Pages are counted from the start of the list: a deletion moves unread customers onto pages that were read already.
                if (page.Total < total)
                    throw CustomerErrors.ListShrank(client.Provider.Name);
                total = page.Total;
                var cursor = Listing.NextCursor(page, next.Cursor);
                if (cursor is not null)
                {
                    // Without a total, it cannot be detected that a page is older than the one before it.
                    foreach (var following in Listing.CursorsFrom(page, cursor).Take(total is null ? 1 : ahead).Skip(asked.Count))
                        asked.Enqueue(Ask(following, isAhead: following != cursor));
                }

                if (filter != CustomerFilter.None)
                    page.HasOthers = page.Customers.RemoveAll(customer => !filter.Matches(customer)) > 0;
                yield return page;
                if (cursor is null)
                    break;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (var page in asked.Concat(dropped))
                await page.Page.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        }

        AskedPage Ask(string? page, bool isAhead = false) => new(page, isAhead, PageAsync(filter, page, stop.Token));
    }

    private async Task<CustomerPage> PageAsync(CustomerFilter filter, string? cursor, CancellationToken cancellation)
    {
        CustomerPage? page = null;
        var query = Listing.Query(filter, cursor);
        var request = new ReadRequest(
            () => client.ListAsync(query, cancellation),
            answer => (page = CustomerPage.TryRead(answer.Body, client.Provider)) is not null);
        await sender.SendAsync(request, cancellation).ConfigureAwait(false);
        return (request.Last!.IsSuccess ? page : null)
            ?? throw CustomerErrors.Of(client, request.Last, CustomerMessages.CustomerList);
    }

    /// <param name="Cursor">The start of the page.</param>
    /// <param name="IsAhead">Whether the page was requested before the previous page arrived.</param>
    /// <param name="Page">The page.</param>
    private sealed record AskedPage(string? Cursor, bool IsAhead, Task<CustomerPage> Page);
}
