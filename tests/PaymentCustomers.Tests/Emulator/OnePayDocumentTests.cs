using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class OnePayDocumentTests : EmulatorTest
{
    [Fact]
    public async Task A_known_document_under_another_key_makes_a_second_customer_by_default()
    {
        var first = await CreateOnePayAsync();
        var second = await CreateOnePayAsync();

        Assert.Equal(201, second.Status);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_known_document_can_return_the_existing_customer()
    {
        Emulator.Configure(options => options with { OnePayDuplicateDocument = OnePayDuplicateDocument.Same, OnePayKeyReuse = OnePayKeyReuse.Conflict409 });
        var first = await CreateOnePayAsync();
        var changed = With(Natural, "email", "\"new@example.com\"");

        var second = await CreateOnePayAsync(changed, key: "again");

        Assert.Equal((200, first.Text), (second.Status, second.Text));
        Assert.Equal(first.Id, (await CreateOnePayAsync(changed, key: "again")).Id);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task A_known_document_can_be_a_conflict()
    {
        Emulator.Configure(options => options with { OnePayDuplicateDocument = OnePayDuplicateDocument.Conflict409 });
        await CreateOnePayAsync();

        var second = await CreateOnePayAsync();

        Assert.Equal((409, "customer_already_exists"), (second.Status, second["code_name"]));
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task A_known_document_can_be_a_validation_error()
    {
        Emulator.Configure(options => options with { OnePayDuplicateDocument = OnePayDuplicateDocument.Unprocessable422 });
        await CreateOnePayAsync();

        var second = await CreateOnePayAsync();

        Assert.Equal(422, second.Status);
        Assert.Contains("""{"key":"document_number","description":"El campo document_number, ya ha sido registrado"}""", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_are_compared_with_their_type_and_within_one_account()
    {
        Emulator.Configure(options => options with { OnePayDuplicateDocument = OnePayDuplicateDocument.Conflict409 });
        await CreateOnePayAsync();

        Assert.Equal(201, (await CreateOnePayAsync(With(Natural, "document_type", "\"CE\""))).Status);
        Assert.Equal(201, (await CreateOnePayAsync(bearer: "sk_test_other")).Status);
    }

    [Fact]
    public async Task The_document_of_a_deleted_customer_can_be_used_again()
    {
        Emulator.Configure(options => options with { OnePayDuplicateDocument = OnePayDuplicateDocument.Conflict409 });
        await OnePayAsync(HttpMethod.Delete, "/" + (await CreateOnePayAsync()).Id);

        Assert.Equal(201, (await CreateOnePayAsync()).Status);
    }

    [Fact]
    public async Task The_list_can_be_filtered_by_document()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 500 });
        var wanted = Emulator.Store.OnePayCustomers[321];

        var page = await OnePayAsync(HttpMethod.Get, $"?document_number={wanted.Fields.DocumentNumber}");

        Assert.Equal([wanted.Id], page.Ids);
        Assert.Equal("1", page["total"]);
        Assert.Empty((await OnePayAsync(HttpMethod.Get, "?document_number=nobody")).Ids);
    }

    [Fact]
    public async Task The_list_can_ignore_the_filter()
    {
        Emulator.Configure(options => options with { OnePayDocumentFilter = OnePayDocumentFilter.Ignored });
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 20 });

        Assert.Equal(15, (await OnePayAsync(HttpMethod.Get, "?document_number=nobody")).Ids.Count);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, """{"message":"Cliente eliminado correctamente"}""")]
    public async Task A_delete_returns_the_configured_status_and_removes_the_customer(int status, string body)
    {
        Emulator.Configure(options => options with { OnePayDeleteStatus = status });
        var id = (await CreateOnePayAsync()).Id;

        var deleted = await OnePayAsync(HttpMethod.Delete, "/" + id);

        Assert.Equal((status, body), (deleted.Status, deleted.Text));
        Assert.Equal(404, (await OnePayAsync(HttpMethod.Get, "/" + id)).Status);
        Assert.Equal(404, (await OnePayAsync(HttpMethod.Delete, "/" + id)).Status);
        Assert.Equal(0, Emulator.Store.OnePayCount);
    }
}
