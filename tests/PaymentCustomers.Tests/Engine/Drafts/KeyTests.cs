using System.Text;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class KeyTests
{
    // Computed independently of the engine in another language, so that no release gives a row a different key.
    [Theory]
    [InlineData("Dots", "pc1-4YTJsPi1rnZpiT9VEXj57qc2tbdOqIIb5pf2NFWjswI")]
    [InlineData("OnePay", "pc1-9f1ywnekdRSGF--CihBl7LyzZkjk_FSb9ta6jq4e-gQ")]
    public void The_key_of_a_row_never_changes(string provider, string key) =>
        Assert.Equal(key, Rows.PrepareLeast(provider).Key);

    [Theory]
    [InlineData("FirstName", "Anna")]
    [InlineData("Email", "Ana@example.co")]
    [InlineData("Phone", "+573001234568")]
    [InlineData("EnableNotifications", "false")]
    [InlineData("RelatedTo", "x")]
    public void A_different_value_gives_a_different_key(string column, string value) =>
        Assert.NotEqual(Rows.PrepareLeast("OnePay").Key, Rows.PrepareLeast("OnePay", (column, value)).Key);

    [Fact]
    public void The_same_values_give_the_same_key_however_they_are_written()
    {
        var one = Rows.Prepare("OnePay", [.. Rows.OnePayPerson, ("BirthDate", "1990-01-31"), ("Nationality", "CO")]);
        var other = Rows.Prepare(
            "OnePay", ("nationality", "COL"), ("Date of Birth", "1990/01/31"), ("document_number", "1.060.500.333"), ("document_type", "c.c."),
            ("phone", "300 123 4567"), ("country_code", "+57"), ("E-mail", " ana@example.co "), ("Surname", "Ruiz"), ("GivenName", "Ana"),
            ("user_type", "NATURAL"), ("enable_notifications", "Sí"), ("Notes", "x"), ("Provider", "OnePay"));

        Assert.Equal(Rows.Body(one), Rows.Body(other));
        Assert.Equal(one.Key, other.Key);
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public void A_given_key_takes_precedence_over_the_computed_one(string provider) =>
        Assert.Equal("order-4711", Rows.PrepareLeast(provider, ("IdempotencyKey", " order-4711 ")).Key);

    [Fact]
    public void The_key_in_the_metadata_does_not_affect_the_computed_key()
    {
        var plain = Rows.PrepareLeast("Dots", ("metadata.a", "1"));
        var again = Rows.PrepareLeast("Dots", ("Metadata", $$"""{"payment_customers_key":"{{plain.Key}}","a":"1"}"""));

        Assert.Equal(plain.Key, again.Key);
        Assert.Equal(Rows.Body(plain), Rows.Body(again));
    }

    [Fact]
    public void The_scope_of_a_connection_is_its_provider_environment_and_account()
    {
        var connection = TestConnections.Open("OnePay", new Uri("http://127.0.0.1:1"));

        Assert.Equal(
            new KeyScope("OnePay", PaymentEnvironment.Sandbox, "test").KeyOf("{}"u8),
            new KeyScope(connection).KeyOf("{}"u8));
    }

    [Fact]
    public void Many_threads_can_prepare_rows_at_once()
    {
        var preparer = Rows.Preparer("OnePay");
        var expected = Rows.PrepareLeast("OnePay");

        var drafts = ParallelEnumerable.Range(0, 500).Select(_ => preparer.Prepare(Rows.Read("OnePay", Rows.OnePayPerson))).ToList();

        Assert.All(drafts, draft => Assert.Equal((expected.Key, Text(expected)), (draft.Key, Text(draft))));

        static string Text(PreparedDraft draft) => Encoding.UTF8.GetString(draft.Body.Span);
    }

    [Fact]
    public void The_body_of_Dots_contains_the_computed_key()
    {
        var draft = Rows.PrepareLeast("Dots");

        Assert.Equal($$$"""{"first_name":"Ana","last_name":"Ruiz","metadata":{"payment_customers_key":"{{{draft.Key}}}"}}""", Rows.Body(draft));
        Assert.Equal(new KeyScope("Dots", PaymentEnvironment.Sandbox, "test").KeyOf("""{"first_name":"Ana","last_name":"Ruiz"}"""u8), draft.Key);
    }
}
