using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>Requests about existing customers.</summary>
public sealed class StripeUpdateTests : EmulatorTest
{
    private const string Address = "address[line1]=1+Main+St&address[line2]=b&address[city]=Austin";

    [Fact]
    public async Task Parameters_that_are_not_sent_are_kept_and_empty_ones_are_unset()
    {
        var before = await CreateStripeAsync(Jose + "&description=d&tax_exempt=exempt&preferred_locales[]=es&" + Address);

        var after = await UpdateAsync(before.Id, "name=Ana&phone=&address=&preferred_locales=");

        Assert.Equal((200, before.Id, "Ana", null, null, "[]"), (after.Status, after.Id, after["name"], after["phone"], after["address"], after["preferred_locales"]));
        Assert.Equal(("jose@example.com", "d", "exempt"), (after["email"], after["description"], after["tax_exempt"]));
        Assert.Equal(before["created"], after["created"]);
        Assert.Equal(after.Text, (await StripeAsync(HttpMethod.Get, "/" + before.Id)).Text);
        Assert.Equal("Ana", Assert.Single(Emulator.Store.StripeCustomers).Fields.Name);
    }

    [Fact]
    public async Task Metadata_is_merged_and_an_empty_value_removes_an_entry()
    {
        var id = (await CreateStripeAsync("metadata[a]=1&metadata[b]=2")).Id;

        Assert.Equal("""{"b":"2","c":"3"}""", (await UpdateAsync(id, "metadata[a]=&metadata[c]=3")).Json["metadata"]!.ToJsonString());
        Assert.Equal("{}", (await UpdateAsync(id, "metadata=")).Json["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task Metadata_has_at_most_fifty_entries_after_an_update()
    {
        var id = (await CreateStripeAsync(string.Join('&', Enumerable.Range(0, 50).Select(n => $"metadata[{n}]=v")))).Id;

        Assert.Equal("metadata", (await UpdateAsync(id, "metadata[50]=v")).Error("param"));
        Assert.Equal(200, (await UpdateAsync(id, "metadata[0]=&metadata[50]=v")).Status);
    }

    [Theory]
    [InlineData(StripeAddressUpdate.Replaced, null)]
    [InlineData(StripeAddressUpdate.Merged, "b")]
    public async Task Missing_parts_of_an_updated_address_are_unset_by_default(StripeAddressUpdate update, string? line2)
    {
        Emulator.Configure(options => options with { StripeAddressUpdate = update });
        var id = (await CreateStripeAsync(Address)).Id;

        var address = (await UpdateAsync(id, "address[line1]=2+Main+St&address[city]=")).Json["address"]!;

        Assert.Equal(("2 Main St", line2, null), ((string?)address["line1"], (string?)address["line2"], (string?)address["city"]));
    }

    [Fact]
    public async Task A_refused_update_changes_nothing()
    {
        var before = await CreateStripeAsync();

        Assert.Equal("parameter_unknown", (await UpdateAsync(before.Id, "name=Ana&surname=x")).Error("code"));
        Assert.Equal("parameter_unknown", (await UpdateAsync(before.Id, "tax_id_data[0][type]=us_ein")).Error("code"));
        Assert.Equal(before.Text, (await StripeAsync(HttpMethod.Get, "/" + before.Id)).Text);
    }

    [Fact]
    public async Task A_deleted_customer_can_only_be_retrieved_and_is_shown_as_deleted()
    {
        var id = (await CreateStripeAsync()).Id;
        var deleted = $$"""{"id":"{{id}}","object":"customer","deleted":true}""";

        var first = await StripeAsync(HttpMethod.Delete, "/" + id);
        var second = await StripeAsync(HttpMethod.Delete, "/" + id);
        var found = await StripeAsync(HttpMethod.Get, "/" + id);

        Assert.Equal((200, deleted), (first.Status, first.Text));
        Assert.Equal((404, "resource_missing", "id"), (second.Status, second.Error("code"), second.Error("param")));
        Assert.Equal((200, deleted), (found.Status, found.Text));
        Assert.Equal(404, (await UpdateAsync(id, "name=x")).Status);
        Assert.Empty((await StripeAsync(HttpMethod.Get)).Ids);
        Assert.Equal(0, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task Ids_are_case_sensitive_and_belong_to_their_key()
    {
        var id = (await CreateStripeAsync()).Id;

        Assert.Equal(404, (await StripeAsync(HttpMethod.Get, "/" + id.ToUpperInvariant())).Status);
        Assert.Equal(404, (await StripeAsync(HttpMethod.Get, "/" + id, authorization: "Bearer sk_live_emulator")).Status);
        Assert.Equal(404, (await StripeAsync(HttpMethod.Delete, "/" + id, authorization: "Bearer sk_test_other")).Status);
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Theory]
    [InlineData("GET", "?expand[]=sources", "expand")]
    [InlineData("GET", "?limit=1", "limit")]
    [InlineData("DELETE", "?force=true", "force")]
    public async Task A_parameter_that_does_not_exist_for_one_customer_is_refused(string method, string query, string param)
    {
        var id = (await CreateStripeAsync()).Id;

        var answer = await StripeAsync(HttpMethod.Parse(method), "/" + id + query);

        Assert.Equal((400, param), (answer.Status, answer.Error("param")));
        Assert.Equal(1, Emulator.Store.StripeCount);
    }

    [Fact]
    public async Task An_altered_answer_does_not_change_the_stored_customer()
    {
        var id = (await CreateStripeAsync()).Id;
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Altered, Change = "otherName", Operation = EmulatedOperation.Update });

        Assert.Equal("Somebody Else", (await UpdateAsync(id, "name=Ana&phone=1"))["name"]);

        Assert.Equal(("José Muñoz", "+573001234567"), (Emulator.Store.StripeCustomers[0].Fields.Name, Emulator.Store.StripeCustomers[0].Fields.Phone));
    }

    [Fact]
    public async Task Requests_are_recorded_with_their_operation()
    {
        var id = (await CreateStripeAsync()).Id;
        await StripeAsync(HttpMethod.Post, "/" + id, "name=Ana", key: "k", version: "2020-03-02");
        await StripeAsync(HttpMethod.Put, "/" + id, "name=Ana");

        Assert.Equal(
            [EmulatedOperation.Create, EmulatedOperation.Update, EmulatedOperation.Other], Emulator.Store.Requests.Select(request => request.Operation));
        var update = Emulator.Store.Requests[1];
        Assert.Equal(("k", "2020-03-02", "name=Ana"), (update.Headers["Idempotency-Key"], update.Headers["Stripe-Version"], update.Body));
        Assert.Equal(404, Emulator.Store.Requests[2].Status);
    }

    private Task<Answer> UpdateAsync(string id, string form) => StripeAsync(HttpMethod.Post, "/" + id, form);
}
