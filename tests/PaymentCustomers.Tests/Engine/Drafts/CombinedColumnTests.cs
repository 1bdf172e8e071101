using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Which of several columns a field is taken from, and what the others cause.</summary>
public sealed class CombinedColumnTests
{
    [Fact]
    public void Of_two_equal_values_the_first_column_counts_as_the_source()
    {
        Assert.Equal("Nombre", Rows.Read("Dots", ("Nombre", "Ana"), ("FirstName", "Ana")).ColumnOf(FirstName));
        Assert.Equal("Phone", Rows.Read("Dots", ("Phone", "+573001234567"), ("Telephone", "573001234567+")).ColumnOf(Phone));
        Assert.Empty(Rows.Read("Dots", ("Nombre", "Ana"), ("FirstName", "Ana")).Problems);
    }

    [Fact]
    public void The_longer_form_of_a_telephone_number_is_kept_in_either_order()
    {
        Assert.Equal("+573001234567", Rows.Read("OnePay", ("Celular", "+573001234567"), ("Teléfono", "3001234567"))[Phone]);
        Assert.Equal("+573001234567", Rows.Read("OnePay", ("Teléfono", "3001234567"), ("Celular", "+573001234567"))[Phone]);
    }

    [Theory]
    [InlineData("2345678", "+576012345678", true)]
    [InlineData("345678", "+576012345678", false)]
    [InlineData("601234567812", "6012345678 ext 12", false)]
    [InlineData("6012345678 ext 1", "6017654321 ext 2", false)]
    public void Two_telephone_numbers_are_equal_if_at_least_seven_digits_agree_and_there_is_no_text(string one, string other, bool isSame)
    {
        Assert.Equal(isSame, Rows.Read("OnePay", ("Phone", one), ("Telephone", other)).Problems.Count == 0);
        Assert.Equal(isSame, Rows.Read("OnePay", ("Phone", other), ("Telephone", one)).Problems.Count == 0);
    }

    [Fact]
    public void The_code_of_a_state_is_used_only_if_the_name_is_blank()
    {
        var both = Rows.Read("Dots", ("Province Code", "TX"), ("Province", "Texas"), ("Street", "12 Elm St"));
        var one = Rows.Read("Dots", ("Province Code", "TX"), ("Province", ""), ("Street", "12 Elm St"));

        Assert.Equal(("Texas", "TX"), (both[State], one[State]));
        Assert.Empty(both.Warnings);
        Assert.Empty(both.Problems);
    }

