using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Which parts of a row determine the country of its telephone number, and which warnings the user gets.</summary>
public sealed class PhoneContextTests
{
    private static readonly (string Column, string? Value)[] Utrecht =
        [("Country", "NL"), ("City", "Utrecht"), ("State", "UT"), ("Postcode", "3511AB"), ("AddressLine1", "Dorpsstraat 1")];

    [Fact]
    public void The_country_of_the_address_determines_the_country_of_the_number() =>
        Assert.Equal("+31612345678", Dots([("Phone", "06 12345678"), .. Utrecht]));

    [Fact]
    public void The_calling_code_column_takes_precedence_over_the_address() =>
        Assert.Equal("+573001234567", Dots([("Phone", "300 123 4567"), ("CountryCode", "57"), .. Utrecht]));

    [Fact]
    public void The_country_of_the_address_determines_the_number_even_if_the_provider_has_no_addresses()
    {
        var row = Rows.Preparer("OnePay", ignoreUnsupported: true).Prepare(Rows.Read("OnePay", Rows.Least("OnePay", ("Phone", "06 12345678"), ("Country", "NL"))));

        Assert.Equal([], row.Problems);
        Assert.Equal("+31612345678", row.Values[(int)Phone]);
    }

    // A person with a passport of Venezuela who pays in Bogotá has a Colombian number.
    [Fact]
    public void The_nationality_does_not_determine_the_country_of_the_number() =>
        Assert.Equal(
            ["Phone has no calling code. Write it with the calling code, such as +573001234567, or also provide CountryCode"],
            Rows.Problems(Rows.PrepareLeast("OnePay", ("Phone", "0412 1234567"), ("Nationality", "VE"))));

    [Theory]
    [InlineData("2345678")]
    [InlineData("601 234 5678")]
    [InlineData("310 555 1234")]
    public void The_old_area_code_1_of_Bogota_is_not_read_as_the_United_States(string phone) =>
        Assert.Equal(
            [$"Phone '***{phone[^2..]}' is a Colombian number, but CountryCode 1 is the United States and Canada. Set CountryCode to 57 instead of the old area code, and write a landline with its 10 digits (60, area, 7 digits)"],
            Rows.Problems(Rows.PrepareLeast("OnePay", ("Phone", phone), ("Indicativo", "1"))));

    [Fact]
    public void Different_spellings_of_a_number_give_the_same_request() =>
        Assert.Single(
            new[] { "+57 300 123 4567", "573001234567", "0057 (300) 123-4567", "03 300 123 4567", "3001234567.00" }
                .Select(phone => Rows.PrepareLeast("OnePay", ("Phone", phone), ("CountryCode", "CO")).Key).Distinct());

    [Fact]
    public void Warnings_are_counted_by_kind_and_name_the_first_rows()
    {
        var warnings = new RowWarnings();
        for (var row = 0; row < 7; row++)
            warnings.Add(Rows.PrepareLeast("OnePay", ("Phone", "+57 601 234 5678 ext. 9")));
        warnings.Add(Rows.PrepareLeast("OnePay"));

        Assert.Equal(["Phone had an extension, which was removed: the provider does not accept extensions (7 rows: 1, 1, 1, 1, 1, …)."], warnings.All);
    }

    [Fact]
    public void A_number_in_an_unknown_range_is_accepted_if_only_the_length_is_checked()
    {
        var preparer = new DraftPreparer(PaymentProviders.Get("OnePay"), new KeyScope("OnePay", PaymentEnvironment.Sandbox, "test"), phoneCheck: PhoneCheck.Possible);

        Assert.Equal("+579991234567", preparer.Prepare(Rows.Read("OnePay", Rows.Least("OnePay", ("Phone", "+57 999 123 4567")))).Values[(int)Phone]);
    }

    private static string Dots((string Column, string? Value)[] cells)
    {
        var row = Rows.PrepareLeast("Dots", cells);
        Assert.Equal([], row.Problems);
        return $"+{row.Values[(int)CountryCode]}{row.Values[(int)Phone]}";
    }
}
