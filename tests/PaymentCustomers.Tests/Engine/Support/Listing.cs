using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Reads complete lists.</summary>
internal static class Listing
{
    /// <summary>The ids on every page.</summary>
    public static async Task<List<string[]>> PagesAsync(string provider, ScriptedServer server, CustomerFilter? filter = null)
    {
        var pages = new List<string[]>();
        await foreach (var page in Read(provider, server, filter))
            pages.Add([.. page.Customers.Select(customer => customer.Id ?? "(none)")]);
        return pages;
    }

    /// <summary>The ids that were read before a list failed, and the error.</summary>
    public static async Task<(List<string> Ids, PaymentError Error)> FailAsync(string provider, ScriptedServer server)
    {
        var ids = new List<string>();
        var exception = await Assert.ThrowsAsync<PaymentException>(async () =>
        {
            await foreach (var page in Read(provider, server))
                ids.AddRange(page.Customers.Select(customer => customer.Id ?? "(none)"));
        });
        return (ids, exception.Error);
    }

    public static IAsyncEnumerable<CustomerPage> Read(string provider, ScriptedServer server, CustomerFilter? filter = null) =>
        new CustomerRequests(TestConnections.Client(provider, server)).ListAsync(filter ?? CustomerFilter.None, TestContext.Current.CancellationToken);

    /// <summary>The queries of the requests.</summary>
    public static IEnumerable<string> Queries(ScriptedServer server) => server.Requests.Select(request => request.Line.Split('?')[1]);
}
