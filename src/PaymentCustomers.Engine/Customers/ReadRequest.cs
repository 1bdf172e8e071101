using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Customers;

/// <summary>A request that creates no customer: reading a page or a customer, or deleting one.</summary>
/// <param name="send">Makes one attempt.</param>
/// <param name="understands">Whether the body of a successful response can be read.</param>
internal sealed class ReadRequest(Func<Task<Attempt>> send, Func<Attempt, bool> understands) : ProviderRequest
{
    public override Task<Attempt> SendAsync() => send();

    public override bool Understands(Attempt answer) => understands(answer);
}
