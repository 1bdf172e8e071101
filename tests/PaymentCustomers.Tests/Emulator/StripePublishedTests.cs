using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>The emulator's answers and accepted requests comply with the OpenAPI file that Stripe publishes.</summary>
public sealed class StripePublishedTests : EmulatorTest
{
    private const string Everything =
        "name=Jos%C3%A9&email=a%40example.com&phone=%2B15550100&description=d&balance=-5&invoice_prefix=ABC123&tax_exempt=reverse" +
        "&address[line1]=1+Main+St&address[line2]=b&address[city]=c&address[state]=d&address[postal_code]=e&address[country]=US" +
        "&metadata[plan]=gold&preferred_locales[]=es&preferred_locales[]=en";

    [Fact]
    public async Task Every_answer_about_customers_complies_with_the_published_file()
    {
        var all = await PostAsync("", Everything);
        var bare = await PostAsync("", "");
        await PostAsync("/" + all.Id, "address=&metadata=&preferred_locales=&tax_exempt=&name=&email=&phone=&description=");
        await GetAsync("/" + all.Id);
        await GetAsync("/" + bare.Id);
        await GetAsync("?limit=1");
        await GetAsync("?email=nobody");
        await DeleteAsync("/" + all.Id);
        await GetAsync("/" + all.Id);

        Assert.Equal((1, 9L), (Emulator.Store.StripeCount, Emulator.Store.RequestCount));
        Assert.All(Emulator.Store.Requests, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task Seeded_and_invented_customers_comply_with_the_published_file()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Stripe, Count = 40 });
        Assert.Equal(40, (await GetAsync("?limit=100")).Ids.Count);

