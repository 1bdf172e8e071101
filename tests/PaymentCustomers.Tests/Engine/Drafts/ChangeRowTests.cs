using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Rows that change a customer, before anything is sent.</summary>
public sealed class ChangeRowTests
{
    [Fact]
    public void A_change_sends_only_its_fields_and_its_key_depends_on_the_customer_and_on_the_content()
    {
        var first = Prepare("Stripe", "cus_1", [], ("Email", "ana@example.co"));
        var other = Prepare("Stripe", "cus_2", [], ("Email", "ana@example.co"));
        var later = Prepare("Stripe", "cus_1", [], ("Email", "luz@example.co"));

        Assert.Equal(ProviderOperation.Update, first.Operation);
        Assert.Equal("email=ana%40example.co", Rows.Body(first));
        Assert.Equal(3, new[] { first.Key, other.Key, later.Key }.Distinct().Count());
        Assert.Equal(first.Key, Prepare("Stripe", "cus_1", [], ("Email", "ana@example.co")).Key);
    }

    [Fact]
    public void A_change_is_not_the_same_request_as_a_create_with_the_same_body() =>
        Assert.NotEqual(
            Rows.Prepare("Stripe", ("Email", "ana@example.co")).Key,
            Prepare("Stripe", "cus_1", [], ("Email", "ana@example.co")).Key);

    [Fact]
    public void A_change_without_any_field_is_refused()
    {
        var problem = Assert.Single(Prepare("Stripe", "cus_1", []).Problems);

        Assert.Equal("Id", problem.Field);
        Assert.Equal("There is nothing to change. Specify at least one field, or clear one with -Clear", problem.Message);
    }

    [Fact]
    public void A_field_that_the_provider_does_not_have_cannot_be_cleared()
    {
        var problem = Assert.Single(Prepare("Stripe", "cus_1", [CustomerField.DocumentNumber], ("Email", "ana@example.co")).Problems);

        Assert.Equal(("DocumentNumber", PaymentErrorId.FieldUnsupported), (problem.Field, problem.Id));
    }

    // No provider whose customers can be changed requires a field today, so that the rule is asked directly.
    [Fact]
    public void A_required_field_cannot_be_cleared()
    {
        List<FieldProblem> problems = [];

        ChangeRules.Check(new CustomerChange("cus_1", [CustomerField.Email]), PaymentProviders.Get("OnePay"), new string?[Draft.FieldCount], problems);

        var problem = Assert.Single(problems);
        Assert.Equal(("Email", PaymentErrorId.CustomerInvalid), (problem.Field, problem.Id));
        Assert.Equal("Email is missing: OnePay requires it", problem.Message);
    }

    [Fact]
    public void A_field_cannot_be_given_and_cleared_at_once()
    {
        var problem = Assert.Single(Prepare("Stripe", "cus_1", [CustomerField.Email], ("Email", "ana@example.co")).Problems);

        Assert.Equal("Email has a new value and is also in -Clear. Use only one of the two", problem.Message);
    }

    [Fact]
    public void A_cleared_field_is_enough_for_a_change() =>
        Assert.Equal("phone=", Rows.Body(Prepare("Stripe", "cus_1", [CustomerField.Phone])));

    private static PreparedDraft Prepare(string provider, string id, IReadOnlyList<CustomerField> cleared, params (string Column, string? Value)[] cells)
    {
        var draft = Rows.Read(provider, cells);
        draft.Change = new CustomerChange(id, cleared);
        return Rows.Preparer(provider).Prepare(draft);
    }
}
