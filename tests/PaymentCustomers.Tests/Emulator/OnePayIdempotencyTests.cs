using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class OnePayIdempotencyTests : EmulatorTest
{
    private static readonly string OtherBody = With(With(Natural, "first_name", "\"Ana\""), "document_number", "\"2\"");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_create_without_a_key_is_422(string? key)
    {
        var answer = await OnePayAsync(HttpMethod.Post, body: Natural, key: key);

        Assert.Equal(422, answer.Status);
        Assert.Equal("x-idempotency", (string)answer.Json["erros"]![0]!["key"]!);
        Assert.Equal("El encabezado x-idempotency, es un campo requerido", (string)answer.Json["erros"]![0]!["description"]!);
    }

    [Theory]
    [InlineData(64, 201)]
    [InlineData(65, 422)]
    public async Task A_key_has_at_most_64_characters(int length, int status) =>
        Assert.Equal(status, (await CreateOnePayAsync(key: new string('k', length))).Status);

    [Fact]
    public async Task A_key_with_other_characters_than_printable_ascii_is_422()
    {
        // The header is written in UTF-8, which HttpClient does only if it is configured.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 });
        using var request = OnePayRequest(HttpMethod.Post, body: Natural, key: "clave-ñ");
        request.RequestUri = new Uri(Emulator.Address, "v1/customers");

        using var response = await http.SendAsync(request, Cancelled);

        Assert.Equal(422, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_same_key_returns_the_same_result_and_creates_no_second_customer()
    {
        var first = await CreateOnePayAsync(key: "k");
        var second = await CreateOnePayAsync(key: "k");

        Assert.Equal((first.Status, first.Text), (second.Status, second.Text));
        Assert.Equal("k", Assert.Single(Emulator.Store.OnePayCustomers).Key);
    }

    [Fact]
    public async Task The_same_key_with_another_body_returns_the_first_result_by_default()
    {
        var first = await CreateOnePayAsync(key: "k");

        Assert.Equal(first.Text, (await CreateOnePayAsync(OtherBody, key: "k")).Text);
        Assert.Equal(first.Text, (await CreateOnePayAsync("{}", key: "k")).Text);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_409_if_configured()
    {
        Emulator.Configure(options => options with { OnePayKeyReuse = OnePayKeyReuse.Conflict409 });
        var first = await CreateOnePayAsync(key: "k");

        var other = await CreateOnePayAsync(OtherBody, key: "k");

        Assert.Equal((409, "idempotency_key_reused"), (other.Status, other["code_name"]));
        Assert.Equal(first.Text, (await CreateOnePayAsync(key: "k")).Text);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Each_bearer_has_its_own_keys()
    {
        var first = await CreateOnePayAsync(key: "k", bearer: "sk_test_one");
        var second = await CreateOnePayAsync(key: "k", bearer: "sk_test_two");

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([1, 2], Emulator.Store.OnePayCustomers.Select(customer => customer.Account));
    }

    [Fact]
    public async Task A_refused_create_does_not_use_up_its_key()
    {
        Assert.Equal(422, (await CreateOnePayAsync("{}", key: "k")).Status);
        Assert.Equal(201, (await CreateOnePayAsync(key: "k")).Status);
    }

    [Fact]
    public async Task A_key_returns_its_result_even_after_the_customer_was_deleted()
    {
        var first = await CreateOnePayAsync(key: "k");
        await OnePayAsync(HttpMethod.Delete, "/" + first.Id);

        Assert.Equal(first.Text, (await CreateOnePayAsync(key: "k")).Text);
        Assert.Equal(0, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Two_hundred_simultaneous_creates_with_one_key_make_one_customer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => CreateOnePayAsync(key: "k")));

        var customer = Assert.Single(Emulator.Store.OnePayCustomers);
        Assert.All(answers, answer => Assert.Equal((201, customer.Id), (answer.Status, answer.Id)));
        Assert.Equal(200, Emulator.Store.RequestCount);
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), Emulator.Store.Requests.Select(request => request.Ordinal));
    }

    [Fact]
    public async Task Two_hundred_simultaneous_creates_with_different_keys_make_two_hundred_customers()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => CreateOnePayAsync()));

        Assert.Equal(
            answers.Select(answer => answer.Id).Order(StringComparer.Ordinal),
            Emulator.Store.OnePayCustomers.Select(customer => customer.Id).Order(StringComparer.Ordinal));
    }
}
