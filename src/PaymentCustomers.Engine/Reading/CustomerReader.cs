using System.Runtime.CompilerServices;
using System.Text.Json;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Reading;

/// <summary>Reads customers from a provider, and deletes them.</summary>
public sealed class CustomerReader
{
    private const int MostPagesAhead = 2;

    private readonly ProviderClient _client;
    private readonly RequestSender _sender;

    /// <param name="client">The client to ask through.</param>
    /// <param name="maximumRetryCount">How often a request is sent again after the first time, where that may help.</param>
    public CustomerReader(ProviderClient client, int maximumRetryCount = 0)
        : this(client, new RequestSender(client, new SendGate(client.Clock, client.Log), maximumRetryCount))
    {
    }

    internal CustomerReader(ProviderClient client, RequestSender sender)
    {
        _client = client;
        _sender = sender;
    }

    /// <summary>Reads one customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">The customer cannot be had; <see cref="PaymentErrorId.CustomerNotFound"/> if there is none.</exception>
    public async Task<PaymentCustomer> RetrieveAsync(string id, CancellationToken cancellation)
    {
        PaymentCustomer? customer = null;
        var request = new ReadRequest(
            () => _client.RetrieveAsync(id, cancellation),
            answer => (customer = TryRead(answer.Body, sent: null, out var found) is { } source
                ? new PaymentCustomer(_client.Provider.Name, source, found)
                : null) is not null);
        await _sender.SendAsync(request, cancellation).ConfigureAwait(false);
        return (request.Last!.IsSuccess ? customer : null) ?? throw Failure(request.Last, Messages.Customer(id));
    }

    /// <summary>
    /// Reads the list page by page, asking for the next pages while one is handed out. Only customers that match are on
    /// the pages.
    /// </summary>
    /// <param name="filter">Which customers are looked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">A page cannot be had, or the list goes in circles.</exception>
    public async IAsyncEnumerable<CustomerPage> ListAsync(CustomerFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // When nobody wants more pages, those that are on their way are given up.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        long? total = null;
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
                // It may be older than the page before it: a customer who was added between could be on neither.
                if (next.IsAhead && page.Total != total)
                {
                    dropped.AddRange(asked);
                    asked.Clear();
                    asked.Enqueue(Ask(next.Cursor));
                    continue;
                }

                if (page.Customers is [{ Id: { } first }, ..] && !seen.Add(first))
                    throw Errors.ListBroken(_client.Provider.Name, Messages.PageTwice);
                // Pages are counted from the start: what is deleted on the way moves others onto pages that were read.
                if (page.Total < total)
                    throw Errors.ListShrank(_client.Provider.Name);
                total = page.Total;
                var cursor = _client.Provider.NextCursor(page, next.Cursor);
                if (cursor is not null)
                {
                    // Without a total, nothing would tell which of two pages is the older one.
                    foreach (var following in _client.Provider.CursorsFrom(page, cursor).Take(total is null ? 1 : ahead).Skip(asked.Count))
                        asked.Enqueue(Ask(following, isAhead: following != cursor));
                }

                if (filter != CustomerFilter.None)
                    page.Customers.RemoveAll(customer => !filter.Matches(customer));
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

    /// <summary>Asks for the least that the provider gives, to learn whether it knows the credential.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">It does not, it is not there, or something else is at the address.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var request = new ReadRequest(
            () => _client.ListAsync(_client.Provider.SmallestListQuery, cancellation),
            answer => TryReadPage(answer.Body) is not null);
        var decision = await _sender.SendAsync(request, cancellation).ConfigureAwait(false);
        if (decision.Step == NextStep.Done)
            return;
        var error = Errors.Failed(_client, request.Last!, Messages.ConnectionCheck);
        throw new PaymentException(error with { RecommendedAction = Messages.CheckAction(error) }, request.Last!.Cause);
    }

    /// <summary>Deletes a customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">The customer cannot be deleted; <see cref="PaymentErrorId.OperationUnsupported"/>, before anything is sent, if the provider cannot.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancellation)
    {
        if (!_client.Provider.Capabilities.CanRemove)
            throw Errors.OperationUnsupported(_client.Provider, Providers.ProviderOperation.Delete);
        Attempt? last = null;
        var mayBeGone = false;
        var request = new ReadRequest(
            async () =>
            {
                mayBeGone |= last is not null and not { Kind: AttemptKind.NotConnected } and not { Status: 429 };
                return last = await _client.DeleteAsync(id, cancellation).ConfigureAwait(false);
            },
            // A page for people is a gateway's, whatever its status.
            answer => answer.MediaType != "text/html" && !ErrorBody.Read(answer.Body, answer.MediaType).SaysFailed);
        var decision = await _sender.SendAsync(request, cancellation).ConfigureAwait(false);
        // Not there after an attempt of ours whose answer was lost: that attempt deleted it.
        var isGone = request.Last!.Status == 404 && mayBeGone;
        if (decision.Step != NextStep.Done && !isGone)
            throw Failure(request.Last, Messages.Customer(id));
    }

    /// <summary>Finds a customer in an answer.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="sent">What the customer was created with, by field; null if it was not.</param>
    /// <param name="id">The customer's id.</param>
    /// <returns>Null if there is no customer that can be read, or it has no id.</returns>
    internal CustomerAnswer? TryRead(ReadOnlyMemory<byte> body, string?[]? sent, out string id)
    {
        id = "";
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            reader.Read();
            if (_client.Provider.Wire.ReadId(ref reader) is not { } found)
                return null;
            id = found;
            var answer = new CustomerAnswer(_client.Provider, body, sent);
            if (!CustomerAnswer.AreTextsReadable(body.Span))
                answer.Read();
            return answer;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<CustomerPage> PageAsync(CustomerFilter filter, string? cursor, CancellationToken cancellation)
    {
        CustomerPage? page = null;
        var query = _client.Provider.ListQuery(filter, cursor);
        var request = new ReadRequest(
            () => _client.ListAsync(query, cancellation),
            answer => (page = TryReadPage(answer.Body)) is not null);
        await _sender.SendAsync(request, cancellation).ConfigureAwait(false);
        return (request.Last!.IsSuccess ? page : null) ?? throw Failure(request.Last, Messages.CustomerList);
    }

    private CustomerPage? TryReadPage(ReadOnlyMemory<byte> body)
    {
        try
        {
            return CustomerPage.Read(body, _client.Provider);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private PaymentException Failure(Attempt attempt, string subject) =>
        new(Errors.Failed(_client, attempt, subject), attempt.Cause);

    /// <param name="Cursor">Where it begins.</param>
    /// <param name="IsAhead">Whether it was asked for before the page before it had come.</param>
    /// <param name="Page">The page.</param>
    private sealed record AskedPage(string? Cursor, bool IsAhead, Task<CustomerPage> Page);

    private sealed class ReadRequest(Func<Task<Attempt>> send, Func<Attempt, bool> understands) : ProviderRequest
    {
        public override Task<Attempt> SendAsync() => send();

        public override bool Understands(Attempt answer) => understands(answer);
    }
}
