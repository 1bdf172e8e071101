using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Reading;

/// <summary>What a page of customers leaves in memory.</summary>
public sealed class PageTests
{
    [Fact]
    public void A_customer_does_not_hold_the_page_that_it_came_in()
    {
        var body = Encoding.UTF8.GetBytes("""{"data":[{"id":"1","email":"ana@example.com"},{"id":"2","email":"luis@example.com"}]}""");

        var kept = CustomerPage.Read(body, PaymentProviders.Get("OnePay")).Customers[0];
        // Were it read from the page, it would be read from this.
        Array.Clear(body);

        Assert.Equal(("1", "ana@example.com"), (kept.Id, kept.Email));
    }
}
