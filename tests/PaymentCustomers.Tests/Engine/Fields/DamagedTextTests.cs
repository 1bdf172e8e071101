using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

/// <summary>Tests of texts that a program damaged, or that stand for a missing value.</summary>
public sealed class DamagedTextTests
{
    // What Muñoz, José, García, López, Jesús and Ñíguez become when DOS, Mac and Windows code pages are confused.
    [Theory]
    [InlineData("Mu├▒oz", "├")]
    [InlineData("Mu√±oz", "√")]
    [InlineData("Mu±oz", "±")]
    [InlineData("Mu¤oz", "¤")]
    [InlineData("Mu□oz", "□")]
    [InlineData("Mu??oz", "?")]
    [InlineData("Jos?", "?")]
    [InlineData("?lvaro", "?")]
    [InlineData("Mu~oz", "~")]
    [InlineData("Mu#oz", "#")]
    [InlineData("Jos‚", "‚")]
    [InlineData("Garc¡a", "¡")]
    [InlineData("L¢pez", "¢")]
    [InlineData("L—pez", "—")]
    [InlineData("L¾pez", "¾")]
    [InlineData("Jes£s", "£")]
    [InlineData("Mu–oz", "–")]
    [InlineData("JosÚ Ruiz", "Ú")]
    [InlineData("JosŽ", "Ž")]
    [InlineData("GarcÝa", "Ý")]
    [InlineData(@"Mu\u00f1oz", @"\u00f1")]
    [InlineData(@"O\'Brien", @"\'")]
    [InlineData("Mu=C3=B1oz", "=C3=B1")]
    [InlineData("Mu%C3%B1oz", "%C3%B1")]
    public void A_name_with_a_lost_letter_is_refused_with_the_mark_in_its_place(string name, string mark) =>
        Assert.EndsWith(
            $"contains '{mark}' instead of a letter, because the program that wrote the file lost it or the file was read in the wrong encoding. Export the file again in UTF-8",
            Rows.Refusal(LastName, name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Medell?n")]
    [InlineData("Medell├¡n")]
    [InlineData("Bogot\u00C3\u00A1")]
    [InlineData("MedellÃ\u00ADn")]
    public void A_damaged_city_is_refused(string city) => Assert.StartsWith("City", Assert.Single(Rows.Problems(Address(city))), StringComparison.Ordinal);

    [Theory]
    [InlineData("O'Brien")]
    [InlineData("Pérez–Gómez")]
    [InlineData("D´Angelo")]
    [InlineData("MacÁdhaimh")]
    [InlineData("JOSÉ")]
    [InlineData("Paral·lel")]
    [InlineData("Ana (Anita)")]
    [InlineData("Ana \"La Negra\" Ruiz")]
    [InlineData("Ana & Luis")]
    public void A_name_with_marks_of_its_own_is_sent_unchanged(string name) => Assert.Equal(name, Rows.Sent(LastName, name));

    [Theory]
    [InlineData("4-72")]
    [InlineData("¿Qué tal?")]
    [InlineData("E*Trade")]
    [InlineData("Who's Next?")]
    [InlineData("100% Natural")]
    [InlineData("Arte—Diseño")]
    [InlineData("4×4 Motors")]
    public void The_name_of_a_company_may_have_marks_that_no_person_has(string name) =>
        Assert.Contains($"\"business_name\":\"{name}\"", Rows.Body(Rows.Prepare("Dots", ("BusinessName", name))), StringComparison.Ordinal);

    [Theory]
    [InlineData("“Ana”")]
    [InlineData("\"Ana\"")]
    [InlineData("'Ana'")]
    public void Quotation_marks_around_a_name_are_removed(string name) => Assert.Equal("Ana", Rows.Sent(FirstName, name));

    [Theory]
    [InlineData("123", "has no letters, so it is not a name")]
    [InlineData("*", "has no letters, so it is not a name")]
    [InlineData("\" \"", "has no letters, so it is not a name")]
    [InlineData("#1001", "has no letters, so it is not a name")]
    [InlineData("No registra", "says that there is no name. Leave the cell empty if the name is not known")]
    [InlineData("SIN INFORMACIÓN", "says that there is no name. Leave the cell empty if the name is not known")]
    [InlineData("\u0410na", "has Latin letters and letters of another alphabet that look the same in one word. Type it again")]
    public void A_text_that_is_not_a_name_is_refused(string name, string problem) => Assert.EndsWith(problem, Rows.Refusal(FirstName, name), StringComparison.Ordinal);

    [Fact]
    public void An_email_address_with_letters_of_another_alphabet_is_refused() =>
        Assert.EndsWith("has Latin letters and letters of another alphabet that look the same in one word. Type it again", Rows.Refusal(Email, "ana@ex\u0430mple.com"), StringComparison.Ordinal);

    [Theory]
    [InlineData(City, "System.Object[]")]
    [InlineData(AddressLine1, "@{Street=Calle 5; City=Cali}")]
    [InlineData(FirstName, "[object Object]")]
    [InlineData(FirstName, "System.Security.SecureString")]
    [InlineData(LastName, "System.Collections.Hashtable")]
    public void What_a_program_writes_for_an_object_is_refused(CustomerField field, string text)
    {
        var problem = Assert.Single(Rows.Prepare("Dots", Rows.Least("Dots", [.. AddressCells("Cali").Where(cell => cell.Column != field.ToString()), (field.ToString(), text)])).Problems);

        Assert.Equal(field.ToString(), problem.Field);
        Assert.EndsWith("is what a program writes for an object instead of its content. Export the values of the object in columns of their own", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_in_a_column_of_metadata_is_refused() =>
        Assert.Equal(
            ["The column 'metadata.x' is what a program writes for an object instead of its content. Export the values of the object in columns of their own"],
            Rows.Problems(Rows.PrepareLeast("Dots", ("metadata.x", "System.Object[]"))));

    [Fact]
    public void An_error_of_a_spreadsheet_in_a_column_of_metadata_is_refused() =>
        Assert.Equal(
            ["The column 'metadata.x' is the error that a spreadsheet shows when it cannot calculate a value"],
            Rows.Problems(Rows.PrepareLeast("Dots", ("metadata.x", "#REF!"))));

    [Theory]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData(".")]
    [InlineData("—")]
    public void A_dash_means_not_given(string dash)
    {
        Assert.Contains("\"line_1\":\"Calle 5\"}", Rows.Body(Address("Cali", ("AddressLine2", dash))), StringComparison.Ordinal);
        Assert.Equal(["LastName is missing: OnePay requires it"], Rows.Problems(Rows.PrepareLeast("OnePay", ("LastName", dash))));
        Assert.Contains("\"business_name\":\"Frutas\"", Rows.Body(Rows.Prepare("Dots", ("Razón social", "Frutas"), ("Nombres", dash), ("Apellidos", dash))), StringComparison.Ordinal);
        Assert.True(Rows.Read("Dots", ("FirstName", dash), ("LastName", dash)).IsBlank);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("[ ]")]
    public void A_mark_for_none_does_not_mean_that_notifications_are_sent(string text) =>
        Assert.EndsWith("is not true or false", Rows.Refusal(EnableNotifications, text), StringComparison.Ordinal);

    [Fact]
    public void A_dash_in_metadata_is_sent() => Assert.Contains("\"x\":\"-\"", Rows.Body(Rows.PrepareLeast("Dots", ("metadata.x", "-"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("CO", "50021")]
    [InlineData("CO", "76.001")]
    [InlineData("CO", "760001.0")]
    [InlineData("CO", "760.001")]
    [InlineData("US", "2110-1234")]
    [InlineData("US", "21101234")]
    public void A_postal_code_that_a_spreadsheet_changed_is_refused(string country, string code) =>
        Assert.Contains("A spreadsheet removes zeros at the beginning of a number, and adds dots and commas", Assert.Single(Rows.Problems(PostalCode(country, code))), StringComparison.Ordinal);

    [Theory]
    [InlineData("CO", "050021")]
    [InlineData("US", "02110-1234")]
    [InlineData("US", "021101234")]
    [InlineData("BR", "01.310-100")]
    [InlineData("JP", "100-0001")]
    [InlineData("GB", "SW1A 1AA")]
    [InlineData("PE", "LIMA 27")]
    public void A_postal_code_is_sent_as_it_is_written(string country, string code) =>
        Assert.Contains($"\"postcode\":\"{code}\"", Rows.Body(PostalCode(country, code)), StringComparison.Ordinal);

    [Theory]
    [InlineData("CE", "\u0410\u0412123456")]
    [InlineData("PASSPORT", "AÑ123456")]
    [InlineData("PASSPORT", "\uFF11\uFF12\uFF13456")]
    public void The_number_of_a_document_has_only_letters_that_documents_have(string kind, string number) =>
        Assert.EndsWith(
            $"is not the number of a {kind}: the number can have only the letters A to Z, digits, spaces, and . - /",
            Assert.Single(Rows.Problems(Rows.PrepareLeast("OnePay", ("DocumentType", kind), ("DocumentNumber", number)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("CC", "000")]
    [InlineData("CC", "0.000.000")]
    [InlineData("CE", "00000")]
    public void A_document_number_of_zeros_is_refused(string kind, string number) =>
        Assert.EndsWith(
            "has only zeros, so it is not the number of a document",
            Assert.Single(Rows.Problems(Rows.PrepareLeast("OnePay", ("DocumentType", kind), ("DocumentNumber", number)))), StringComparison.Ordinal);

    [Fact]
    public void An_empty_list_is_metadata_without_members()
    {
        Assert.DoesNotContain("plan", Rows.Body(Rows.PrepareLeast("Dots", ("meta_data", "[]"))), StringComparison.Ordinal);
        Assert.Equal(["Metadata '***' is not a JSON object"], Rows.Problems(Rows.PrepareLeast("Dots", ("meta_data", "[1]"))));
    }

    private static PaymentCustomers.Engine.Rows.PreparedDraft PostalCode(string country, string code) =>
        Rows.PrepareLeast("Dots", [.. AddressCells("Cali").Where(cell => cell.Column is not ("Postcode" or "Country")), ("Postcode", code), ("Country", country)]);

    private static PaymentCustomers.Engine.Rows.PreparedDraft Address(string city, params (string Column, string? Value)[] cells) =>
        Rows.PrepareLeast("Dots", [.. AddressCells(city), .. cells]);

    private static (string Column, string? Value)[] AddressCells(string city) =>
        [("AddressLine1", "Calle 5"), ("City", city), ("State", "Valle"), ("Postcode", "760001"), ("Country", "CO")];
}
