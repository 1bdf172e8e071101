using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Tests.Providers;

public sealed partial class ProviderContractTests
{
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_create_whose_answer_is_lost_makes_one_customer(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        foreach (var isCarriedOut in new[] { true, false })
        {
            SkipWaits();
            var server = Serve(contract);
            server.Instead(1, Answer.ClosedBefore, isCarriedOut);
            var target = At(contract, server.Address);

            var report = await target.RunAsync(Rows(target, contract, 1), cancellation: Cancel);

            if (!contract.Provider.Capabilities.HonoursKey && !isCarriedOut)
            {
                // No other row shows that the list is complete, so that a missing row proves nothing.
                Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
                Assert.Single(server.Requests, request => request.IsCreate);
                continue;
            }

            Assert.Equal([CustomerOutcome.Created], report.Kinds);
            Assert.Equal([Answer.Id(1)], report.Ids);
            Assert.Equal([1], server.Persons);
            // The row is sent again if the key makes that safe. Otherwise it is searched for, and sent again only if it is not
            // found.
            Assert.Equal(
                contract.Provider.Capabilities.HonoursKey ? "POST POST" : "POST GET",
                server.Methods);
            Assert.Single(server.Requests.Where(request => request.IsCreate).Select(contract.KeyOf).Distinct());
        }
    }

    // A provider must honour the key or show it in its list. Otherwise no run could find out whether a create was carried out.
    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_provider_honours_the_key_or_shows_it(string provider) =>
        Assert.True(ProviderContracts.Of(provider).Provider.Capabilities is { HonoursKey: true } or { ShowsKey: true });

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_key_is_sent_only_where_the_contract_says(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var target = At(contract, server.Address);
        var row = target.Prepare(1, contract.Row(Person));

        await target.RunAsync([row], cancellation: Cancel);

        var request = Assert.Single(server.Requests);
        Assert.Equal(row.Key, contract.KeyOf(request));
        Assert.Equal(contract.HasKeyInBody, request.Body.Contains(row.Key, StringComparison.Ordinal));
        Assert.Equal(
            contract.KeyHeader is null ? [] : new[] { contract.KeyHeader },
            request.Headers.Where(header => header.Value == row.Key).Select(header => header.Name));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_key_is_the_same_for_the_same_row_and_differs_for_another_row_or_account(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var address = new Uri("http://127.0.0.1:1");
        string Key(string account, int row, int person) => At(contract, address, account).Prepare(row, contract.Row(person)).Key;

        Assert.Equal(Key("one", 1, Person), Key("one", 2, Person));
        Assert.NotEqual(Key("one", 1, Person), Key("one", 1, Person + 1));
        Assert.NotEqual(Key("one", 1, Person), Key("two", 1, Person));
        Assert.Equal("my-own", At(contract, address).Prepare(1, contract.Row(Person).Append((CustomerField.IdempotencyKey, "my-own"))).Key);
        Assert.Equal(47, Key("one", 1, Person).Length);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_second_run_with_the_journal_sends_only_rows_that_are_not_done(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        server.Instead(2, Answer.Json("{}", 422));
        var target = At(contract, server.Address);
        var first = await target.RunAsync(Rows(target, contract, 3), JournalPath, OneByOne, Cancel);

        var second = await target.RunAsync(Rows(target, contract, 3), JournalPath, OneByOne, Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Failed, CustomerOutcome.Created], first.Kinds);
        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Created], second.Kinds);
        Assert.Equal([1, 2, 3, 2], server.Requests.Select(request => request.Person));
        Assert.Equal([first.Ids.First(), Answer.Id(3), first.Ids.Last()], second.Ids);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_row_in_doubt_from_an_earlier_run_becomes_one_customer(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        foreach (var isThere in new[] { true, false })
        {
            var server = Serve(contract);
            var target = At(contract, server.Address);
            var row = target.Prepare(1, contract.Row(1));
            if (isThere)
                server.Add(1, row.Key);
            // If the doubt is old, any customer of the module shows that the list can be relied on.
            if (contract.Provider.Capabilities.ShowsKey)
                server.Add(9, target.Prepare(9, contract.Row(9)).Key);
            await LeaveInDoubtAsync(target.Connection, row);

            var report = await target.RunAsync([row], JournalPath, cancellation: Cancel);

            Assert.Equal([CustomerOutcome.Created], report.Kinds);
            Assert.Single(server.Persons, person => person == 1);
            // The row is searched for first, if the provider allows a search, and a customer found by its document is read. Otherwise only the
            // key prevents a second customer.
            var canLook = contract.Provider.Capabilities is { ShowsKey: true } or { FindsByDocument: true };
            Assert.Equal(canLook ? isThere ? (contract.Provider.Capabilities.FindsByDocument ? "GET GET" : "GET") : "GET POST" : "POST", server.Methods);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_repeated_row_of_the_input_is_sent_once(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var target = At(contract, server.Address);

        var report = await target.RunAsync([target.Prepare(1, contract.Row(Person)), target.Prepare(2, contract.Row(Person))], cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Duplicate], report.Kinds);
        Assert.Single(server.Requests);
    }

    private async Task LeaveInDoubtAsync(PaymentConnection connection, PreparedDraft row)
    {
        File.Delete(JournalPath);
        await using (var journal = FileJournal.Open(JournalPath, connection))
            await (await journal.ClaimAsync(row.Draft.Row, row.Key)).Recorded;
        // The journal is old, so that everything that its run sent has settled.
        File.SetLastWriteTimeUtc(JournalPath, Clock.Start.UtcDateTime.AddDays(-1));
    }
}
