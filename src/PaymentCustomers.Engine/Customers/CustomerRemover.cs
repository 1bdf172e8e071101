using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Deletes customers.</summary>
/// <param name="client">The client to ask through.</param>
/// <param name="sender">Sends requests again where that may help.</param>
internal sealed class CustomerRemover(ProviderClient client, RequestSender sender)
{
    /// <summary>Deletes a customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">
    /// The customer cannot be deleted; <see cref="PaymentErrorId.OperationUnsupported"/>, before anything is sent, if the
    /// provider deletes none.
    /// </exception>
    public async Task DeleteAsync(string id, CancellationToken cancellation)
    {
        if (!client.Provider.Capabilities.CanDelete)
            throw ProviderErrors.OperationUnsupported(client.Provider, ProviderOperation.Delete);
        Attempt? last = null;
        var mayBeGone = false;
        var request = new ReadRequest(
            async () =>
            {
                mayBeGone |= last is not null and not { Kind: AttemptKind.NotConnected } and not { Status: 429 };
                return last = await client.DeleteAsync(id, cancellation).ConfigureAwait(false);
            },
            // HTML is the page of a gateway in between, whatever its status.
            answer => answer.MediaType != "text/html" && !client.Explain(answer).SaysFailed);
        var decision = await sender.SendAsync(request, cancellation).ConfigureAwait(false);
        // Not found, after an attempt of ours whose answer was lost: that attempt deleted it.
        var isGone = request.Last!.Status == 404 && mayBeGone;
        if (decision.Step != NextStep.Done && !isGone)
            throw CustomerErrors.Of(client, request.Last, CustomerMessages.Customer(id));
    }
}
