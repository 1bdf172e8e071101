using System.Runtime.CompilerServices;
using System.Text.Json;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Engine.Reading;

/// <summary>Reads customers from a provider.</summary>
/// <param name="client">The client to ask through.</param>
public sealed class CustomerReader(ProviderClient client)
{
    /// <summary>Reads one customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">The customer cannot be had; <see cref="PaymentErrorId.CustomerNotFound"/> if there is none.</exception>
    public async Task<PaymentCustomer> RetrieveAsync(string id, CancellationToken cancellation)
    {
        var attempt = await client.RetrieveAsync(id, cancellation).ConfigureAwait(false);
        var customer = attempt.IsSuccess ? TryRead(attempt.Body.Span, new PaymentCustomer(client.Provider.Name)) : null;
        return customer ?? throw Failure(attempt, Messages.Customer(id));
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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = PageAsync(filter, cursor, stop.Token);
        try
        {
            while (true)
            {
                var page = await next.ConfigureAwait(false);
                if (page.Customers is [{ Id: { } first }, ..] && !seen.Add(first))
                    throw Errors.ListBroken(client.Provider.Name, Messages.PageTwice);
                cursor = client.Provider.NextCursor(page, cursor);
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

    /// <summary>Deletes a customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">The customer cannot be deleted; <see cref="PaymentErrorId.OperationUnsupported"/>, before anything is sent, if the provider cannot.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancellation)
    {
        if (!client.Provider.Capabilities.CanRemove)
            throw Errors.OperationUnsupported(client.Provider, Providers.ProviderOperation.Delete);
        var attempt = await client.DeleteAsync(id, cancellation).ConfigureAwait(false);
        if (!attempt.IsSuccess)
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
            client.Provider.Wire.Read(ref reader, customer);
            client.Provider.Complete(customer);
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
        var attempt = await client.ListAsync(client.Provider.ListQuery(filter, cursor), cancellation).ConfigureAwait(false);
        if (attempt.IsSuccess)
        {
            try
            {
                return CustomerPage.Read(attempt.Body.Span, client.Provider);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Described below, with the answer itself.
            }
        }

        throw Failure(attempt, Messages.CustomerList);
    }

    private PaymentException Failure(Attempt attempt, string subject) =>
        new(Errors.Failed(client, attempt, subject), attempt.Cause);
}
