using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class RowProblemTests
{
    [Fact]
    public void Every_problem_of_a_row_is_found_at_once() => Assert.Equal(
        [
            "Email 'n***' is not an e-mail address",
            "UserId is no field of OnePay",
            "DocumentType 'RUT' is none of CC, CE, NIT, PASSPORT",
            "EnableNotifications 'maybe' is neither true nor false",
            "Nationality 'Colombiana' is not an ISO 3166-1 country code such as CO",
            "BirthDate '***' is not a date as YYYY-MM-DD",
            "City is no field of OnePay",
            "IdempotencyKey 'two words' is not a key: at most 64 printable ASCII characters without spaces",
            "Phone has no calling code: write it as +573001234567, or give CountryCode beside it",
            "LastName is missing: OnePay requires it",
            "DocumentNumber is missing: OnePay requires it",
        ],
        Rows.Problems(Rows.Prepare(
            "OnePay", ("FirstName", "Ana"), ("Email", "nobody"), ("Phone", "3001234567"), ("UserId", "x"), ("CustomerType", "natural"), ("DocumentType", "RUT"),
            ("EnableNotifications", "maybe"), ("Nationality", "Colombiana"), ("BirthDate", "yesterday"), ("City", "Bogotá"), ("IdempotencyKey", "two words"))));

    [Fact]
    public void A_value_that_is_wrong_is_not_reported_as_missing_too() =>
        Assert.Equal(["Phone '***ll' is not a telephone number: only digits, and + ( ) . / - or spaces between them"], Rows.Problems(Rows.PrepareLeast("OnePay", ("Phone", "please call"))));

    [Fact]
    public void An_error_of_a_row_says_all_that_is_wrong_and_that_nothing_was_sent()
    {
        var error = RowErrors.Invalid(Rows.PrepareLeast("OnePay", ("Email", "nobody"), ("BirthDate", "x"), ("City", "Bogotá")));

        Assert.Equal(PaymentErrorId.CustomerInvalid, error.Id);
        Assert.Equal("Row 1: Email 'n***' is not an e-mail address; BirthDate '***' is not a date as YYYY-MM-DD; City is no field of OnePay.", error.Message);
        Assert.Equal(1, error.Row);
        Assert.Equal(["Email", "BirthDate", "City"], error.Problems.Select(problem => problem.Field));
        Assert.Equal(
            [PaymentErrorId.CustomerInvalid, PaymentErrorId.CustomerInvalid, PaymentErrorId.FieldUnsupported],
            error.Problems.Select(problem => problem.Id));
        Assert.False((error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected));
    }

    [Fact]
    public void A_row_that_is_merely_wrong_is_to_be_corrected() =>
        Assert.Equal(
            "Correct the row and send it again; nothing was sent for it.",
            RowErrors.Invalid(Rows.PrepareLeast("OnePay", ("Email", "nobody"))).RecommendedAction);

    [Theory]
    [InlineData("Dots", "CustomerType,DocumentType,DocumentNumber,EnableNotifications,Nationality,BirthDate,RelatedTo")]
    [InlineData("OnePay", "UserId,City,State,Postcode,AddressLine1,AddressLine2,Metadata")]
    public void A_field_that_the_provider_does_not_have_is_refused_by_name(string provider, string fields)
    {
        var draft = Rows.PrepareLeast(provider, [.. fields.Split(',').Select(field => (field, (string?)"x"))]);

        var error = RowErrors.Invalid(draft);

        Assert.Equal(fields.Split(',').Select(field => $"{field} is no field of {provider}"), Rows.Problems(draft));
        Assert.Equal(PaymentErrorId.FieldUnsupported, error.Id);
        Assert.Equal(
            "Take the fields away, or use -IgnoreUnsupportedField (--ignore-unsupported-field) to leave them out. Get-PaymentProvider lists the fields of each provider.",
            error.RecommendedAction);
    }

    [Fact]
    public void A_field_that_the_provider_does_not_have_can_be_left_out()
    {
        var preparer = Rows.Preparer("OnePay", ignoreUnsupported: true);
        var draft = Rows.Read("OnePay", Rows.Least("OnePay", ("City", "Bogotá"), ("UserId", "no uuid at all"), ("Metadata", "{")));

        Assert.Equal(Rows.Body(Rows.PrepareLeast("OnePay")), Rows.Body(preparer.Prepare(draft)));
        Assert.Equal([CustomerField.UserId, CustomerField.City, CustomerField.Metadata], preparer.UnsupportedFields(draft));
    }
}
