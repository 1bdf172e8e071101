using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Reads single customers, and checks whether the provider accepts a credential.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="sender">Retries requests where a retry may succeed.</param>
internal sealed class CustomerReader(ProviderClient client, RequestSender sender)
{
    /// <summary>Reads one customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException">The customer cannot be read; <see cref="PaymentErrorId.CustomerNotFound"/> if it does not exist.</exception>
    public async Task<PaymentCustomer> RetrieveAsync(string id, CancellationToken cancellation)
    {
        PaymentCustomer? customer = null;
        var isDeleted = false;
        var request = new ReadRequest(
            () => client.RetrieveAsync(id, cancellation),
            answer =>
            {
                var source = CustomerAnswer.TryRead(client.Provider.Format, answer.Body, sent: null, out var echo);
                isDeleted = echo.IsDeleted;
                customer = source is null ? null : new PaymentCustomer(client.Provider.Name, source, echo.Id);
                return customer is not null;
            });
        await sender.SendAsync(request, cancellation).ConfigureAwait(false);
        if (isDeleted)
            throw CustomerErrors.Deleted(client, request.Last!, id);
        return (request.Last!.IsSuccess ? customer : null)
            ?? throw CustomerErrors.Of(client, request.Last, CustomerMessages.Customer(id));
    }

    /// <summary>Checks whether the provider accepts the credential, with the smallest possible request.</summary>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="PaymentException">The credential is rejected, the provider is not available, or another server answers at the address.</exception>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var request = new ReadRequest(
            () => client.ListAsync(client.Provider.Listing.SmallestQuery, cancellation),
            answer => CustomerPage.TryRead(answer.Body, client.Provider) is not null);
        var decision = await sender.SendAsync(request, cancellation).ConfigureAwait(false);
        if (decision.Step == NextStep.Done)
            return;
        var error = AttemptErrors.Describe(client, request.Last!, CustomerMessages.ConnectionCheck);
        throw new PaymentException(error with { RecommendedAction = CustomerMessages.CheckAction(error) }, request.Last!.Cause);
    }
}
