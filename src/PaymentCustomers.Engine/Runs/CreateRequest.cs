using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The request that creates a row's customer.</summary>
internal sealed class CreateRequest(ProviderClient client, PreparedDraft draft, CancellationToken cancellation) : ProviderRequest
{
    /// <summary>The draft.</summary>
    public PreparedDraft Draft => draft;

    /// <summary>Whether any of it has left.</summary>
    public bool IsSent { get; private set; }

    /// <summary>The customer that was created; null if no answer said so.</summary>
    public PaymentCustomerResult? Customer { get; private set; }

    public override Task<Attempt> SendAsync()
    {
        client.EnsureConnected();
        IsSent = true;
        return client.CreateAsync(draft.Body, draft.Key, cancellation);
    }

    /// <summary>
    /// Lays the answer over what was sent: it may say less than the customer has (contracts/dots.md: create answers with
    /// a subset).
    /// </summary>
    public override bool Understands(Attempt answer)
    {
        if (CustomerAnswer.TryRead(client.Provider.Format, answer.Body, draft.Values, out var id) is { } source)
            Customer = new PaymentCustomerResult(client.Provider.Name, draft.Draft.Row, CustomerOutcome.Created, source, id);
        return Customer is not null;
    }
}
