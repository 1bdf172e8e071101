using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Reads the list of customers page by page, asking for the next pages while one is handed out.</summary>
/// <param name="client">The client to ask through.</param>
/// <param name="sender">Sends requests again where that may help.</param>
/// <param name="mostPages">A list with more pages has no end.</param>
internal sealed class CustomerList(ProviderClient client, RequestSender sender, int mostPages = CustomerList.MostPages)
{
    private const int MostPagesAhead = 2;

    /// <summary>Ten million customers: a list that goes on longer goes on for ever.</summary>
    public const int MostPages = 100_000;

    private CustomerListing Listing => client.Provider.Listing;

    /// <summary>The pages of the list. Only customers that match are on them.</summary>
    /// <param name="filter">Which customers are looked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">A page cannot be had, or the list goes in circles.</exception>
    public async IAsyncEnumerable<CustomerPage> PagesAsync(CustomerFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // When nobody wants more pages, those that are on their way are given up.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        long? total = null;
        var pages = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var dropped = new List<AskedPage>();
        var asked = new Queue<AskedPage>();
        asked.Enqueue(Ask(null));
        try
        {
            // Whoever wants more than one page most likely wants all.
            for (var ahead = 1; asked.TryPeek(out var next); ahead = MostPagesAhead)
            {
                var page = await next.Page.ConfigureAwait(false);
                asked.Dequeue();
                if (++pages > mostPages)
                    throw ProviderErrors.ListBroken(client.Provider.Name, CustomerMessages.ListWithoutEnd(mostPages));
                // It may be older than the page before it: a customer who was added between could be on neither.
                if (next.IsAhead && page.Total != total)
                {
                    dropped.AddRange(asked);
                    asked.Clear();
                    asked.Enqueue(Ask(next.Cursor));
                    continue;
                }

                if (page.Customers is [{ Id: { } first }, ..] && !seen.Add(first))
                    throw ProviderErrors.ListBroken(client.Provider.Name, CustomerMessages.PageTwice);
                // Pages are counted from the start: what is deleted on the way moves others onto pages that were read.
                if (page.Total < total)
                    throw CustomerErrors.ListShrank(client.Provider.Name);
                total = page.Total;
                var cursor = Listing.NextCursor(page, next.Cursor);
                if (cursor is not null)
                {
                    // Without a total, nothing would tell which of two pages is the older one.
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

    /// <param name="Cursor">Where it begins.</param>
    /// <param name="IsAhead">Whether it was asked for before the page before it had come.</param>
    /// <param name="Page">The page.</param>
    private sealed record AskedPage(string? Cursor, bool IsAhead, Task<CustomerPage> Page);
}
