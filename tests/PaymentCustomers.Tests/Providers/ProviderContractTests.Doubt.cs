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
                // No other row shows that the list is whole, so that its absence from it proves nothing.
                Assert.Equal([CustomerOutcome.Unknown], report.Kinds);
                Assert.Single(server.Requests, request => request.IsCreate);
                continue;
            }

            Assert.Equal([CustomerOutcome.Created], report.Kinds);
            Assert.Equal([Answer.Id(1)], report.Ids);
            Assert.Equal([1], server.Persons);
            // Sent again where the key makes that harmless; else looked for, and sent again only if it is not there.
            Assert.Equal(
                contract.Provider.Capabilities.HonoursKey ? "POST POST" : "POST GET",
                server.Methods);
            Assert.Single(server.Requests.Where(request => request.IsCreate).Select(contract.KeyOf).Distinct());
        }
    }

    // Where nothing tells what became of a create, nobody could say that it was carried out, or that it was not.
    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_provider_lets_a_doubt_be_settled(string provider) =>
        Assert.True(ProviderContracts.Of(provider).Provider.Capabilities is { HonoursKey: true } or { ShowsKey: true });

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_key_goes_where_the_contract_says_and_nowhere_else(string provider)
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
    public void The_same_row_has_the_same_key_and_another_row_or_account_another(string provider)
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
    public async Task A_second_run_with_the_journal_sends_nothing_for_what_is_done(string provider)
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
    public async Task A_row_that_an_earlier_run_left_in_doubt_becomes_one_customer(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        foreach (var isThere in new[] { true, false })
        {
            var server = Serve(contract);
            var target = At(contract, server.Address);
            var row = target.Prepare(1, contract.Row(1));
            if (isThere)
                server.Add(1, row.Key);
            // Of a doubt that is old, any customer of ours shows that the list is one to go by.
            if (contract.Provider.Capabilities.ShowsKey)
                server.Add(9, target.Prepare(9, contract.Row(9)).Key);
            await LeaveInDoubtAsync(target.Connection, row);

            var report = await target.RunAsync([row], JournalPath, cancellation: Cancel);

            Assert.Equal([CustomerOutcome.Created], report.Kinds);
            Assert.Single(server.Persons, person => person == 1);
            // Looked for first wherever anything can be found; else the key alone keeps it from being made twice.
            var canLook = contract.Provider.Capabilities is { ShowsKey: true } or { FindsByDocument: true };
            Assert.Equal(canLook ? isThere ? "GET" : "GET POST" : "POST", server.Methods);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_row_that_stands_twice_in_the_input_is_sent_once(string provider)
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
        // Long ago, so that what it left has settled.
        File.SetLastWriteTimeUtc(JournalPath, Clock.Start.UtcDateTime.AddDays(-1));
    }
}
