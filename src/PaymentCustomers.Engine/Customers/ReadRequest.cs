using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>A request that creates nothing: a page, a customer, a deletion.</summary>
/// <param name="send">Makes one attempt.</param>
/// <param name="understands">Whether the answer of a success can be read.</param>
internal sealed class ReadRequest(Func<Task<Attempt>> send, Func<Attempt, bool> understands) : ProviderRequest
{
    public override Task<Attempt> SendAsync() => send();

    public override bool Understands(Attempt answer) => understands(answer);
}
