using PaymentCustomers.Engine.Reference;

namespace PaymentCustomers.Tests.Engine.Numbers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+13105551234", "1", "3105551234")] // United States
    [InlineData("+18095551234", "1", "8095551234")] // Dominican Republic
    [InlineData("+79161234567", "7", "9161234567")] // Russia
    [InlineData("+77011234567", "7", "7011234567")] // Kazakhstan
    [InlineData("+201001234567", "20", "1001234567")] // Egypt
    [InlineData("+27821234567", "27", "821234567")] // South Africa
    [InlineData("+34612345678", "34", "612345678")] // Spain
    [InlineData("+390669812345", "39", "0669812345")] // Italy: the zero is part of the number
    [InlineData("+442079460958", "44", "2079460958")] // United Kingdom
    [InlineData("+4930901820", "49", "30901820")] // Germany
    [InlineData("+51912345678", "51", "912345678")] // Peru
    [InlineData("+525512345678", "52", "5512345678")] // Mexico
    [InlineData("+5491123456789", "54", "91123456789")] // Argentina
    [InlineData("+5511912345678", "55", "11912345678")] // Brazil
    [InlineData("+56912345678", "56", "912345678")] // Chile
    [InlineData("+573001234567", "57", "3001234567")] // Colombia
    [InlineData("+584121234567", "58", "4121234567")] // Venezuela
    [InlineData("+819012345678", "81", "9012345678")] // Japan
    [InlineData("+8613912345678", "86", "13912345678")] // China
    [InlineData("+905321234567", "90", "5321234567")] // Turkey
    [InlineData("+919812345678", "91", "9812345678")] // India
    [InlineData("+211912345678", "211", "912345678")] // South Sudan
    [InlineData("+351912345678", "351", "912345678")] // Portugal
    [InlineData("+353861234567", "353", "861234567")] // Ireland
    [InlineData("+420601123456", "420", "601123456")] // Czechia
    [InlineData("+50688881234", "506", "88881234")] // Costa Rica
    [InlineData("+50761234567", "507", "61234567")] // Panama
    [InlineData("+593991234567", "593", "991234567")] // Ecuador
    [InlineData("+59171234567", "591", "71234567")] // Bolivia
    [InlineData("+85291234567", "852", "91234567")] // Hong Kong
    [InlineData("+971501234567", "971", "501234567")] // United Arab Emirates
    [InlineData("+6834012", "683", "4012")] // Niue: the shortest there are
    public void An_international_number_is_split_at_its_calling_code(string text, string code, string national)
    {
        Assert.Null(PhoneNumber.TryRead(text, null, out var number));

        Assert.Equal((code, national, text), (number.CallingCode, number.National, number.E164));
    }

    [Theory]
    [InlineData("+57 300 123 4567")]
    [InlineData("+57-300-123-4567")]
    [InlineData("+57.300.123.4567")]
    [InlineData("+57 (300) 123-4567")]
    [InlineData("(+57) 300 123 4567")]
    [InlineData("( +57 ) 300 123 4567")]
    [InlineData("+57/300/1234567")]
    [InlineData("+57\u00A0300\u00A01234567")]
    [InlineData("+57\u2011300\u20131234567")]
    [InlineData("00573001234567")]
    [InlineData("00 57 300 123 4567")]
    [InlineData("(00 57) 300 123 4567")]
    public void Grouping_and_an_international_prefix_do_not_change_a_number(string text)
    {
        Assert.Null(PhoneNumber.TryRead(text, null, out var number));

        Assert.Equal("+573001234567", number.E164);
    }

    [Theory]
    [InlineData("300 123 4567", "57", "+573001234567")]
    [InlineData("573001234567", "57", "+573001234567")]
    [InlineData("(310) 555-1234", "1", "+13105551234")]
    [InlineData("1 310 555 1234", "1", "+13105551234")]
    [InlineData("+57 300 123 4567", "57", "+573001234567")]
    [InlineData("0057 300 123 4567", "57", "+573001234567")]
    [InlineData("5712345", "57", "+575712345")]
    public void A_calling_code_beside_a_national_number_is_put_before_it(string text, string code, string e164)
    {
        Assert.Null(PhoneNumber.TryRead(text, code, out var number));

        Assert.Equal(e164, number.E164);
    }

    [Theory]
    [InlineData("020 7946 0958", "44", "+442079460958")]
    [InlineData("+44 (0)20 7946 0958", null, "+442079460958")]
    [InlineData("+44 020 7946 0958", null, "+442079460958")]
    [InlineData("+49 (0) 30 901820", "49", "+4930901820")]
    [InlineData("0532 123 45 67", "90", "+905321234567")]
    [InlineData("099 123 4567", "593", "+593991234567")]
    [InlineData("06 6981 2345", "39", "+390669812345")]
    [InlineData("+39 06 6981 2345", null, "+390669812345")]
    public void The_zero_that_is_dialled_at_home_is_left_out_where_it_is_no_part_of_the_number(string text, string? code, string e164)
    {
        Assert.Null(PhoneNumber.TryRead(text, code, out var number));

        Assert.Equal(e164, number.E164);
    }

    [Fact]
    public void A_national_number_alone_has_no_calling_code()
    {
        Assert.Null(PhoneNumber.TryRead("300 123 4567", null, out var number));

        Assert.Equal((null, "3001234567", "3001234567"), (number.CallingCode, number.National, number.E164));
    }

    [Theory]
    [InlineData("+13105551234", "57", "begins with the calling code 1, but CountryCode says 57")]
    [InlineData("00593991234567", "57", "begins with the calling code 593, but CountryCode says 57")]
    [InlineData("+2101234567", null, "begins with no calling code that exists (ITU-T E.164)")]
    [InlineData("+0571234567", null, "begins with no calling code that exists (ITU-T E.164)")]
    [InlineData("+", null, "begins with no calling code that exists (ITU-T E.164)")]
    [InlineData("+57", null, "begins with no calling code that exists (ITU-T E.164)")]
    [InlineData("+57 123", null, "has 5 digits: no telephone number has so many or so few (ITU-T E.164)")]
    [InlineData("+57 30012345678901", null, "has 16 digits: no telephone number has so many or so few (ITU-T E.164)")]
    [InlineData("3001234567890123", null, "has 16 digits: no telephone number has so many or so few (ITU-T E.164)")]
    [InlineData("30012345678901", "57", "has 16 digits: no telephone number has so many or so few (ITU-T E.164)")]
    [InlineData("123", "1", "has 4 digits: no telephone number has so many or so few (ITU-T E.164)")]
    [InlineData("-", null, "has 0 digits: no telephone number has so many or so few (ITU-T E.164)")]
    [InlineData("+57 300 123 4567 ext 5", null, "is not a telephone number: only digits, and + ( ) . / - or spaces between them")]
    [InlineData("tel:+573001234567", null, "is not a telephone number: only digits, and + ( ) . / - or spaces between them")]
    [InlineData("300+1234567", "57", "is not a telephone number: only digits, and + ( ) . / - or spaces between them")]
    [InlineData("++573001234567", null, "is not a telephone number: only digits, and + ( ) . / - or spaces between them")]
    [InlineData("3001234567;3017654321", "57", "is not a telephone number: only digits, and + ( ) . / - or spaces between them")]
    [InlineData("٣٠٠١٢٣٤٥٦٧", "57", "is not a telephone number: only digits, and + ( ) . / - or spaces between them")]
    [InlineData("3,001234567E+09", "57", "is not a telephone number: only digits, and + ( ) . / - or spaces between them")]
    public void What_is_no_telephone_number_is_refused(string text, string? code, string problem) =>
        Assert.Equal(problem, PhoneNumber.TryRead(text, code, out _));

    [Theory]
    [InlineData("3001234567.0", "57")]
    [InlineData("+573001234567.0", null)]
    public void A_fraction_that_a_table_added_is_no_digit(string text, string? callingCode)
    {
        Assert.Null(PhoneNumber.TryRead(text, callingCode, out var number));
        Assert.Equal("+573001234567", number.E164);
    }
}
