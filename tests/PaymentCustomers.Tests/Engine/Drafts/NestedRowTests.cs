using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class NestedRowTests
{
    [Theory]
    [InlineData("address", """{"country":"US","city":"Austin","state":"TX","postcode":"78701","line_1":"12 Elm St","line_2":""}""")]
    [InlineData("Address", """{"country_code":"US","city":"Austin","province":"TX","zip":"78701","street":"12 Elm St","line_2":null}""")]
    [InlineData("billing_address", """{"country":"US","city":"Austin","state":"TX","postal_code":78701,"line1":"12 Elm St"}""")]
    public void An_address_in_an_object_is_read(string column, string json) =>
        Assert.Equal(
            Rows.Body(Rows.PrepareLeast("Dots", ("Country", "US"), ("City", "Austin"), ("State", "TX"), ("Postcode", "78701"), ("AddressLine1", "12 Elm St"), ("IdempotencyKey", "k"))),
            Rows.Body(Rows.PrepareLeast("Dots", (column, json), ("IdempotencyKey", "k"))));

    [Theory]
    [InlineData("address", """{"floor":"3"}""", "address.floor")]
    [InlineData("contact", """{"email":"ana@example.co"}""", "contact.email")]
    [InlineData("Phone", """{"number":"300"}""", "Phone.number")]
    [InlineData("addresses", """[{"city":"Cali","tag":"home"},{"city":"Pasto","tag":"work"}]""", "addresses[0].city")]
    [InlineData("channels", """[{"email":"ana@example.co"},{"x":1}]""", "channels[0].email")]
    [InlineData("phones", """["+573001234567","+573017654321"]""", "phones[0]")]
    [InlineData("phones", """["+573001234567"]""", "phones")]
    [InlineData("phone_info", """{"value":"+573001234567"}""", "phone_info.value")]
    public void A_row_with_nested_data_that_cannot_be_read_is_refused(string column, string json, string path) =>
        Assert.Equal(
            [$"The column '{column}' contains nested data that cannot be read ('{path}'). Put the value in a column of its own"],
            Rows.Problems(Rows.PrepareLeast("Dots", (column, json))));

    [Fact]
    public void A_list_similar_to_a_field_is_ignored_if_another_column_has_the_field() =>
        Assert.True(Rows.PrepareLeast("Dots", ("Phone", "+573001234567"), ("phones", """["+573001234567","+573017654321"]""")).IsValid);

    [Theory]
    [InlineData("address", """{"floor":null,"line_1":""}""")]
    [InlineData("settings", """{"theme":"dark"}""")]
    [InlineData("tags", """["vip","2024"]""")]
    [InlineData("orders", """[{"number":1,"total":3},{"number":2,"total":4}]""")]
    [InlineData("phones", "[]")]
    [InlineData("Nota", """{"a":"\ud800"}""")]
    public void Blank_or_unrelated_nested_data_is_ignored(string column, string json) =>
        Assert.True(Rows.PrepareLeast("Dots", (column, json)).IsValid);

    [Fact]
    public void One_complete_address_is_used_from_a_file_with_two_addresses()
    {
        var draft = Rows.PrepareLeast(
            "Dots", ("Shipping City", "Cali"), ("Shipping Street", "Calle 1"), ("Billing Street", "Calle 9"), ("Billing City", "Bogotá"), ("Billing State", "DC"),
            ("Billing Zip", "110111"), ("Billing Country", "Colombia"));

        Assert.Contains("""{"country":"CO","city":"Bogotá","state":"DC","postcode":"110111","line_1":"Calle 9"}""", Rows.Body(draft), StringComparison.Ordinal);
        Assert.Equal(2, draft.Warnings.Count);
    }

    [Fact]
    public void A_second_telephone_number_is_ignored_with_a_warning()
    {
        var draft = Rows.PrepareLeast("Dots", ("MobileNumber", "+573017654321"), ("PhoneNumber", "+573001234567"));

        Assert.Contains("\"phone_number\":\"3001234567\"", Rows.Body(draft), StringComparison.Ordinal);
        Assert.Equal(["The column 'MobileNumber' was ignored in rows where 'PhoneNumber' has a different Phone"], draft.Warnings);
    }

    [Fact]
    public void The_more_complete_spelling_of_the_same_number_is_used() =>
        Assert.Equal("+573001234567", Rows.Read("OnePay", ("Teléfono", "300 123 4567"), ("Celular", "+573001234567"))[Phone]);

    [Fact]
    public void The_command_line_decides_between_two_columns()
    {
        var draft = Rows.Reader("OnePay").Read(
            1, null, ["Teléfono", "Celular"], ["6021112233", "3001112233"], new Dictionary<CustomerField, string?> { [Phone] = "3001112233" });

        Assert.Empty(draft.Problems);
        Assert.Equal("3001112233", draft[Phone]);
    }

    [Theory]
    [InlineData("Claro", "k-1")]
    [InlineData("OnePay", "k-1")]
    [InlineData("Dots", null)]
    public void The_key_is_kept_if_the_Provider_column_belongs_to_the_user(string provider, string? key) =>
        Assert.Equal(key, Rows.Read("OnePay", ("Provider", provider), ("idempotency_key", "k-1"))[IdempotencyKey]);

    [Theory]
    [InlineData("", null, "  ", true)]
    [InlineData("NULL", "\\N", "#N/A", true)]
    [InlineData("", "x", "", false)]
    public void A_row_whose_cells_are_all_blank_counts_as_blank(string? one, string? two, string? three, bool isBlank) =>
        Assert.Equal(isBlank, Rows.Read("Dots", ("FirstName", one), ("Nota", two), ("Email", three)).IsBlank);

    [Fact]
    public void A_country_without_an_address_is_not_sent_and_causes_a_warning()
    {
        var draft = Rows.PrepareLeast("Dots", ("Country", "CO"), ("Phone", "+573001234567"));

        Assert.DoesNotContain("address", Rows.Body(draft), StringComparison.Ordinal);
        Assert.Equal(["Country is not sent, because the rest of the address is missing. Without an address, the country is only used to read telephone numbers"], draft.Warnings);
    }

    [Fact]
    public void An_incomplete_address_is_refused_or_left_out_as_specified()
    {
        var draft = Rows.Read("Dots", Rows.Least("Dots", ("Dirección", "Calle 9"), ("Ciudad", "Cali")));

        Assert.Equal(3, Rows.Preparer("Dots").Prepare(draft).Problems.Count);
        var left = new DraftPreparer(PaymentCustomers.Engine.Connections.PaymentProviders.Get("Dots"), scope: null) { LeavesIncompleteAddress = true }.Prepare(draft);
        Assert.Equal("""{"first_name":"Ana","last_name":"Ruiz"}""", Rows.Body(left));
        Assert.Single(left.Warnings);
    }

    [Theory]
    [InlineData("US", "2110", false)]
    [InlineData("US", "02110-1234", true)]
    [InlineData("CO", "50021", false)]
    [InlineData("CO", "050021", true)]
    [InlineData("NL", "3511AB", true)]
    [InlineData("Australia", "2150", true)]
    public void A_postal_code_without_its_leading_zero_is_refused(string country, string code, bool isSound) =>
        Assert.Equal(isSound, Rows.PrepareLeast("Dots", ("Country", country), ("City", "x"), ("State", "x"), ("Postcode", code), ("AddressLine1", "x")).IsValid);
}
