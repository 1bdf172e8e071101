using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Reading;

/// <summary>What a page of customers keeps in memory.</summary>
public sealed class PageTests
{
    [Fact]
    public void A_customer_does_not_keep_its_page_in_memory()
    {
        var body = Encoding.UTF8.GetBytes("""{"data":[{"id":"1","email":"ana@example.com"},{"id":"2","email":"luis@example.com"}]}""");

        var kept = CustomerPage.Read(body, PaymentProviders.Get("OnePay")).Customers[0];
        // If the customer still referred to the page, its fields would now be read from the cleared bytes.
        Array.Clear(body);

        Assert.Equal(("1", "ana@example.com"), (kept.Id, kept.Email));
    }
}
