using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class RowProblemTests
{
    [Fact]
    public void Every_problem_of_a_row_is_found_at_once() => Assert.Equal(
        [
            "Email 'n***' is not an e-mail address",
            "DocumentType 'RUT' is not one of CC, CE, NIT, PASSPORT",
            "EnableNotifications 'maybe' is not true or false",
            "Nationality 'Colombiana' is not an ISO 3166-1 country code such as CO",
            "BirthDate '***' is not a date in the format YYYY-MM-DD",
            "IdempotencyKey 'two words' is not a valid idempotency key. Use at most 64 printable ASCII characters without spaces",
            "Phone has no calling code. Write it with the calling code, such as +573001234567, or also provide CountryCode",
            "LastName is missing: OnePay requires it",
            "DocumentNumber is missing: OnePay requires it",
        ],
        Rows.Problems(Rows.Prepare(
            "OnePay", ("FirstName", "Ana"), ("Email", "nobody"), ("Phone", "3001234567"), ("CustomerType", "natural"), ("DocumentType", "RUT"),
            ("EnableNotifications", "maybe"), ("Nationality", "Colombiana"), ("BirthDate", "yesterday"), ("IdempotencyKey", "two words"))));

    [Fact]
    public void An_invalid_value_is_not_also_reported_as_missing() =>
        Assert.Equal(["Phone '***ll' is not a telephone number: it can have only digits, spaces, and + ( ) . / -"], Rows.Problems(Rows.PrepareLeast("OnePay", ("Phone", "please call"))));

    [Fact]
    public void The_error_of_a_row_names_every_problem_and_what_to_do()
    {
        var draft = Rows.Read("OnePay", Rows.Least("OnePay", ("Email", "nobody"), ("BirthDate", "x")));
        draft.Give(CustomerField.City, "Bogotá");

        var error = RowErrors.Invalid(Rows.Preparer("OnePay").Prepare(draft));

        Assert.Equal(PaymentErrorId.CustomerInvalid, error.Id);
        Assert.Equal("Row 1: Email 'n***' is not an e-mail address; BirthDate '***' is not a date in the format YYYY-MM-DD; City is not a field of OnePay.", error.Message);
        Assert.Equal(1, error.Row);
        Assert.Equal(["Email", "BirthDate", "City"], error.Problems.Select(problem => problem.Field));
        Assert.Equal(
            [PaymentErrorId.CustomerInvalid, PaymentErrorId.CustomerInvalid, PaymentErrorId.FieldUnsupported],
            error.Problems.Select(problem => problem.Id));
        Assert.Equal(
            "Nothing was sent for this row. Correct the row and send it again. Remove these fields, or use -IgnoreUnsupportedField (--ignore-unsupported-field) to ignore them. Get-PaymentProvider lists the fields of each provider.",
            error.RecommendedAction);
    }

    [Fact]
    public void The_advice_for_an_invalid_row_is_to_correct_it() =>
        Assert.Equal(
            "Nothing was sent for this row. Correct the row and send it again.",
            RowErrors.Invalid(Rows.PrepareLeast("OnePay", ("Email", "nobody"))).RecommendedAction);

    [Theory]
    [InlineData("Dots", "CustomerType,DocumentType,DocumentNumber,EnableNotifications,Nationality,BirthDate,RelatedTo")]
    [InlineData("OnePay", "UserId,City,State,Postcode,AddressLine1,AddressLine2,Metadata")]
    public void A_given_field_that_the_provider_does_not_have_is_refused_or_left_out(string provider, string fields)
    {
        var foreign = fields.Split(',').Select(Enum.Parse<CustomerField>).ToList();
        var draft = Rows.Read(provider, Rows.Least(provider));
        foreign.ForEach(field => draft.Give(field, "x"));

        var refused = Rows.Preparer(provider).Prepare(draft);

        Assert.Equal(foreign.Select(field => $"{field} is not a field of {provider}"), Rows.Problems(refused));
        Assert.Equal(PaymentErrorId.FieldUnsupported, RowErrors.Invalid(refused).Id);
        Assert.StartsWith("Remove these fields, or use -IgnoreUnsupportedField", RowErrors.Invalid(refused).RecommendedAction, StringComparison.Ordinal);
        var preparer = Rows.Preparer(provider, ignoreUnsupported: true);
        Assert.Equal(Rows.Body(Rows.PrepareLeast(provider)), Rows.Body(preparer.Prepare(draft)));
        Assert.Equal(foreign, preparer.UnsupportedFields(draft));
    }

    [Theory]
    [InlineData("Dots", "Fecha de nacimiento,Tipo de documento,Cédula,Nacionalidad")]
    [InlineData("OnePay", "UserId,Ciudad,Departamento,zip,Dirección,address,Metadata,metadata.plan")]
    public void A_column_of_a_field_that_the_provider_does_not_have_causes_one_warning_and_no_row_error(string provider, string columns)
    {
        var own = columns.Split(',');
        var reader = Rows.Reader(provider);
        var least = Rows.Least(provider);
        string[] names = [.. least.Select(cell => cell.Column), .. own];

        Assert.Null(News(own.Select(_ => (string?)null)));
        var told = News(own.Select(column => (string?)(column == "address" ? """{"line_1":"Calle 1","city":"Cali","country":"CO","other":"x"}""" : "x")));
        Assert.Null(News(own.Select(_ => (string?)"y")));

        Assert.StartsWith($"These columns are ignored, because {provider} does not have their fields: '{own[0]}' (", told, StringComparison.Ordinal);
        Assert.All(own, column => Assert.Contains($"'{column}' (", told, StringComparison.Ordinal));

        string? News(IEnumerable<string?> values)
        {
            var draft = reader.Read(1, null, names, [.. least.Select(cell => cell.Value), .. values]);
            Assert.Equal(Rows.Body(Rows.PrepareLeast(provider)), Rows.Body(Rows.Preparer(provider).Prepare(draft)));
            return reader.TakeNews();
        }
    }
}
