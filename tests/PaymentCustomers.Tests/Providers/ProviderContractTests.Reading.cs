using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Providers;

public sealed partial class ProviderContractTests
{
    private static readonly RunOptions Once = new() { MaximumRetryCount = 0 };

    public static TheoryData<string, string> Lists => ProviderContracts.Lists;

    public static TheoryData<string, int> Refusals => ProviderContracts.Refusals;

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_read_completely_in_every_shape_of_its_pages(string provider, string shape)
    {
        var contract = ProviderContracts.Of(provider);
        var list = contract.Lists.Single(list => list.Name == shape);
        var server = Serve(request => Answer.Json(list.Pages[request.Number - 1]));

        var found = await ListAsync(At(contract, server.Address));

        Assert.Equal(["a", "b", "c"], found.Select(customer => customer.Id));
        Assert.Equal(list.Queries.Select(query => $"GET {contract.Path}?{query}"), server.Requests.Select(request => request.Line));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Reading_an_empty_list_takes_one_request(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);

        Assert.Empty(await ListAsync(At(contract, server.Address)));
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_filter_is_applied_whether_or_not_the_server_applies_it(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        foreach (var person in new[] { 1, 2, 3 })
            server.Add(person, $"k{person}");

        var found = await ListAsync(At(contract, server.Address), new CustomerFilter { Email = "ROW2@example.com" });

        Assert.Equal(["row2@example.com"], found.Select(customer => customer.Email));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_answer_that_is_not_a_page_is_an_error_and_does_not_end_the_list(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        foreach (var page in new[] { "{}", "[]", """{"data":{}}""", "<html>" })
        {
            var server = Serve(_ => Answer.Json(page));

            Assert.Equal(PaymentErrorId.ResponseInvalid, (await FailAsync(() => ListAsync(At(contract, server.Address)))).Id);
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_in_each_form_of_the_provider_is_read(string provider, int index)
    {
        var contract = ProviderContracts.Of(provider);
        var refusal = contract.Refusals[index];
        var server = Serve(_ => Answer.Json(refusal.Body, refusal.Status));
        var target = At(contract, server.Address);

        var error = refusal.Operation == ProviderOperation.Create
            ? Assert.Single((await target.RunAsync([target.Prepare(1, contract.Row(Person))], Once, cancellation: Cancel)).Outcomes).Error!
            : await FailAsync(() => RetrieveAsync(target, "a"));

        Assert.Equal((refusal.Id, refusal.Status, refusal.Code, refusal.Message), (error.Id, error.Status, error.ProviderCode, error.ProviderMessage));
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_status_has_the_same_meaning_at_every_provider_unless_its_contract_says_otherwise(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        foreach (var (operation, status, id) in new[]
        {
            (ProviderOperation.Create, 400, PaymentErrorId.ProviderRejected), (ProviderOperation.Create, 401, PaymentErrorId.AuthenticationFailed),
            (ProviderOperation.Create, 403, PaymentErrorId.AccessDenied), (ProviderOperation.Create, 404, PaymentErrorId.ProviderRejected),
            (ProviderOperation.Create, 422, PaymentErrorId.ProviderRejected),
            (ProviderOperation.Create, 429, PaymentErrorId.RateLimited), (ProviderOperation.Retrieve, 302, PaymentErrorId.ResponseInvalid),
            (ProviderOperation.Retrieve, 401, PaymentErrorId.AuthenticationFailed), (ProviderOperation.Retrieve, 403, PaymentErrorId.AccessDenied),
            (ProviderOperation.Retrieve, 404, PaymentErrorId.CustomerNotFound), (ProviderOperation.Retrieve, 429, PaymentErrorId.RateLimited),
            (ProviderOperation.Retrieve, 408, PaymentErrorId.ProviderUnavailable), (ProviderOperation.Retrieve, 500, PaymentErrorId.ProviderUnavailable),
            (ProviderOperation.Retrieve, 503, PaymentErrorId.ProviderUnavailable), (ProviderOperation.Retrieve, 200, PaymentErrorId.ResponseInvalid),
        })
        {
            var server = Serve(_ => Answer.Json("{}", status));
            var target = At(contract, server.Address);

            var error = operation == ProviderOperation.Create
                ? Assert.Single((await target.RunAsync([target.Prepare(1, contract.Row(Person))], Once, cancellation: Cancel)).Outcomes).Error!
                : await FailAsync(() => RetrieveAsync(target, "a"));

            Assert.Equal((operation, status, contract.OwnMeaning(operation, status) ?? id), (operation, status, error.Id));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_customer_is_deleted_if_the_provider_supports_it_and_otherwise_nothing_is_sent(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var id = server.Add(Person, "k");
        var requests = new CustomerRequests(At(contract, server.Address).Client);

        if (contract.Provider.Capabilities.CanDelete)
        {
            await requests.DeleteAsync(id, Cancel);
            Assert.Equal([$"DELETE {contract.Path}/{id}"], server.Requests.Select(request => request.Line));
            Assert.Empty(server.Persons);
        }
        else
        {
            Assert.Equal(PaymentErrorId.OperationUnsupported, (await FailAsync(() => requests.DeleteAsync(id, Cancel))).Id);
            Assert.Empty(server.Requests);
        }
    }
}
