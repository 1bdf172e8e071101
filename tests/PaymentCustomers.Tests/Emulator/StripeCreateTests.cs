using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class StripeCreateTests : EmulatorTest
{
    private readonly TestClock _time = new();

    protected override EmulatorOptions Options() => new() { TimeProvider = _time };

    [Fact]
    public async Task A_create_returns_the_complete_customer()
    {
        var answer = await CreateStripeAsync(
            Jose + "&address%5Bline1%5D=Cra+7&address%5Bcountry%5D=CO&metadata%5Bplan%5D=gold&preferred_locales%5B%5D=es&invoice_prefix=ABC");

        Assert.Equal(200, answer.Status);
        Assert.Matches("^cus_[A-Za-z0-9]{14}$", answer.Id);
        Assert.Equal(
            $$$"""
            {"id":"{{{answer.Id}}}","object":"customer","address":{"city":null,"country":"CO","line1":"Cra 7","line2":null,"postal_code":null,"state":null},"balance":0,"created":{{{_time.GetUtcNow().ToUnixTimeSeconds()}}},"currency":null,"delinquent":false,"description":null,"email":"jose@example.com","invoice_prefix":"ABC","livemode":false,"metadata":{"plan":"gold"},"name":"José Muñoz","phone":"+573001234567","preferred_locales":["es"],"tax_exempt":"none"}
            """, answer.Text);
    }

    [Fact]
    public async Task No_field_is_required()
    {
        var answer = await StripeAsync(HttpMethod.Post);

        Assert.Equal((200, null, "{}"), (answer.Status, answer["email"], answer["metadata"]));
        Assert.Matches("^[0-9A-F]{8}$", answer["invoice_prefix"]);
    }

    [Theory]
    [InlineData("application/json", 400)]
    [InlineData("multipart/form-data", 400)]
    [InlineData(null, 400)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", 200)]
    [InlineData("application/x-www-form-urlencoded; charset=latin1", 400)]
    public async Task The_body_must_be_form_encoded(string? contentType, int status)
    {
        var answer = await StripeAsync(HttpMethod.Post, form: Jose, contentType: contentType);

        Assert.Equal((status, status == 200 ? 1 : 0), (answer.Status, Emulator.Store.StripeCount));
        if (status == 400)
            Assert.Equal("invalid_request_error", answer.Error("type"));
    }

    [Theory]
    [InlineData("first_name=Ana", "first_name", "parameter_unknown")]
    [InlineData("address[line1]=x&address[zip]=1", "address[zip]", "parameter_unknown")]
    [InlineData("address[city]=x", "address[line1]", "parameter_missing")]
    [InlineData("address[line1]=&address[city]=x", "address[line1]", "parameter_invalid_empty")]
    [InlineData("metadata[a[b]]=x", "metadata[a[b]]")]
    [InlineData("metadata[a][b]=x", "metadata")]
    [InlineData("metadata[]=x", "metadata")]
    [InlineData("name=a&name=b", "name")]
    [InlineData("tax_exempt=yes", "tax_exempt")]
    [InlineData("balance=1e3", "balance", "parameter_invalid_integer")]
    [InlineData("invoice_prefix=ab", "invoice_prefix")]
    [InlineData("shipping[name]=x", "shipping")]
    [InlineData("source=tok_visa", "source", "resource_missing")]
    [InlineData("expand[]=sources", "expand")]
    public async Task The_error_names_the_invalid_parameter_and_nothing_is_stored(string form, string param, string? code = null)
    {
        var answer = await CreateStripeAsync(form);

        Assert.Equal(
            (400, "invalid_request_error", param, code), (answer.Status, answer.Error("type"), answer.Error("param"), answer.Error("code")));
        Assert.Equal(code is null ? null : $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}", answer.Error("doc_url"));
        Assert.Equal(0, Emulator.Store.StripeCount);
    }

    [Theory]
    [InlineData("name=%C3")]
    [InlineData("name=%C3%28")]
    [InlineData("name=100%")]
    [InlineData("name=%4")]
    [InlineData("name=%GG")]
    public async Task A_value_that_is_not_percent_encoded_utf8_is_refused(string form) =>
        Assert.Equal((400, 0), ((await CreateStripeAsync(form)).Status, Emulator.Store.StripeCount));

    [Fact]
    public async Task Lengths_count_characters_and_not_bytes()
    {
        Assert.Equal(200, (await CreateStripeAsync("name=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("😀", 256))))).Status);
        Assert.Equal(400, (await CreateStripeAsync("name=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("😀", 257))))).Status);
    }

    [Theory]
    [InlineData(50, 40, 500, 200)]
    [InlineData(51, 40, 500, 400)]
    [InlineData(1, 41, 1, 400)]
    [InlineData(1, 1, 501, 400)]
    public async Task Metadata_has_limits(int count, int nameLength, int valueLength, int status)
    {
        var form = string.Join('&', Enumerable.Range(0, count).Select(
            n => $"metadata[{n.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(nameLength, 'k')}]={new string('v', valueLength)}"));

        Assert.Equal(status, (await CreateStripeAsync(form)).Status);
    }

    [Fact]
    public async Task A_parameter_in_the_query_of_a_post_is_refused() =>
        Assert.Equal("name", (await StripeAsync(HttpMethod.Post, "?name=x", Jose)).Error("param"));

    [Fact]
    public async Task An_email_can_be_stored_in_lower_case()
    {
        Emulator.Configure(options => options with { LowerCaseEmail = true });

        Assert.Equal("ana@example.com", (await CreateStripeAsync("email=Ana%40Example.com"))["email"]);
    }

    [Fact]
    public async Task The_control_shows_the_key_and_the_account()
    {
        var one = await CreateStripeAsync(Jose + "&metadata[payment_customers_key]=m", key: "h");
        await CreateStripeAsync(Jose + "&metadata[payment_customers_key]=m", bearer: "sk_live_other");
        await CreateStripeAsync();

        var answer = await ControlAsync(HttpMethod.Get, "/customers?provider=stripe");

        Assert.Equal(one.Text[..^1] + ""","_key":"h","_account":1}""", answer.Json[0]!.ToJsonString(EmulatorTestJson.Relaxed));
        Assert.Equal(("m", 2, true), ((string)answer.Json[1]!["_key"]!, (int)answer.Json[1]!["_account"]!, (bool)answer.Json[1]!["livemode"]!));
        Assert.Null(answer.Json[2]!["_key"]);
        Assert.DoesNotContain("sk_", answer.Text, StringComparison.Ordinal);
    }
}
