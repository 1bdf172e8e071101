using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Reference;
using PaymentCustomers.Engine.Text;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("ana@example.com\u200B", "ana@example.com")]
    [InlineData("\uFEFFeva", "eva")]
    [InlineData("exam\u00ADple", "example")]
    [InlineData("Sol\u200E", "Sol")]
    [InlineData("a\u2060b\u202Ec", "abc")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("Ana\u00A0Ruiz", "Ana Ruiz")]
    [InlineData("1\u202F060", "1 060")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("=\"02110\"", "02110")]
    [InlineData("=\"say \"\"hi\"\"\"", "say \"hi\"")]
    [InlineData("'+573001112233", "+573001112233")]
    [InlineData("'760042", "760042")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("Frutas &amp; C&iacute;a", "Frutas & Cía")]
    [InlineData("Frutas &amp;amp; Co", "Frutas & Co")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("Null", "Null")]
    [InlineData("NULL", null)]
    [InlineData("\\N", null)]
    [InlineData("nan", null)]
    [InlineData("#N/A", null)]
    [InlineData(" \u00A0 ", null)]
    public void Invisible_characters_and_placeholders_are_removed_from_a_cell(string cell, string? text) => Assert.Equal(text, CellText.Clean(cell));

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#VALUE!")]
    [InlineData("#¡VALOR!")]
    [InlineData("#NAME?")]
    [InlineData("########")]
    public void The_error_value_of_a_spreadsheet_is_refused(string cell) =>
        Assert.EndsWith("is the error that a spreadsheet shows when it cannot calculate a value", Rows.Refusal(RelatedTo, cell), StringComparison.Ordinal);

    [Theory]
    [InlineData(Phone, "5.73E+11")]
    [InlineData(Phone, "5,73001E+11")]
    [InlineData(DocumentNumber, "1.0605E+09")]
    public void A_number_in_scientific_notation_is_refused_with_an_explanation(CustomerField field, string cell) =>
        Assert.Contains("A spreadsheet wrote it in this form, and the last digits are lost", Rows.Refusal(field, cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ana Ruiz <ana@example.com>")]
    [InlineData("Ruiz, Ana (ana@example.com)")]
    [InlineData("<ana@example.com>")]
    [InlineData("mailto:ana@example.com")]
    [InlineData("<mailto:ana@example.com>")]
    [InlineData("ana@example.com;")]
    [InlineData("ana@example.com,")]
    [InlineData("\"ana@example.com\"")]
    [InlineData("ana@example.com>")]
    [InlineData("'ana@example.com'")]
    [InlineData("ana@example.com|")]
    public void An_email_address_is_extracted_from_the_text_around_it(string cell) => Assert.Equal("ana@example.com", Rows.Sent(Email, cell));

    [Theory]
    [InlineData("ana@example.com; eva@example.com")]
    [InlineData("ana@example.com ::: eva@example.com")]
    [InlineData("Ana <ana@example.com>, Eva <eva@example.com>")]
    public void A_cell_with_two_email_addresses_is_refused(string cell) =>
        Assert.EndsWith("contains several e-mail addresses. Keep only one", Rows.Refusal(Email, cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("ana@example.com Calle 5")]
    [InlineData("ana@exam,ple.com")]
    [InlineData("ana@example.com(2)")]
    public void A_cell_without_a_distinct_email_address_is_refused(string cell) =>
        Assert.EndsWith("is not an e-mail address", Rows.Refusal(Email, cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("1990-01-31T00:00:00Z")]
    [InlineData("1990-01-31T00:00:00.000Z")]
    [InlineData("1990-01-31 00:00:00.000")]
    [InlineData("1990-01-31 00:00")]
    [InlineData("1990-01-31T00:00:00+00:00")]
    [InlineData("1990-01-31 00:00:00-05")]
    public void A_date_with_a_time_that_cannot_change_its_day_is_accepted(string cell) => Assert.Equal("1990-01-31", Rows.Sent(BirthDate, cell));

    [Theory]
    [InlineData("1990-01-31T23:00:00Z", "so the day depends on where it is read")]
    [InlineData("32904", "is the serial number that a spreadsheet such as Excel uses for a date")]
    [InlineData("32904.5", "is the serial number that a spreadsheet such as Excel uses for a date")]
    [InlineData("31/01/1990", "-DateFormat")]
    [InlineData("01-31-1990", "-DateFormat")]
    [InlineData("0001-01-01", "is before 1900")]
    [InlineData("1899-12-31", "is before 1900")]
    [InlineData("9999-12-31", "is in the future")]
    [InlineData("2090-01-31", "is in the future")]
    public void Any_other_date_is_refused_with_the_reason(string cell, string reason) =>
        Assert.Contains(reason, Rows.Refusal(BirthDate, cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("dd/MM/yyyy", "31/01/1990", "1990-01-31")]
    [InlineData("dd/MM/yyyy", "1/2/1990", "1990-02-01")]
    [InlineData("dd/MM/yyyy", "1990-01-31", "1990-01-31")]
    [InlineData("M/d/yyyy", "2/1/1990", "1990-02-01")]
    [InlineData("dd/MM/yy", "31/01/45", "1945-01-31")]
    [InlineData("dd/MM/yy", "31/01/05", "2005-01-31")]
    public void The_date_format_can_be_specified(string format, string cell, string sent)
    {
        Assert.True(BirthDates.IsFormat(format));
        Assert.Equal(sent, new BirthDates(format, new DateOnly(2026, 7, 1)).Read(cell, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("dd/MM")]
    [InlineData("nonsense")]
    [InlineData("dd/mm/yyyy")]
    [InlineData("")]
    public void A_date_format_without_day_month_or_year_is_invalid(string format) => Assert.False(BirthDates.IsFormat(format));

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("EE. UU.", "US")]
    [InlineData("Estados Unidos", "US")]
    [InlineData("United States of America", "US")]
    [InlineData("ESPAÑA", "ES")]
    [InlineData("espana", "ES")]
    [InlineData("Países Bajos", "NL")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("COL", "CO")]
    [InlineData("México", "MX")]
    public void A_country_is_recognized_by_its_common_names(string name, string code) => Assert.Equal(code, Rows.Sent(Nationality, name));

    [Fact]
    public void Every_country_is_recognized_by_its_English_name() =>
        Assert.All(Countries.All, country => Assert.Equal(country.Code, CountryNames.Find(country.Name)?.Code));

    [Theory]
    [InlineData("t", "true")]
    [InlineData("1.0", "true")]
    [InlineData("-1", "true")]
    [InlineData("on", "true")]
    [InlineData("V", "true")]
    [InlineData("f", "false")]
    [InlineData("0.0", "false")]
    [InlineData("OFF", "false")]
    public void A_boolean_is_read_in_the_forms_of_databases(string cell, string sent) => Assert.Equal(sent, Rows.Sent(EnableNotifications, cell));

    [Theory]
    [InlineData("13", "CC")]
    [InlineData("22", "CE")]
    [InlineData("41", "PASSPORT")]
    [InlineData("Cédula de Ciudadanía (CC)", "CC")]
    [InlineData("CC - Cédula de ciudadanía", "CC")]
    [InlineData("13-Cédula de ciudadanía", "CC")]
    [InlineData("Cédula  de ciudadanía", "CC")]
    [InlineData("Cédula ciudadanía", "CC")]
    [InlineData("PA", "PASSPORT")]
    public void A_document_type_is_read_from_its_code_or_label(string cell, string sent) => Assert.Equal(sent, Rows.Sent(DocumentType, cell));

    [Theory]
    [InlineData("31", "NIT")]
    [InlineData("NIT (31)", "NIT")]
    public void The_document_type_of_a_company_is_read_from_its_code_or_label(string cell, string kind) => Assert.Equal(kind, DocumentKinds.Find(cell));

    [Theory]
    [InlineData("12", "Tarjeta de identidad")]
    [InlineData("PPT", "PPT")]
    public void The_error_for_a_document_type_that_OnePay_does_not_accept_names_it(string cell, string name) =>
        Assert.Equal($"DocumentType '{cell}' means '{name}', which is not one of CC, CE, NIT, PASSPORT", Rows.Refusal(DocumentType, cell));

    [Theory]
    [InlineData("CC", "1")]
    [InlineData("CC", "10605003331060500333106050033310605003")]
    public void A_document_number_that_is_too_short_or_too_long_is_refused(string kind, string number) =>
        Assert.StartsWith("DocumentNumber", Assert.Single(Rows.Problems(Rows.PrepareLeast("OnePay", ("DocumentType", kind), ("DocumentNumber", number)))), StringComparison.Ordinal);

    [Fact]
    public void An_address_of_several_lines_is_joined_into_one() =>
        Assert.Contains("\"line_1\":\"12 Elm St, Apt 4B\"", Rows.Body(Rows.PrepareLeast(
            "Dots", ("AddressLine1", "12 Elm St\nApt 4B"), ("City", "Boston"), ("State", "MA"), ("Postcode", "02110"), ("Country", "US"))), StringComparison.Ordinal);

    [Fact]
    public void A_problem_names_the_column_of_the_users_file() =>
        Assert.Equal(
            ["Email 'n***' is not an e-mail address (column 'Correo')"],
            Rows.Problems(Rows.Prepare("OnePay", [.. Rows.OnePayPerson.Where(cell => cell.Column != "Email"), ("Correo", "nobody")])));
}
