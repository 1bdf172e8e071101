using PaymentCustomers.Engine.Reference;

namespace PaymentCustomers.Tests.Engine.Numbers;

public sealed class PhoneReadingTests
{
    [Theory]
    [InlineData("+13105551234", "1", "3105551234")] // United States
    [InlineData("+18095551234", "1", "8095551234")] // Dominican Republic
    [InlineData("+79161234567", "7", "9161234567")] // Russia
    [InlineData("+77011234567", "7", "7011234567")] // Kazakhstan
    [InlineData("+201001234567", "20", "1001234567")] // Egypt
    [InlineData("+34612345678", "34", "612345678")] // Spain
    [InlineData("+390669812345", "39", "0669812345")] // Italy: the zero is part of the number
    [InlineData("+442079460958", "44", "2079460958")] // United Kingdom
    [InlineData("+4930901820", "49", "30901820")] // Germany
    [InlineData("+525512345678", "52", "5512345678")] // Mexico
    [InlineData("+5491123456789", "54", "91123456789")] // Argentina
    [InlineData("+5511912345678", "55", "11912345678")] // Brazil
    [InlineData("+573001234567", "57", "3001234567")] // Colombia
    [InlineData("+50688881234", "506", "88881234")] // Costa Rica
    [InlineData("+593991234567", "593", "991234567")] // Ecuador
    [InlineData("+2250123456789", "225", "0123456789")] // Ivory Coast: the zero is part of the number
    [InlineData("+6834012", "683", "4012")] // Niue: the shortest possible number
    [InlineData("+80012345678", "800", "12345678")] // belongs to no country
    public void An_international_number_is_split_at_its_calling_code(string text, string code, string national)
    {
        var number = Read(text).Number;

        Assert.Equal((code, national, text), (number?.CallingCode, number?.National, number?.E164));
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
    [InlineData("+57 300 - 1234567")]
    [InlineData("tel:+57-300-123-4567")]
    [InlineData("00573001234567")]
    [InlineData("00 57 300 123 4567")]
    [InlineData("(00 57) 300 123 4567")]
    [InlineData("011 57 300 123 4567")]
    [InlineData("0011 57 300 123 4567")]
    [InlineData("573001234567")]
    [InlineData("57 300 1234567")]
    [InlineData("573001234567.00")]
    public void Separators_and_an_exit_code_do_not_change_a_number(string text) => Assert.Equal("+573001234567", Read(text).Number?.E164);

    [Theory]
    // Colombia
    [InlineData("300 123 4567", "57", "+573001234567")]
    [InlineData("300 123 4567", "CO", "+573001234567")]
    [InlineData("573001234567", "57", "+573001234567")]
    [InlineData("03 300 123 4567", "57", "+573001234567")]
    [InlineData("(601) 234-5678", "CO", "+576012345678")]
    [InlineData("602 111 2233", "57", "+576021112233")] // an area code and seven digits, even if the library does not know the range
    [InlineData("3001234567.0", "57", "+573001234567")]
    [InlineData("3001234567.00", "57", "+573001234567")]
    [InlineData("3001234567,00", "57", "+573001234567")]
    [InlineData("0057 301 765 4321", "CO", "+573017654321")] // not the carrier 005 followed by 7, which is Russia
    [InlineData("0058 412 123 4567", "CO", "+584121234567")]
    [InlineData("011 1 310 555 1234", "CO", "+13105551234")]
    [InlineData("+1 310 555 1234", "CO", "+13105551234")]
    // North America
    [InlineData("(310) 555-1234", "1", "+13105551234")]
    [InlineData("1 310 555 1234", "1", "+13105551234")]
    [InlineData("13305550102", "US", "+13305550102")]
    [InlineData("011 506 8888 1234", "US", "+50688881234")]
    [InlineData("(416) 555-0123", "CA", "+14165550123")]
    // Mexico: the former 1 of mobile numbers, and what was dialled within the country
    [InlineData("+52 1 55 1234 5678", null, "+525512345678")]
    [InlineData("044 55 1234 5678", "MX", "+525512345678")]
    [InlineData("045 55 1234 5678", "52", "+525512345678")]
    [InlineData("5215512345678", "MX", "+525512345678")]
    [InlineData("01 55 1234 5678", "MX", "+525512345678")]
    // Argentina: 15 within the country is 9 from abroad
    [InlineData("011 15 2345-6789", "AR", "+5491123456789")]
    [InlineData("(0351) 15 512-3456", "54", "+5493515123456")]
    [InlineData("+54 11 15 2345 6789", null, "+5491123456789")]
    [InlineData("+54 9 11 2345 6789", null, "+5491123456789")]
    [InlineData("011 4876 5432", "AR", "+541148765432")]
    // Brazil: a trunk zero and a carrier code
    [InlineData("(011) 91234-5678", "BR", "+5511912345678")]
    [InlineData("0 15 11 91234-5678", "BR", "+5511912345678")]
    [InlineData("+55 (011) 91234-5678", null, "+5511912345678")]
    [InlineData("5511912345678", "55", "+5511912345678")]
    // Hungary, Russia, Kazakhstan
    [InlineData("06 20 123 4567", "HU", "+36201234567")]
    [InlineData("+36 06 20 123 4567", null, "+36201234567")]
    [InlineData("8 (916) 123-45-67", "RU", "+79161234567")]
    [InlineData("8-916-123-45-67", "7", "+79161234567")]
    [InlineData("8 (771) 000 9998", "KZ", "+77710009998")]
    [InlineData("79161234567", "RU", "+79161234567")]
    [InlineData("+7 8 916 123-45-67", null, "+79161234567")]
    [InlineData("8 10 57 300 123 4567", "RU", "+573001234567")]
    // Other countries
    [InlineData("020 7946 0958", "44", "+442079460958")]
    [InlineData("+44 (0)20 7946 0958", null, "+442079460958")]
    [InlineData("+49 (0) 30 901820", "49", "+4930901820")]
    [InlineData("030/901820", "DE", "+4930901820")]
    [InlineData("030 901820-21", "DE", "+493090182021")] // one of several lines with the same number
    [InlineData("0532 123 45 67", "90", "+905321234567")]
    [InlineData("099 123 4567", "593", "+593991234567")]
    [InlineData("06 6981 2345", "39", "+390669812345")]
    [InlineData("02 9000 1111", "AU", "+61290001111")]
    [InlineData("0011 57 300 123 4567", "AU", "+573001234567")]
    [InlineData("010 57 300 123 4567", "JP", "+573001234567")]
    [InlineData("06 12345678", "NL", "+31612345678")]
    [InlineData("31612345678", "NL", "+31612345678")]
    public void A_number_is_read_by_the_country_of_its_row(string text, string? country, string? e164) =>
        Assert.Equal(e164, Read(text, country).Number?.E164);

    [Theory]
    [InlineData("+57 601 234 5678 (123)")]
    [InlineData("+576012345678-123")]
    [InlineData("+576012345678.123")]
    [InlineData("+57 601 2345678/12")]
    [InlineData("+57 601 234 5678 ext 12")]
    [InlineData("+57 601 234 5678 x12")]
    [InlineData("+57 601 234 5678, ext. 12")]
    [InlineData("+57 601 234 5678 Extensión: 1234")]
    [InlineData("+57 601 234 5678 (ext. 12)")]
    [InlineData("+57 601 234 5678 anexo 12")]
    [InlineData("+576012345678;ext=12")]
    [InlineData("+57 601 234 5678 #12")]
    public void An_extension_is_removed_and_reported(string text)
    {
        var reading = Read(text);

        Assert.Equal(("+576012345678", true), (reading.Number?.E164, reading.HadExtension));
    }

    [Theory]
    [InlineData("3001234567;3017654321", "57")]
    [InlineData("300 123 4567 / 301 765 4321", "57")]
    [InlineData("+57 300 123 4567 - +57 301 765 4321", null)]
    [InlineData("+31 6 12345678 ::: +31 30 2345678", null)]
    [InlineData("3001234567 o 3017654321", "57")]
    [InlineData("030 901820 / 030 901821", "DE")]
    [InlineData("3001234567\n3017654321", "57")]
    [InlineData("300 123 4567, 301 765 4321", "57")]
    public void A_cell_with_two_numbers_is_refused(string text, string? country) =>
        Assert.Equal("contains two telephone numbers. Keep only one", Read(text, country).Problem);

    [Theory]
    [InlineData("+13105551234", "57", "starts with the calling code 1, but CountryCode is 57")]
    [InlineData("00593991234567", "57", "starts with the calling code 593, but CountryCode is 57")]
    [InlineData("+2101234567", null, "does not start with a valid calling code (ITU-T E.164)")]
    [InlineData("+0571234567", null, "does not start with a valid calling code (ITU-T E.164)")]
    [InlineData("+", null, "does not start with a valid calling code (ITU-T E.164)")]
    [InlineData("+57", null, "does not start with a valid calling code (ITU-T E.164)")]
    [InlineData("+57 30012345678901", null, "has 14 digits after the calling code, but Colombian numbers have 10")]
    [InlineData("300123456", "57", "has 9 digits after the calling code, but Colombian numbers have 10")]
    [InlineData("30012345678", "57", "has 11 digits after the calling code, but Colombian numbers have 10")]
    [InlineData("57300123456", "57", "has 11 digits after the calling code, but Colombian numbers have 10")]
    [InlineData("01 8000 123456", "57", "has 11 digits after the calling code, but Colombian numbers have 10")]
    [InlineData("2345678", "57", "has 7 digits. Colombian landlines have 10 digits since 2021 (60, area, 7 digits): (1) 234 5678 is now 601 234 5678")]
    [InlineData("(1) 2345678", "CO", "has 8 digits. Colombian landlines have 10 digits since 2021 (60, area, 7 digits): (1) 234 5678 is now 601 234 5678")]
    [InlineData("+57 1 234 5678", null, "has 8 digits. Colombian landlines have 10 digits since 2021 (60, area, 7 digits): (1) 234 5678 is now 601 234 5678")]
    [InlineData("1234567890", "57", "is not a valid number for the calling code 57. If its number range is new, use -PhoneCheck Possible (--phone-check possible) to accept it")]
    [InlineData("+1 555 000 0000", null, "is not a valid number for the calling code 1. If its number range is new, use -PhoneCheck Possible (--phone-check possible) to accept it")]
    [InlineData("310-555-012", "US", "is too short: 9 digits are not enough for the calling code 1")]
    [InlineData("555-0100", "US", "is too short: 7 digits are not enough for the calling code 1")]
    [InlineData("+1 310 555 12345", null, "is too long: 11 digits are too many for the calling code 1")]
    [InlineData("3001234567890123", null, "has 16 digits, but no telephone number has this length (ITU-T E.164)")]
    [InlineData("-", null, "has 0 digits, but no telephone number has this length (ITU-T E.164)")]
    [InlineData("4915123456789", "DE", "can be read as two different numbers. Write it with + and the calling code")]
    [InlineData("030 901820/21", "DE", "is a valid number both with and without its last digits. If these digits are an extension, remove them. Otherwise, write the number without / and brackets")]
    [InlineData("300+1234567", "57", "is not a telephone number: it can have only digits, spaces, and + ( ) . / -")]
    [InlineData("++573001234567", null, "is not a telephone number: it can have only digits, spaces, and + ( ) . / -")]
    [InlineData("1-800-FLOWERS", "US", "is not a telephone number: it can have only digits, spaces, and + ( ) . / -")]
    [InlineData("٣٠٠١٢٣٤٥٦٧", "57", "is not a telephone number: it can have only digits, spaces, and + ( ) . / -")]
    [InlineData("5.73001E+11", null, "is in scientific notation (E+). A spreadsheet wrote it in this form, and digits are lost. Format the column as text and enter the original number again")]
    [InlineData("3,001234567E+09", "57", "is in scientific notation (E+). A spreadsheet wrote it in this form, and digits are lost. Format the column as text and enter the original number again")]
    public void A_text_that_is_not_a_telephone_number_is_refused(string text, string? country, string problem)
    {
        var reading = Read(text, country);

        Assert.Equal((problem, null), (reading.Problem, reading.Number));
    }

    // Each is a national number of one country and, with a plus, a number of another.
    [Theory]
    [InlineData("3001234567")]
    [InlineData("2015550123")] // United States, and Egypt
    [InlineData("13123456789")] // China, and United States
    [InlineData("51987654321")] // Brazil, and Peru
    [InlineData("358154123456")] // Argentina with its mobile prefix 15, and Finland
    [InlineData("011 4876 5432")]
    [InlineData("0300 123 4567")]
    public void A_number_without_a_country_and_a_plus_is_not_guessed(string text)
    {
        var reading = Read(text);

        Assert.Equal((null, null), (reading.Number, reading.Problem));
    }

    [Theory]
    [InlineData("+57 999 123 4567", null, "+579991234567")]
    [InlineData("999 123 4567", "57", "+579991234567")]
    [InlineData("+57 999 123 456", null, null)]
    [InlineData("+57 1 234 5678", null, null)]
    [InlineData("+1 555 000 0000", null, "+15550000000")]
    [InlineData("555-0100", "US", null)]
    [InlineData("300 123 4567", "57", "+573001234567")]
    [InlineData("030 901820/21", "DE", null)]
    [InlineData("3001234567", null, null)]
    public void A_number_in_an_unknown_range_is_accepted_if_only_the_length_is_checked(string text, string? country, string? e164) =>
        Assert.Equal(e164, Read(text, country, isLenient: true).Number?.E164);

    [Theory]
    [InlineData("2345678", "1", true, "is a Colombian number, but CountryCode 1 is the United States and Canada. Set CountryCode to 57 instead of the old area code, and write a landline with its 10 digits (60, area, 7 digits)")]
    [InlineData("601 234 5678", "1", false, "is a Colombian number, but CountryCode 1 is the United States and Canada. Set CountryCode to 57 instead of the old area code, and write a landline with its 10 digits (60, area, 7 digits)")]
    [InlineData("310 555 1234", "1", true, "is a Colombian number, but CountryCode 1 is the United States and Canada. Set CountryCode to 57 instead of the old area code, and write a landline with its 10 digits (60, area, 7 digits)")]
    [InlineData("301 765 4321", "7", true, "is a Colombian number, but CountryCode 7 is Russia and Kazakhstan. Set CountryCode to 57 instead of the old area code, and write a landline with its 10 digits (60, area, 7 digits)")]
    [InlineData("310 555 1234", "1", false, null)] // a person in Colombia may have an American mobile number
    [InlineData("+1 310 555 1234", "1", true, null)]
    [InlineData("(202) 555-0143", "1", true, null)]
    public void An_old_area_code_is_not_read_as_a_calling_code(string text, string code, bool hasPapers, string? problem)
    {
        var context = new PhoneContext(code, null) { IsColombian = hasPapers, IsInColombia = true };

        Assert.Equal(problem, PhoneReading.Of(text, context).Problem);
    }

    private static PhoneReading Read(string text, string? country = null, bool isLenient = false)
    {
        var isCode = country is not null && char.IsAsciiDigit(country[0]);
        return PhoneReading.Of(text, new PhoneContext(isCode ? country : null, isCode ? null : country) { IsLenient = isLenient });
    }
}
