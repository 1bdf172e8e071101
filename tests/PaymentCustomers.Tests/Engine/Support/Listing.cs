using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Reads lists to their end.</summary>
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

    /// <summary>The ids that came before a list failed, and the failure.</summary>
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

    /// <summary>The targets of the requests, without the path that all share.</summary>
    public static IEnumerable<string> Queries(ScriptedServer server) => server.Requests.Select(request => request.Line.Split('?')[1]);
}
