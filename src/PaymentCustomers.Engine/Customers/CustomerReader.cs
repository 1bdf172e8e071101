using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Reads single customers, and asks whether the provider knows a credential.</summary>
/// <param name="client">The client to ask through.</param>
/// <param name="sender">Sends requests again where that may help.</param>
internal sealed class CustomerReader(ProviderClient client, RequestSender sender)
{
    /// <summary>Reads one customer.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">The customer cannot be had; <see cref="PaymentErrorId.CustomerNotFound"/> if there is none.</exception>
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

    /// <summary>Asks for the least that the provider gives, to learn whether it knows the credential.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="PaymentException">It does not, it is not there, or something else is at the address.</exception>
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
