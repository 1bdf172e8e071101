using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>What of a row says the country of its telephone number, and what the user is told beside it.</summary>
public sealed class PhoneContextTests
{
    private static readonly (string Column, string? Value)[] Utrecht =
        [("Country", "NL"), ("City", "Utrecht"), ("State", "UT"), ("Postcode", "3511AB"), ("AddressLine1", "Dorpsstraat 1")];

    [Fact]
    public void The_country_of_the_address_says_it() =>
        Assert.Equal("+31612345678", Dots([("Phone", "06 12345678"), .. Utrecht]));

    [Fact]
    public void The_code_beside_the_number_comes_before_the_address() =>
        Assert.Equal("+573001234567", Dots([("Phone", "300 123 4567"), ("CountryCode", "57"), .. Utrecht]));

    [Fact]
    public void The_country_of_the_address_counts_also_where_the_provider_has_none()
    {
        var row = Rows.Preparer("OnePay", ignoreUnsupported: true).Prepare(Rows.Read("OnePay", Rows.Least("OnePay", ("Phone", "06 12345678"), ("Country", "NL"))));

        Assert.Equal([], row.Problems);
        Assert.Equal("+31612345678", row.Values[(int)Phone]);
    }

    // Who has a passport of Venezuela and pays in Bogotá has a number of Colombia.
    [Fact]
    public void The_nationality_does_not() =>
        Assert.Equal(
            ["Phone has no calling code. Write it with the calling code, such as +573001234567, or also provide CountryCode"],
            Rows.Problems(Rows.PrepareLeast("OnePay", ("Phone", "0412 1234567"), ("Nationality", "VE"))));

    [Theory]
    [InlineData("2345678")]
    [InlineData("601 234 5678")]
    [InlineData("310 555 1234")]
    public void The_old_area_code_of_Bogota_is_not_the_United_States(string phone) =>
        Assert.Equal(
            [$"Phone '***{phone[^2..]}' is a Colombian number, but CountryCode 1 is the United States and Canada. Set CountryCode to 57 instead of the old area code, and write a landline with its 10 digits (60, area, 7 digits)"],
            Rows.Problems(Rows.PrepareLeast("OnePay", ("Phone", phone), ("Indicativo", "1"))));

    [Fact]
    public void Several_spellings_of_a_number_are_one_request() =>
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
    public void A_number_of_a_new_range_passes_where_only_the_length_is_checked()
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
