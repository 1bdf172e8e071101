using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class ColumnsTogetherTests
{
    [Fact]
    public void Two_columns_for_one_field_may_have_the_same_value()
    {
        var draft = Rows.Read("OnePay", ("Phone", "+573001234567"), ("Mobile", " +573001234567 "));

        Assert.Empty(draft.Problems);
        Assert.Equal("+573001234567", draft[Phone]);
    }

    [Fact]
    public void One_of_two_columns_for_the_same_field_may_be_blank() =>
        Assert.Equal("+573001234567", Rows.Read("OnePay", ("Phone", ""), ("Mobile", "+573001234567"), ("phone_number", " "))[Phone]);

    [Fact]
    public void Two_columns_with_different_values_for_one_field_are_refused() =>
        Assert.Equal(
            ["The columns 'Phone' and 'Mobile' both contain Phone, with different values. Keep only one of them"],
            Rows.Problems(Rows.PrepareLeast("OnePay", ("Phone", "+573001234567"), ("Mobile", "+573017654321"))));

    [Fact]
    public void A_conflict_of_two_columns_in_one_row_does_not_affect_the_next_row()
    {
        var reader = Rows.Reader("OnePay");

        Assert.Single(reader.Read(1, null, ["Phone", "Mobile"], ["1", "2"]).Problems);
        Assert.Empty(reader.Read(2, null, ["Phone", "Mobile"], ["", "2"]).Problems);
    }

    [Theory]
    [InlineData("Dots", null)]
    [InlineData("dots ", null)]
    [InlineData("OnePay", "key-1")]
    [InlineData(" ONEPAY", "key-1")]
    [InlineData("", "key-1")]
    public void The_idempotency_key_of_another_providers_customer_is_ignored(string provider, string? key)
    {
        Assert.Equal(key, Rows.Read("OnePay", ("Provider", provider), ("IdempotencyKey", "key-1"))[IdempotencyKey]);
        Assert.Equal(key, Rows.Read("OnePay", ("IdempotencyKey", "key-1"), ("provider", provider))[IdempotencyKey]);
    }

    [Fact]
    public void A_byte_order_mark_before_the_provider_column_is_ignored() =>
        Assert.Null(Rows.Read("OnePay", ("\uFEFFProvider", "Dots"), ("IdempotencyKey", "key-1"))[IdempotencyKey]);

    [Fact]
    public void Metadata_columns_are_combined_into_one_object()
    {
        var draft = Rows.Read("Dots", ("metadata.order", "4711"), ("Metadata.Source", " web "), ("METADATA.a b", "ñ"));

        Assert.Equal("""{"Source":"web","a b":"ñ","order":"4711"}""", Canonical(draft));
    }

    [Fact]
    public void Metadata_columns_take_precedence_over_the_metadata_column()
    {
        var draft = Rows.Read("Dots", ("metadata.order", "4711"), ("Metadata", """{"order":1,"tags":["a"],"n":null}"""));

        Assert.Equal("""{"n":null,"order":"4711","tags":["a"]}""", Canonical(draft));
    }

    [Fact]
    public void A_blank_metadata_column_adds_nothing() =>
        Assert.Null(Rows.Read("Dots", ("metadata.order", " "), ("metadata.source", null))[Metadata]);

    [Fact]
    public void Metadata_columns_do_not_hide_invalid_metadata() =>
        Assert.Equal(
            ["Metadata '***' is not a JSON object"],
            Rows.Problems(Rows.PrepareLeast("Dots", ("Metadata", "[1]"), ("metadata.order", "4711"))));

    [Fact]
    public void The_same_metadata_in_columns_and_in_json_gives_the_same_key() =>
        Assert.Equal(
            Rows.PrepareLeast("Dots", ("Metadata", """{"b":"ñ","a":"1"}""")).Key,
            Rows.PrepareLeast("Dots", ("metadata.a", "1"), ("metadata.b", "ñ")).Key);

    private static string? Canonical(Draft draft) =>
        FieldCatalog.Rule(Metadata).Check(draft[Metadata]!, out _);
}
