using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class CountryCheckTests
{
    // These territories have no numbering plan of their own.
    private static readonly string[] WithoutTelephones = ["AQ", "BV", "GS", "HM", "PN", "TF", "UM"];

    // ITU-T E.164 assigns these codes to services, and to Ascension and Kosovo, which ISO 3166-1 does not list.
    private static readonly string[] CodesOfNoCountry = ["247", "383", "800", "808", "870", "878", "881", "882", "883", "888", "979"];

    [Theory]
    [InlineData("CO", "CO")]
    [InlineData("co", "CO")]
    [InlineData("COL", "CO")]
    [InlineData("usa", "US")]
    [InlineData("DEU", "DE")]
    [InlineData("GBR", "GB")]
    public void A_country_is_sent_as_alpha_2(string code, string sent) => Assert.Equal(sent, Rows.Sent(Nationality, code));

    [Theory]
    [InlineData("ZZ")]
    [InlineData("C")]
    [InlineData("UX")]
    [InlineData("Colombiana")]
    [InlineData("57")]
    public void A_text_that_is_not_a_country_code_is_refused(string text) =>
        Assert.Equal($"Nationality '{text}' is not an ISO 3166-1 country code such as CO", Rows.Refusal(Nationality, text));

    [Theory]
    [InlineData("57", "57")]
    [InlineData("+57", "57")]
    [InlineData("0057", "57")]
    [InlineData("00 57", "57")]
    [InlineData("1", "1")]
    [InlineData("+1", "1")]
    [InlineData("1-809", "1")]
    [InlineData("+1 787", "1")]
    [InlineData("593", "593")]
    [InlineData("CO", "CO")]
    [InlineData("col", "CO")]
    public void A_calling_code_or_a_country_is_accepted(string code, string read)
    {
        Assert.Equal(read, FieldCatalog.Rule(CountryCode).Check(code, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("210")]
    [InlineData("0")]
    [InlineData("+")]
    [InlineData("999")]
    public void A_calling_code_that_does_not_exist_is_refused(string code)
    {
        FieldCatalog.Rule(CountryCode).Check(code, out var problem);

        Assert.Equal("is not a calling code such as 57 or an ISO 3166-1 country such as CO", problem);
    }

    [Fact]
    public void Letters_in_the_calling_code_column_that_name_no_country_are_refused()
    {
        FieldCatalog.Rule(CountryCode).Check("ZZ", out var problem);

        Assert.Equal("is not an ISO 3166-1 country code such as CO", problem);
    }

    [Fact]
    public void The_catalog_has_the_249_countries_of_the_standard()
    {
        Assert.Equal(249, Countries.All.Count());
        Assert.All(Countries.All, country => Assert.Matches("^[A-Z]{2}$", country.Code));
        Assert.Equal("Côte d'Ivoire", Countries.Find("CIV")?.Name);
        Assert.Equal("Åland Islands", Countries.Find("ax")?.Name);
        Assert.Null(Countries.Find(""));
    }

    [Fact]
    public void Every_country_has_a_calling_code_and_every_calling_code_has_a_country_except_for_those_listed() =>
        Assert.Multiple(
            () => Assert.Equal(WithoutTelephones, Countries.All.Select(country => country.Code).Where(code => NumberingPlans.CallingCodeOf(code) is null)),
            () => Assert.Equal(CodesOfNoCountry, NumberingPlans.CallingCodes.Where(code => code.Value.Length == 0).Select(code => code.Key).Order(StringComparer.Ordinal)),
            () => Assert.Equal([], NumberingPlans.CallingCodes.SelectMany(code => code.Value).Where(country => Countries.Find(country) is null)));

    [Fact]
    public void No_calling_code_is_the_beginning_of_another() =>
        Assert.Equal([], from code in NumberingPlans.CallingCodes.Select(code => code.Key)
                         from other in NumberingPlans.CallingCodes.Select(code => code.Key)
                         where other != code && other.StartsWith(code, StringComparison.Ordinal)
                         select $"{code} {other}");
}
