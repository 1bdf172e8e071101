using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Fields that the command line gives for all rows, and rows that are refused as a whole.</summary>
public sealed class GivenFieldTests
{
    [Fact]
    public void A_given_value_is_cleaned_like_a_cell_but_JSON_is_kept_as_it_is()
    {
        Assert.Equal("Ana", Given([], FirstName, "\u200B Ana ")[FirstName]);
        Assert.Equal("{\"a\":\"x\u200By\"}", Given([], Metadata, " {\"a\":\"x\u200By\"} ")[Metadata]);
        Assert.Null(Given([], Metadata, "  ")[Metadata]);
        Assert.Null(Given([], Metadata, null)[Metadata]);
    }

    [Fact]
    public void A_metadata_cell_is_kept_as_it_is() =>
        Assert.Equal("{\"a\":\"x\u200By\"}", Rows.Read("Dots", ("Metadata", " {\"a\":\"x\u200By\"} "))[Metadata]);

    [Fact]
    public void A_given_field_removes_the_problems_of_its_own_columns_only()
    {
        Assert.Empty(Given([("address", """{"floor":"3"}""")], AddressLine1, "Calle 1").Problems);
        Assert.Single(Given([("address", """{"floor":"3"}""")], City, "Cali").Problems);
    }

    [Fact]
    public void A_given_field_causes_no_warning_about_its_columns() =>
        Assert.Empty(Given([("Phone", "+573001234567"), ("Home Phone", "+576012345678")], Phone, "+573017654321").Warnings);

    [Fact]
    public void A_given_key_is_kept_even_if_the_row_comes_from_another_provider() =>
        Assert.Equal("own", Given([("Provider", "OnePay"), ("IdempotencyKey", "old")], IdempotencyKey, "own")[IdempotencyKey]);

    [Fact]
    public void A_given_country_that_the_provider_does_not_have_is_refused_but_a_column_is_not()
    {
        var draft = Rows.Reader("OnePay").Read(1, null, Names, Values, new Dictionary<CustomerField, string?> { [Country] = "CO" });

        Assert.Equal(("Country", PaymentErrorId.FieldUnsupported), Assert.Single(Rows.Preparer("OnePay").Prepare(draft).Problems.Select(problem => (problem.Field, problem.Id))));
        Assert.Empty(Rows.PrepareLeast("OnePay", ("Country", "CO")).Problems);
    }

    [Fact]
    public void All_problems_of_a_row_are_reported_and_its_warnings_too()
    {
        var draft = Rows.Prepare("Dots", ("FirstName", "Ana"), ("Phone", """{"number":"300"}"""), ("extra", """{"email":"ana@example.co"}"""), ("Shipping City", "Cali"), ("Billing Street", "Calle 9"));

        Assert.Equal(["Phone", "", "LastName"], draft.Problems.Select(problem => problem.Field).Take(2).Append(draft.Problems.Single(problem => problem.Field == "LastName").Field));
        Assert.Equal(["The column 'Shipping City' was ignored in rows where the address comes from 'Billing Street' and its related columns"], draft.Warnings);
    }

    [Fact]
    public void A_row_that_could_not_be_read_completely_has_no_other_problem()
    {
        var draft = Rows.Read("Dots", ("FirstName", "Ana"));
        draft.AddProblem(new FieldProblem("", PaymentErrorId.InternalError, "It broke"));

        var prepared = Rows.Preparer("Dots").Prepare(draft);

        Assert.Equal("It broke", Assert.Single(Rows.Problems(prepared)));
    }

    [Fact]
    public void An_unexpected_exception_is_a_problem_of_its_row_that_names_it()
    {
        // OnePay cannot change customers, and no command asks it to.
        var draft = Rows.Read("OnePay", ("Email", "ana@example.co"));
        draft.Change = new CustomerChange("cus_1", []);

        var prepared = Rows.Preparer("OnePay").Prepare(draft);

        Assert.Equal("PaymentCustomers had an internal error on this row (NotSupportedException: Specified method is not supported)", Assert.Single(Rows.Problems(prepared)));
        Assert.Equal(("", PaymentErrorId.InternalError), (prepared.Problems[0].Field, prepared.Problems[0].Id));
    }

    [Fact]
    public void Without_an_account_a_row_has_a_body_but_no_key() =>
        Assert.Equal("", new DraftPreparer(PaymentProviders.Get("Dots"), scope: null).Prepare(Rows.Read("Dots", Rows.DotsPerson)).Key);

