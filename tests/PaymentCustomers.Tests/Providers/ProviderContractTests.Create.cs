using System.Text.Json;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Providers;

public sealed partial class ProviderContractTests
{
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_create_sends_the_request_of_the_contract_byte_for_byte(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var target = At(contract, server.Address);
        var row = target.Prepare(1, contract.Row(Person));

        await target.RunAsync([row], cancellation: Cancel);

        var request = Assert.Single(server.Requests);
        Assert.Equal($"POST {contract.Path}", request.Line);
        Assert.Equal(contract.Body(Person, row.Key), request.Body);
        Assert.Equal(contract.MediaType, request.Header("Content-Type"));
        Assert.Equal(contract.Authorization, request.Header("Authorization"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_created_customer_has_the_values_of_the_answer_and_otherwise_the_sent_ones(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var target = At(contract, server.Address);

        var report = await target.RunAsync([target.Prepare(1, contract.Row(Person))], cancellation: Cancel);

        var customer = Assert.Single(report.Outcomes).Customer!;
        Assert.Equal((CustomerOutcome.Created, Answer.Id(1), provider), (customer.Outcome, customer.Id, customer.Provider));
        AssertShows(contract.Shown(Person), customer, onlyThese: false);
        // Fields that were sent separately are also known separately.
        Assert.Equal(("Ana", $"Muñoz {Person}"), (customer.FirstName, customer.LastName));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_listed_customer_has_exactly_the_values_that_the_provider_returned(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var id = server.Add(Person, "k");
        var target = At(contract, server.Address);

        foreach (var customer in new[] { Assert.Single(await ListAsync(target)), await RetrieveAsync(target, id) })
        {
            AssertShows(contract.Shown(Person), customer, onlyThese: true);
            Assert.Equal(id, customer.Id);
            Assert.EndsWith($"Muñoz {Person}", customer.Name, StringComparison.Ordinal);
            Assert.StartsWith("Ana", customer.Name, StringComparison.Ordinal);
            Assert.Equal(Clock.Start, customer.Created);
        }

        Assert.Equal(contract.Authorization, server.Requests[0].Header("Authorization"));
        Assert.Equal($"GET {contract.Path}/{id}", server.Requests[1].Line);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_row_without_a_required_field_is_refused_before_anything_is_sent(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var target = At(contract, server.Address);

        foreach (var field in contract.Required)
        {
            var row = target.Prepare(1, contract.Row(Person).Where(cell => cell.Field != field));
            var error = Assert.Single((await target.RunAsync([row], cancellation: Cancel)).Outcomes).Error!;

            Assert.Equal(PaymentErrorId.CustomerInvalid, error.Id);
            Assert.Equal([field.ToString()], error.Problems.Select(problem => problem.Field));
        }

        Assert.Empty(server.Requests);
        Assert.Equal(
            [], contract.Provider.Format.Fields.Where(field => field.IsRequired).Select(field => field.Field).Except(contract.Required).Except(contract.Implied));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_field_that_the_provider_does_not_have_is_refused_or_left_out(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        var server = Serve(contract);
        var target = At(contract, server.Address);
        var foreign = Enum.GetValues<CustomerField>().Where(field => contract.Provider.Format[field] is null).ToList();
        var plain = target.Prepare(1, contract.Row(Person));
        var lenient = new DraftPreparer(contract.Provider, new KeyScope(target.Connection), ignoreUnsupported: true);

        foreach (var field in foreign)
        {
            var row = target.Prepare(1, contract.Row(Person).Append((field, "x")));
            var error = Assert.Single((await target.RunAsync([row], cancellation: Cancel)).Outcomes).Error!;

            Assert.Equal((PaymentErrorId.FieldUnsupported, field.ToString()), (error.Id, Assert.Single(error.Problems).Field));
            Assert.Equal(plain.Body.ToArray(), lenient.Prepare(row.Draft).Body.ToArray());
        }

        Assert.NotEmpty(foreign);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_existing_customer_is_not_created_again(string provider)
    {
        var contract = ProviderContracts.Of(provider);
        foreach (var matchBy in new[] { CustomerField.Email, CustomerField.Phone })
        {
            var server = Serve(contract);
            server.Add(1, "of another run");
            var target = At(contract, server.Address);

            var report = await target.RunAsync(Rows(target, contract, 2), new RunOptions { SkipExisting = true, MatchBy = matchBy }, cancellation: Cancel);

            Assert.Equal([CustomerOutcome.Existing, CustomerOutcome.Created], report.Kinds);
            Assert.Equal([1, 2], server.Persons);
        }
    }

    private static void AssertShows(IReadOnlyDictionary<CustomerField, string> wanted, PaymentCustomer customer, bool onlyThese)
    {
        // The key is not a field of the person.
        var fields = onlyThese ? Enum.GetValues<CustomerField>().Where(field => field != CustomerField.IdempotencyKey) : wanted.Keys;
        Assert.Equal(
            fields.ToDictionary(field => field, field => wanted.GetValueOrDefault(field)),
            fields.ToDictionary(field => field, field => field == CustomerField.Metadata ? Canonical(customer[field]) : customer[field]));
    }

    /// <summary>Removes white space from JSON.</summary>
    private static string? Canonical(string? json) => json is null ? null : JsonSerializer.Serialize(JsonElement.Parse(json));
}