        Emulator.Configure(options => options with { ListEnding = ListEnding.NewPages });
        Assert.Equal(100, (await GetAsync("?limit=100")).Ids.Count);
    }

    [Fact]
    public async Task Every_error_complies_with_the_published_file()
    {
        await PostAsync("", "nonsense=1");
        await PostAsync("", "address[city]=x");
        await PostAsync("", "name=%ZZ");
        await PostAsync("", "coupon=c");
        await PostAsync("/cus_nobody", "name=x");
        await GetAsync("/cus_nobody");
        await GetAsync("?limit=0");
        await GetAsync("?starting_after=cus_nobody");
        await DeleteAsync("/cus_nobody");
        Check("get", "", await StripeAsync(HttpMethod.Get, authorization: null));
        Check("get", "", await StripeAsync(HttpMethod.Get, authorization: "Bearer pk_test_a"));
        Check("post", "", await StripeAsync(HttpMethod.Post, form: "{}", contentType: "application/json"));
        Check("get", "", await StripeAsync(HttpMethod.Get, version: "latest"));
        Assert.All(Emulator.Store.Requests, request => Assert.InRange(request.Status!.Value, 400, 404));
        foreach (var status in new[] { 402, 403, 409, 418, 429, 500, 503 })
        {
            Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = status });
            Assert.Equal(status, (await PostAsync("", "name=x")).Status);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(Everything)]
    [InlineData("email=a&tax_exempt=none")]
    [InlineData("tax_exempt=")]
    [InlineData("tax_exempt=some")]
    [InlineData("address=")]
    [InlineData("address=x")]
    [InlineData("address[line1]=x")]
    [InlineData("address[city]=x")]
    [InlineData("address[line1]=x&address[zip]=1")]
    [InlineData("address[line1][a]=x")]
    [InlineData("metadata=")]
    [InlineData("metadata=x")]
    [InlineData("metadata[]=x")]
    [InlineData("preferred_locales=en")]
    [InlineData("preferred_locales[a]=en")]
    [InlineData("balance=ten")]
    [InlineData("balance=1.5")]
    [InlineData("first_name=Ana")]
    [InlineData("Name=Ana")]
    [InlineData("name[first]=Ana")]
    [InlineData("bank_account=x", true)]
    public async Task The_emulator_accepts_and_refuses_the_same_bodies_as_the_published_file(string form, bool isUnknownToCreate = false)
    {
        var isPublished = StripePublished.ProblemsOfForm(StripePublished.Collection, form).Count == 0;

        Assert.Equal(isPublished ? 200 : 400, (await PostAsync("", form)).Status);
        Assert.False(isUnknownToCreate && isPublished);
    }

    [Theory]
    [InlineData("name", 256)]
    [InlineData("email", 512)]
    [InlineData("phone", 20)]
    [InlineData("description", 5000)]
    [InlineData("address[line1]", 5000)]
    [InlineData("preferred_locales[]", 5000)]
    public async Task The_maximum_lengths_are_those_of_the_published_file(string name, int most)
    {
        foreach (var (length, status) in new[] { (most, 200), (most + 1, 400) })
        {
            var form = $"{name}={new string('a', length)}";

            Assert.Equal(status == 200, StripePublished.ProblemsOfForm(StripePublished.Collection, form).Count == 0);
            var answer = await PostAsync("", form);
            Assert.Equal((status, status == 200 ? null : name), (answer.Status, answer.Error("param")));
        }
    }

    [Theory]
    [InlineData(StripePublished.Collection)]
    [InlineData(StripePublished.One)]
    public async Task Every_published_parameter_is_stored_or_refused_with_its_name(string path)
    {
        string[] kept = ["address", "balance", "description", "email", "invoice_prefix", "metadata", "name", "phone", "preferred_locales", "tax_exempt"];
        var target = path == StripePublished.One ? "/" + (await CreateStripeAsync()).Id : "";

        foreach (var name in StripePublished.Parameters(path).Except(kept))
        {
            var answer = await PostAsync(target, name + "=x");

            Assert.Equal((400, name), (answer.Status, answer.Error("param")));
            Assert.NotEqual("parameter_unknown", answer.Error("code"));
        }

        Assert.Equal(kept, StripePublished.Parameters(path).Intersect(kept));
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("limit=5&email=a%40b&created[gte]=1&created[lt]=2", 200)]
    [InlineData("created=5", 200)]
    [InlineData("limit=five", 400)]
    [InlineData("created[gte]=monday", 400)]
    [InlineData("created[from]=1", 400)]
    [InlineData("page=2", 400)]
    public async Task The_accepted_queries_are_those_of_the_published_file(string query, int status)
    {
        Assert.Equal(status == 200, StripePublished.ProblemsOfQuery(StripePublished.Collection, query).Count == 0);
        Assert.Equal(status, (await GetAsync("?" + query)).Status);
    }

    [Fact]
    public void The_check_against_the_published_file_finds_errors()
    {
        const string Good = """{"id":"cus_1","object":"customer","created":1,"livemode":false,"metadata":{"a":"b"},"address":null}""";
        Assert.Empty(Of(Good));
        Assert.NotEmpty(Of(With(Good, "created", "\"1\"")));
        Assert.NotEmpty(Of(With(Good, "livemode", null)));
        Assert.NotEmpty(Of(With(Good, "object", "\"account\"")));
        Assert.NotEmpty(Of(With(Good, "metadata", """{"a":1}""")));
        Assert.NotEmpty(Of(With(Good, "address", """{"line1":1}""")));
        Assert.NotEmpty(Of(With(Good, "first_name", "\"x\"")));
        Assert.NotEmpty(StripePublished.ProblemsOfAnswer("post", StripePublished.Collection, 400, """{"error":{"type":"error"}}"""));

        static IReadOnlyList<string> Of(string body) => StripePublished.ProblemsOfAnswer("post", StripePublished.Collection, 200, body);
    }

    private async Task<Answer> PostAsync(string path, string form) => Check("post", path, await StripeAsync(HttpMethod.Post, path, form));

    private async Task<Answer> GetAsync(string path) => Check("get", path, await StripeAsync(HttpMethod.Get, path));

    private async Task<Answer> DeleteAsync(string path) => Check("delete", path, await StripeAsync(HttpMethod.Delete, path));

    private static Answer Check(string method, string path, Answer answer)
    {
        Assert.Empty(StripePublished.ProblemsOfAnswer(
            method, path.StartsWith('/') ? StripePublished.One : StripePublished.Collection, answer.Status, answer.Text));
        Assert.Equal("application/json", answer.MediaType);
        Assert.StartsWith("emulator-", answer.Header("Request-Id"), StringComparison.Ordinal);
        return answer;
    }
}
