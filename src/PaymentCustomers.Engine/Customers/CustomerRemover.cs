using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Deletes customers.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="sender">Retries requests where a retry may succeed.</param>
internal sealed class CustomerRemover(ProviderClient client, RequestSender sender)
{
    /// <summary>Deletes a customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException">
    /// The customer cannot be deleted; <see cref="PaymentErrorId.OperationUnsupported"/>, before anything is sent, if the provider
    /// has no operation to delete customers.
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
            // An HTML page comes from a gateway between this machine and the provider, whatever its status code.
            answer => answer.MediaType != "text/html" && !client.Explain(answer).SaysFailed);
        var decision = await sender.SendAsync(request, cancellation).ConfigureAwait(false);
        // 404 after an attempt whose response was lost: that attempt has deleted the customer.
        var isGone = request.Last!.Status == 404 && mayBeGone;
        if (decision.Step != NextStep.Done && !isGone)
            throw CustomerErrors.Of(client, request.Last, CustomerMessages.Customer(id));
    }
}
