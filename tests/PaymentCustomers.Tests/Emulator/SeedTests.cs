using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

public sealed class SeedTests : EmulatorTest
{
    [Fact]
    public async Task Seeded_customers_belong_to_the_credentials_of_the_seed_request()
    {
        await ControlAsync(HttpMethod.Post, "/seed", """{"provider":"onepay","count":3}""");
        var seeded = await ControlAsync(HttpMethod.Post, "/seed", """{"provider":"onepay","count":4,"key":"sk_live_x"}""");
        await ControlAsync(HttpMethod.Post, "/seed", """{"provider":"dots","count":5}""");
        await ControlAsync(HttpMethod.Post, "/seed", """{"provider":"dots","count":6,"clientId":"c","appId":"a"}""");

        Assert.Equal("""{"stored":4,"account":2}""", seeded.Text);
        Assert.Equal(3, (await OnePayAsync(HttpMethod.Get)).Ids.Count);
        Assert.Equal(4, (await OnePayAsync(HttpMethod.Get, bearer: "sk_live_x")).Ids.Count);
        Assert.Equal(5, (await DotsAsync(HttpMethod.Get)).Ids.Count);
        Assert.Equal(6, (await DotsAsync(HttpMethod.Get, authorization: Basic("c:k"), appId: "a")).Ids.Count);
    }

    [Fact]
    public void The_same_seed_gives_the_same_customers_and_another_seed_gives_others()
    {
        var first = Seed(seed: null);
        var again = Seed(seed: 1);
        var other = Seed(seed: 2);

        Assert.Equal(first, again);
        Assert.NotEqual(first[0], other[0]);

        List<StoredCustomer<OnePayFields>> Seed(long? seed)
        {
            Emulator.Store.Clear();
            Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 50, Seed = seed });
            return [.. Emulator.Store.OnePayCustomers];
        }
    }

    [Fact]
    public void Ten_thousand_seeded_customers_have_different_ids_documents_and_emails()
    {
        for (var i = 0; i < 4; i++)
            Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 2_500, Key = $"sk_test_{i % 2}" });

        var customers = Emulator.Store.OnePayCustomers;

        Assert.Equal(10_000, customers.Select(customer => customer.Id).Distinct().Count());
        Assert.Equal(10_000, customers.Select(customer => (customer.Fields.DocumentType, customer.Fields.DocumentNumber)).Distinct().Count());
        Assert.Equal(10_000, customers.Select(customer => customer.Fields.Email).Distinct().Count());
    }

    [Fact]
    public async Task Seeded_customers_would_be_accepted_in_create_requests()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 200 });
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Dots, Count = 200 });

        foreach (var node in (await ControlAsync(HttpMethod.Get, "/customers?provider=onepay")).Json.AsArray())
        {
            var body = node!.AsObject();
            foreach (var name in new[] { "id", "created_at", "_key", "_account" }.Concat(body.Where(field => field.Value is null).Select(field => field.Key)).ToArray())
                body.Remove(name);
            Assert.Equal(201, (await CreateOnePayAsync(body.ToJsonString())).Status);
        }

        Emulator.Configure(options => options with { DotsAbsentFields = AbsentFields.Omitted });
        foreach (var node in (await ControlAsync(HttpMethod.Get, "/customers?provider=dots")).Json.AsArray())
        {
            var body = node!.AsObject();
            foreach (var name in new[] { "id", "created", "updated", "_key", "_account" })
                body.Remove(name);
            Assert.Equal(200, (await CreateDotsAsync(body.ToJsonString())).Status);
        }
    }

    [Fact]
    public async Task Seeded_Stripe_customers_are_of_several_countries_and_would_be_accepted_in_create_requests()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Stripe, Count = 200 });
        await ControlAsync(HttpMethod.Post, "/seed", """{"provider":"stripe","count":3,"key":"sk_live_x"}""");

        Assert.Equal(3, (await StripeAsync(HttpMethod.Get, authorization: "Bearer sk_live_x")).Ids.Count);
        var customers = Emulator.Store.StripeCustomers;
        Assert.Equal(203, customers.Select(customer => customer.Id).Distinct().Count());
        Assert.Equal(203, customers.Select(customer => customer.Fields.Email).Distinct().Count());
        Assert.Equal(8, customers.Select(customer => customer.Fields.PreferredLocales[0]).Distinct().Count());
        Assert.All(customers, customer => Assert.Matches("^cus_[A-Za-z0-9]{14}$", customer.Id));
        foreach (var fields in customers.Select(customer => customer.Fields))
        {
            var form = new List<(string Name, string? Value)>
            {
                ("name", fields.Name), ("email", fields.Email), ("phone", fields.Phone), ("description", fields.Description),
                ("invoice_prefix", fields.InvoicePrefix), ("preferred_locales[]", fields.PreferredLocales[0]),
                ("address[line1]", fields.Address?.Line1), ("address[line2]", fields.Address?.Line2), ("address[city]", fields.Address?.City),
                ("address[state]", fields.Address?.State), ("address[postal_code]", fields.Address?.PostalCode), ("address[country]", fields.Address?.Country),
            };
            var body = string.Join('&', form.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
            Assert.Equal(200, (await CreateStripeAsync(body, bearer: "sk_test_other")).Status);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_Stripe_customers()
    {
        var first = Ids();

        Assert.Equal(first, Ids());

        List<string> Ids()
        {
            Emulator.Store.Clear();
            Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.Stripe, Count = 20 });
            return [.. Emulator.Store.StripeCustomers.Select(customer => customer.Id + customer.Fields.Email + customer.Fields.Phone)];
        }
    }

    [Fact]
    public async Task Every_tenth_seeded_customer_can_lack_fields_as_old_customers_do()
    {
        Emulator.Store.Seed(new SeedRequest { Provider = EmulatedProvider.OnePay, Count = 30, Legacy = true });

        var customers = (await OnePayAsync(HttpMethod.Get, "?per_page=100")).Json["data"]!;

        Assert.Equal("", (string?)customers[9]!["email"]);
        Assert.Null(customers[19]!["document_number"]);
        Assert.Null(customers[19]!["document_type"]);
        Assert.Equal("RUT", (string?)customers[29]!["document_type"]);
    }

    [Theory]
    [InlineData("""{"provider":"dots"}""", "count")]
    [InlineData("""{"count":1}""", "provider")]
    [InlineData("""{"provider":"dots","count":-1}""", "count must be 0 to 1000000.")]
    [InlineData("""{"provider":"dots","count":1,"bearer":"x"}""", "bearer")]
    public async Task An_invalid_seed_request_is_400(string body, string fragment)
    {
        var answer = await ControlAsync(HttpMethod.Post, "/seed", body);

        Assert.Equal(400, answer.Status);
        Assert.Contains(fragment, answer["message"]!, StringComparison.Ordinal);
    }
}
