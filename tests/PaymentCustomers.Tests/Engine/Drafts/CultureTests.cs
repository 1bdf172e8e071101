using System.Globalization;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class CultureTests
{
    private static readonly (string Column, string? Value)[] Dots =
    [
        ("FIRST_NAME", "İsmail"), ("last_name", "Iğdır"), ("EMAIL", "I@EXAMPLE.CO"), ("Mobile", "0532 123 45 67"), ("CountryCode", "tr"), ("UserId", "3C90C3CC-0D44-4B50-8888-8DD25736052A"),
        ("Country", "tur"), ("CITY", "İzmir"), ("State", "x"), ("ZIP", "35000"), ("Line_1", "1"), ("metadata.I", "1"), ("metadata.i", "2"), ("Metadata", """{"n":1.5,"ı":0}"""),
    ];

    private static readonly (string Column, string? Value)[] OnePay =
    [
        ("USER_TYPE", "NATURAL"), ("FIRST_NAME", "İsmail"), ("LASTNAME", "Iğdır"), ("MAIL", "I@EXAMPLE.CO"), ("MOBILE", "+905321234567"), ("DOCUMENTTYPE", "ce"),
        ("DOCUMENT_NUMBER", "I-1"), ("ENABLE_NOTIFICATIONS", "SI"), ("NATIONALITY", "id"), ("BIRTHDATE", "1990-01-31"), ("RELATED_TO", "1.234,5"),
    ];

    [Theory]
    [InlineData("es-CO")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void A_row_gives_the_same_body_and_key_under_every_culture(string culture)
    {
        var neutral = Both();

        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(neutral, Both());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Messages_are_the_same_under_every_culture(string culture)
    {
        var neutral = Wrong();

        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(neutral, Wrong());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string[] Wrong() => Rows.Problems(Rows.PrepareLeast(
            "OnePay", ("RelatedTo", new string('i', 12_345)), ("Phone", "+57 1"), ("DocumentType", "IX"), ("BirthDate", "1.1.1990"), ("FirstName", "a\u0001")));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("es-CO")]
    public void Values_of_any_type_are_converted_to_the_same_text_under_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("1990-01-31", FieldText.From(new DateTime(1990, 1, 31)));
            Assert.Equal("-1234.5", FieldText.From(-1234.5));
            Assert.Equal("-1234.5", FieldText.From(-1234.5m));
            Assert.Equal("-12345", FieldText.From(-12345));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string[] Both()
    {
        var dots = Rows.Prepare("Dots", Dots);
        var onePay = Rows.Prepare("OnePay", OnePay);
        return [Rows.Body(dots), dots.Key, Rows.Body(onePay), onePay.Key];
    }
}
