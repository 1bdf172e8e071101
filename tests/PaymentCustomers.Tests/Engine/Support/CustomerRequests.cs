using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>All requests to a provider outside of a run, each with its own sender.</summary>
internal sealed class CustomerRequests(ProviderClient client, int maximumRetryCount = 0)
{
    private readonly RequestSender _sender = RequestSender.Alone(client, maximumRetryCount);

    public CustomerList List => new(client, _sender);

    public Task<PaymentCustomer> RetrieveAsync(string id, CancellationToken cancellation) =>
        new CustomerReader(client, _sender).RetrieveAsync(id, cancellation);

    public Task CheckAsync(CancellationToken cancellation) => new CustomerReader(client, _sender).CheckAsync(cancellation);

    public Task DeleteAsync(string id, CancellationToken cancellation) => new CustomerRemover(client, _sender).DeleteAsync(id, cancellation);

    public IAsyncEnumerable<CustomerPage> ListAsync(CustomerFilter filter, CancellationToken cancellation) => List.PagesAsync(filter, cancellation);
}
