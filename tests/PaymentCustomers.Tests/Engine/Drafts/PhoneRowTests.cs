using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class PhoneRowTests
{
    [Theory]
    [InlineData("+13105551234", null, "1", "3105551234")]
    [InlineData("2025550143", "1", "1", "2025550143")]
    [InlineData("(202) 555-0143", "+1", "1", "2025550143")]
    [InlineData("310.555.1234", "US", "1", "3105551234")]
    [InlineData("310.555.1234", "usa", "1", "3105551234")]
    [InlineData("809 555 1234", "1-809", "1", "8095551234")]
    [InlineData("+573001234567", "57", "57", "3001234567")]
    [InlineData("+57 300 123 4567", "CO", "57", "3001234567")]
    [InlineData("(+57) 300 123 4567", "US", "57", "3001234567")]
    [InlineData("0057 300 123 4567", "US", "57", "3001234567")]
    [InlineData("020 7946 0958", "GB", "44", "2079460958")]
    [InlineData("099 123 4567", "00593", "593", "991234567")]
    public void A_telephone_number_is_split_for_Dots_and_joined_for_OnePay(string phone, string? countryCode, string code, string national)
    {
        var dots = Rows.PrepareLeast("Dots", ("Phone", phone), ("CountryCode", countryCode));
        var onePay = Rows.PrepareLeast("OnePay", ("Phone", phone), ("CountryCode", countryCode));

        Assert.Equal($$"""{"first_name":"Ana","last_name":"Ruiz","phone_number":"{{national}}","country_code":"{{code}}"}""", WithoutKey(Rows.Body(dots)));
        Assert.Contains($"\"phone\":\"+{code}{national}\"", Rows.Body(onePay), StringComparison.Ordinal);
        Assert.DoesNotContain("country", Rows.Body(onePay), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public void A_number_without_a_calling_code_is_refused_with_advice(string provider) =>
        Assert.Equal(
            ["Phone has no calling code. Write it with the calling code, such as +573001234567, or also provide CountryCode"],
            Rows.Problems(Rows.PrepareLeast(provider, ("Phone", "3001234567"))));

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public void A_number_that_contradicts_its_calling_code_column_is_refused_and_not_shown(string provider) =>
        Assert.Equal(
            ["Phone '***34' starts with the calling code 1, but CountryCode is 57"],
            Rows.Problems(Rows.PrepareLeast(provider, ("Phone", "+13105551234"), ("CountryCode", "57"))));

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public void A_calling_code_that_does_not_exist_is_refused(string provider) =>
        Assert.Equal(
            ["CountryCode '999' is not a calling code such as 57 or an ISO 3166-1 country such as CO"],
            Rows.Problems(Rows.PrepareLeast(provider, ("Phone", "3001234567"), ("CountryCode", "999"))));

    [Fact]
    public void A_calling_code_column_with_letters_also_sets_the_country_of_the_address()
    {
        var body = Rows.Body(Rows.PrepareLeast(
            "Dots", ("Phone", "3001234567"), ("Country Code", "COL"), ("City", "Bogotá"), ("State", "DC"), ("Postcode", "110111"), ("AddressLine1", "Calle 1")));

        Assert.Equal(
            """{"first_name":"Ana","last_name":"Ruiz","phone_number":"3001234567","country_code":"57","address":{"country":"CO","city":"Bogotá","state":"DC","postcode":"110111","line_1":"Calle 1"}}""",
            WithoutKey(body));
    }

    [Fact]
    public void A_country_without_a_telephone_number_and_an_address_is_left_out() =>
        Assert.Equal("""{"first_name":"Ana","last_name":"Ruiz"}""", WithoutKey(Rows.Body(Rows.PrepareLeast("Dots", ("CountryCode", "CO")))));

    [Fact]
    public void Two_different_countries_in_a_row_are_refused() =>
        Assert.Equal(
            ["CountryCode is CO, but Country is US"],
            Rows.Problems(Rows.PrepareLeast(
                "Dots", ("CountryCode", "CO"), ("Country", "US"), ("City", "Miami"), ("State", "FL"), ("Postcode", "33101"), ("AddressLine1", "1 Main St"))));

    private static string WithoutKey(string body) =>
        System.Text.RegularExpressions.Regex.Replace(body, ",\"metadata\":{\"payment_customers_key\":\"pc1-[A-Za-z0-9_-]{43}\"}", "");
}
