using System.Runtime.CompilerServices;
using System.Text.Json;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Reading;

/// <summary>Reads customers from a provider, and deletes them.</summary>
public sealed class CustomerReader
{
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
        var (attempt, _) = await _sender.SendAsync(
            () => _client.RetrieveAsync(id, cancellation),
            answer => (customer = TryRead(answer.Body.Span, new PaymentCustomer(_client.Provider.Name))) is not null,
            cancellation).ConfigureAwait(false);
        return (attempt.IsSuccess ? customer : null) ?? throw Failure(attempt, Messages.Customer(id));
    }

    /// <summary>
    /// Reads the list page by page, asking for the next page while one is handed out. Only customers that match are on
    /// the pages.
    /// </summary>
    /// <param name="filter">Which customers are looked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">A page cannot be had, or the list goes in circles.</exception>
    public async IAsyncEnumerable<CustomerPage> ListAsync(CustomerFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // When nobody wants more pages, the one that is on its way is given up.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        string? cursor = null;
        long? total = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = PageAsync(filter, cursor, stop.Token);
        try
        {
            while (true)
            {
                var page = await next.ConfigureAwait(false);
                if (page.Customers is [{ Id: { } first }, ..] && !seen.Add(first))
                    throw Errors.ListBroken(_client.Provider.Name, Messages.PageTwice);
                // Pages are counted from the start: what is deleted on the way moves others onto pages that were read.
                if (page.Total < total)
                    throw Errors.ListShrank(_client.Provider.Name);
                total = page.Total;
                cursor = _client.Provider.NextCursor(page, cursor);
                if (cursor is not null)
                    next = PageAsync(filter, cursor, stop.Token);
                page.Customers.RemoveAll(customer => !filter.Matches(customer));
                yield return page;
                if (cursor is null)
                    break;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    /// <summary>Asks for the least that the provider gives, to learn whether it knows the credential.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">It does not, it is not there, or something else is at the address.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var (attempt, decision) = await _sender.SendAsync(
            () => _client.ListAsync(_client.Provider.SmallestListQuery, cancellation),
            answer => TryReadPage(answer.Body.Span) is not null,
            cancellation).ConfigureAwait(false);
        if (decision.Step == NextStep.Done)
            return;
        var error = Errors.Failed(_client, attempt, Messages.ConnectionCheck);
        throw new PaymentException(error with { RecommendedAction = Messages.CheckAction(error) }, attempt.Cause);
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
        var (attempt, decision) = await _sender.SendAsync(
            async () =>
            {
                mayBeGone |= last is not null and not { Kind: AttemptKind.NotConnected } and not { Status: 429 };
                return last = await _client.DeleteAsync(id, cancellation).ConfigureAwait(false);
            },
            // A page for people is a gateway's, whatever its status.
            answer => answer.MediaType != "text/html" && !ErrorBody.Read(answer.Body, answer.MediaType).SaysFailed,
            cancellation).ConfigureAwait(false);
        // Not there after an attempt of ours whose answer was lost: that attempt deleted it.
        var isGone = attempt.Status == 404 && mayBeGone;
        if (decision.Step != NextStep.Done && !isGone)
            throw Failure(attempt, Messages.Customer(id));
    }

    /// <summary>Reads a customer of an answer; null if it is none or has no id.</summary>
    internal T? TryRead<T>(ReadOnlySpan<byte> body, T customer)
        where T : PaymentCustomer
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            _client.Provider.Wire.Read(ref reader, customer);
            _client.Provider.Complete(customer);
            return customer.Id is null ? null : customer;
        }
        // A text in another encoding, or with half a character, is found only when it is read.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<CustomerPage> PageAsync(CustomerFilter filter, string? cursor, CancellationToken cancellation)
    {
        CustomerPage? page = null;
        var query = _client.Provider.ListQuery(filter, cursor);
        var (attempt, _) = await _sender.SendAsync(
            () => _client.ListAsync(query, cancellation),
            answer => (page = TryReadPage(answer.Body.Span)) is not null,
            cancellation).ConfigureAwait(false);
        return (attempt.IsSuccess ? page : null) ?? throw Failure(attempt, Messages.CustomerList);
    }

    private CustomerPage? TryReadPage(ReadOnlySpan<byte> body)
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
}