    [Fact]
    public void A_code_of_a_better_rank_does_not_replace_the_name_and_two_codes_of_one_rank_disagree_silently()
    {
        var draft = Rows.Read("Dots", ("Billing State Code", "TX"), ("Billing Province Code", "CA"), ("Billing Street", "12 Elm St"));

        Assert.Equal("TX", draft[State]);
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void The_country_of_another_address_is_used_if_the_chosen_address_has_none()
    {
        var draft = Rows.Read("Dots", ("Billing Street", "Calle 9"), ("Billing City", "Bogotá"), ("Shipping Street", "Calle 1"), ("Shipping Country", "Colombia"));

        Assert.Equal(("Calle 9", "Colombia"), (draft[AddressLine1], draft[Country]));
        Assert.Equal(["The column 'Shipping Street' was ignored in rows where the address comes from 'Billing Street' and its related columns"], draft.Warnings);
    }

    [Fact]
    public void Another_address_is_ignored_without_a_warning_where_it_is_equal_or_given_on_the_command_line()
    {
        var draft = Rows.Reader("Dots").Read(
            1, null, ["Billing Street", "Billing City", "Shipping City", "Shipping State"], ["Calle 9", "Bogotá", "Bogotá", "DC"],
            new Dictionary<CustomerField, string?> { [State] = "Cundinamarca" });

        Assert.Empty(draft.Warnings);
        Assert.Equal("Cundinamarca", draft[State]);
    }

    [Fact]
    public void An_address_without_a_street_is_taken_from_the_best_rank()
    {
        var draft = Rows.Read("Dots", ("Shipping City", "Cali"), ("Billing City", "Bogotá"), ("Shipping State", "Valle"));

        Assert.Equal("Bogotá", draft[City]);
        Assert.Null(draft[State]);
        Assert.Equal(2, draft.Warnings.Count);
    }

    [Fact]
    public void The_address_with_a_street_is_used_even_if_another_one_has_a_better_rank()
    {
        var draft = Rows.Read("Dots", ("Billing City", "Bogotá"), ("Shipping Street", "Calle 1"), ("Shipping City", "Cali"));

        Assert.Equal(("Calle 1", "Cali"), (draft[AddressLine1], draft[City]));
    }

    [Fact]
    public void Nothing_of_a_row_remains_in_the_next_row()
    {
        var reader = Rows.Reader("Dots");
        string[] names = ["Nombre", "Apellido", "Segundo apellido", "Street", "metadata.plan"];

        reader.Read(1, null, names, ["Ana", "Ruiz", "Paz", "Calle 1", "gold"]);
        var draft = reader.Read(2, null, names, ["Luz", "Gil", null, null, null]);

        Assert.Equal(("Luz", "Gil"), (draft[FirstName], draft[LastName]));
        Assert.Null(draft[AddressLine1]);
        Assert.Null(draft[Metadata]);
    }

    [Fact]
    public void A_second_surname_is_appended_or_is_the_surname_if_there_is_no_other()
    {
        var both = Rows.Read("Dots", ("Apellido", "Ruiz"), ("Segundo apellido", "Paz"));
        var one = Rows.Read("Dots", ("Segundo apellido", "Paz"));

        Assert.Equal(("Ruiz Paz", "Apellido"), (both[LastName], both.ColumnOf(LastName)));
        Assert.Equal(("Paz", "Segundo apellido"), (one[LastName], one.ColumnOf(LastName)));
    }

    [Theory]
    [InlineData("900123456", "8", "900123456-8", false)]
    [InlineData("900123456", "8.0", "900123456-8", false)]
    [InlineData("900123456-8", "8", "900123456-8", false)]
    [InlineData("900123456 - 8", "8", "900123456 - 8", false)]
    [InlineData("900123456-8", "1", "900123456-8", true)]
    public void The_check_digit_of_a_NIT_is_appended_and_must_agree_with_one_that_is_there(string number, string digit, string expected, bool isRefused)
    {
        var draft = Rows.Read("OnePay", ("Tipo de documento", "NIT"), ("Identificación", number), ("DV", digit));

        Assert.Equal(expected, draft[DocumentNumber]);
        Assert.Equal(
            isRefused ? [("DocumentNumber", "The columns 'Identificación' and 'DV' both contain DocumentNumber, with different values. Keep only one of them")] : [],
            draft.Problems.Select(problem => (problem.Field, problem.Message)));
    }

    [Theory]
    [InlineData("company", "900123456-8")]
    [InlineData("empresa", "900123456-8")]
    [InlineData("natural", "900123456")]
    public void Without_a_document_type_the_customer_type_decides_whether_there_is_a_check_digit(string type, string expected) =>
        Assert.Equal(expected, Rows.Read("OnePay", ("CustomerType", type), ("DocumentNumber", "900123456"), ("DV", "8"))[DocumentNumber]);

    [Fact]
    public void The_company_next_to_a_first_name_alone_is_the_employer()
    {
        var draft = Rows.Read("Dots", ("FirstName", "Ana"), ("Company", "Frutas"));

        Assert.Null(draft[BusinessName]);
        Assert.Equal(["The column 'Company' was ignored in rows that also have the name of a person: the company of a person is not sent"], draft.Warnings);
    }

    [Fact]
    public void A_company_that_the_command_line_names_hides_the_company_column()
    {
        var draft = Rows.Reader("Dots").Read(1, null, ["Company"], ["Frutas"], new Dictionary<CustomerField, string?> { [BusinessName] = "Flores" });

        Assert.Equal("Flores", draft[BusinessName]);
        Assert.Empty(draft.Warnings);
    }

    [Theory]
    [InlineData("Phone", """{"number":"300"}""", "Phone")]
    [InlineData("address", """{"floor":"3"}""", "AddressLine1")]
    [InlineData("extra", """{"email":"ana@example.co"}""", "")]
    public void Nested_data_that_cannot_be_read_is_a_problem_of_the_nearest_field(string column, string json, string field)
    {
        var draft = Rows.Read("Dots", (column, json));

        Assert.Equal(field, Assert.Single(draft.Problems).Field);
        Assert.Null(draft[Phone]);
    }

    [Fact]
    public void Nested_data_is_no_problem_if_the_command_line_gives_the_field()
    {
        var draft = Rows.Reader("Dots").Read(1, null, ["Phone"], ["""{"number":"300"}"""], new Dictionary<CustomerField, string?> { [Phone] = "+573001234567" });

        Assert.Empty(draft.Problems);
        Assert.Equal("+573001234567", draft[Phone]);
    }
}