    [Theory]
    [InlineData(31, 1)]
    [InlineData(32, 0)]
    public void Nested_data_is_read_to_a_depth_of_32(int arrays, int problems) =>
        Assert.Equal(problems, Rows.Read("Dots", ("extra", new string('[', arrays) + """{"email":"ana@example.co"}""" + new string(']', arrays))).Problems.Count);

    [Fact]
    public void A_blank_value_in_nested_data_is_ignored() => Assert.Empty(Rows.Read("Dots", ("address", """{"floor":" "}""")).Problems);

    [Fact]
    public void The_second_line_belongs_to_its_address() =>
        Assert.Null(Rows.Read("Dots", ("Billing Street", "Calle 9"), ("Shipping Address 2", "Apto 9"))[AddressLine2]);

    [Fact]
    public void A_column_with_a_nested_address_is_not_reported_as_unused()
    {
        var reader = Rows.Reader("Dots");

        reader.Read(1, null, ["location", "Notas"], ["""{"city":"Cali"}""", null]);

        Assert.DoesNotContain("location", reader.TakeNews(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_user_expects_to_be_unused_is_not_reported()
    {
        var reader = Rows.Reader("Dots");

        reader.Read(1, null, ["Notas", "Otra"], [null, null]);

        Assert.DoesNotContain("Notas", reader.TakeNews(isExpected: name => name == "Notas"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_a_field_that_the_provider_does_not_have_is_reported_with_its_first_value()
    {
        var reader = Rows.Reader("OnePay");
        reader.Read(1, null, ["City"], [null]);
        Assert.Null(reader.TakeNews());

        var draft = reader.Read(2, null, ["City"], ["Cali"]);
        reader.Refuse(draft, "City", "contains a list");

        Assert.Equal("These columns are ignored, because OnePay does not have their fields: 'City' (City).", reader.TakeNews());
        Assert.Empty(draft.Problems);
    }

    [Theory]
    [InlineData("1000000/1000000", true)]
    [InlineData("1/1000001", false)]
    public void There_are_at_most_a_million_shards(string text, bool isShard) => Assert.Equal(isShard, Shard.Parse(text) is not null);

    [Theory]
    [InlineData(CustomerOutcome.NotSent, null, false, "NotSent")]
    [InlineData(CustomerOutcome.NotSent, null, true, "Doubtful")]
    [InlineData(CustomerOutcome.Unknown, null, false, "Doubtful")]
    [InlineData(CustomerOutcome.Failed, PaymentErrorId.CustomerInvalid, false, "Refused")]
    [InlineData(CustomerOutcome.Failed, PaymentErrorId.FieldUnsupported, false, "Refused")]
    [InlineData(CustomerOutcome.Failed, PaymentErrorId.CustomerInvalid, true, "Doubtful")]
    [InlineData(CustomerOutcome.Failed, PaymentErrorId.ProviderRejected, true, "Failed")]
    public void A_row_in_doubt_stays_in_doubt_in_the_rejects_until_it_was_sent(CustomerOutcome outcome, PaymentErrorId? error, bool wasDoubtful, string expected) =>
        Assert.Equal(expected, RejectColumns.StateOf(outcome, error, wasDoubtful).ToString());

    [Theory]
    [InlineData("reject_time", true)]
    [InlineData("REJECT_TIME ", true)]
    [InlineData("reject_reason", false)]
    [InlineData("_error", false)]
    public void Only_the_time_column_of_a_rejects_file_gives_the_time(string column, bool isTime) =>
        Assert.Equal(isTime, Rows.Read("Dots", (column, "2026-01-02T03:04:05Z")).DoubtfulSince is not null);

    [Fact]
    public void A_change_takes_a_whole_name_or_both_of_its_parts()
    {
        Assert.Equal("name=Ana+Ruiz", Rows.Body(Changed(("Name", "Ana Ruiz"))));
        Assert.Single(Changed(("FirstName", "Ana")).Problems);

        static PreparedDraft Changed(params (string Column, string? Value)[] cells)
        {
            var draft = Rows.Read("Stripe", cells);
            draft.Change = new CustomerChange("cus_1", []);
            return Rows.Preparer("Stripe").Prepare(draft);
        }
    }

    private static string[] Names => [.. Rows.OnePayPerson.Select(cell => cell.Column)];

    private static string?[] Values => [.. Rows.OnePayPerson.Select(cell => cell.Value)];

    private static Draft Given((string Column, string? Value)[] cells, CustomerField field, string? value) =>
        Rows.Reader("Dots").Read(1, null, [.. cells.Select(cell => cell.Column)], [.. cells.Select(cell => cell.Value)], new Dictionary<CustomerField, string?> { [field] = value });
}
