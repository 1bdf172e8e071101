using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class FieldCheckTests
{
    [Theory]
    [InlineData("ana@example.co")]
    [InlineData("Ana.Ruiz+pagos@sub.example.com.co")]
    [InlineData("o'brien@example.ie")]
    public void A_valid_email_address_is_sent_unchanged(string address) => Assert.Equal(address, Rows.Sent(Email, address));

    [Theory]
    [InlineData("ana", "a***")]
    [InlineData("@example.co", "@***")]
    [InlineData("ana@", "a***")]
    [InlineData("ana@example", "a***")]
    [InlineData("ana@@example.co", "a***@***.co")]
    [InlineData("ana@example@example.co", "a***@***.co")]
    [InlineData("ana ruiz@example.co", "a***@***.co")]
    [InlineData("ana@example..co", "a***@***.co")]
    [InlineData("ana@.co", "a***@***.co")]
    [InlineData("ana@example.", "a***@***.")]
    [InlineData(".ana@example.co", ".***@***.co")]
    [InlineData("ana..ruiz@example.co", "a***@***.co")]
    [InlineData("ana@-example.co", "a***@***.co")]
    [InlineData("ana@example-.co", "a***@***.co")]
    [InlineData("ana@exa_mple.co", "a***@***.co")]
    [InlineData("ana@example.c", "a***@***.c")]
    [InlineData("ana@10.0.0.1", "a***@***.1")]
    public void An_invalid_email_address_is_refused_and_not_shown(string address, string masked) =>
        Assert.Equal($"Email '{masked}' is not an e-mail address", Rows.Refusal(Email, address));

    [Fact]
    public void The_domain_of_an_email_address_is_sent_in_its_ASCII_form() =>
        Assert.Equal("ana@correo.xn--caf-dma.co", Rows.Sent(Email, "ana@correo.café.co"));

    [Fact]
    public void An_email_address_with_accents_before_the_at_sign_is_refused() =>
        Assert.Equal(
            "Email 'j***@***.co' has a letter before the @ that almost no mail system supports. Write e-mail addresses without accents",
            Rows.Refusal(Email, "josé@correo.café.co"));

    [Theory]
    [InlineData("Pe?a", "contains '?' instead of a letter, because the program that wrote the file lost it or the file was read in the wrong encoding. Export the file again in UTF-8")]
    [InlineData("<b>Peña</b>", "contains HTML, or an e-mail address in angle brackets")]
    [InlineData("Ana<br>Peña", "contains HTML, or an e-mail address in angle brackets")]
    [InlineData("Ana Peña <ana@example.com>", "contains HTML, or an e-mail address in angle brackets")]
    public void A_name_with_characters_that_a_program_replaced_is_refused(string name, string problem) =>
        Assert.EndsWith(problem, Rows.Refusal(LastName, name), StringComparison.Ordinal);

    [Theory]
    [InlineData("¿Quién? Ltda")]
    [InlineData("A < B > C")]
    public void A_name_may_contain_unusual_marks(string name) => Assert.Equal(name, Rows.Sent(LastName, name));

    [Theory]
    [InlineData("(+57)", "57")]
    [InlineData("[57]", "57")]
    [InlineData("CO +57", "57")]
    [InlineData("Colombia (+57)", "CO")]
    [InlineData("+1 (809)", "1")]
    public void A_calling_code_is_read_with_any_marks_around_it(string text, string read)
    {
        Assert.Equal(read, FieldCatalog.Rule(CountryCode).Check(text, out var problem));
        Assert.Null(problem);
    }

    [Fact]
    public void An_email_address_that_is_too_long_is_refused() =>
        Assert.EndsWith("is not an e-mail address", Rows.Refusal(Email, new string('a', 240) + "@example.com.co"), StringComparison.Ordinal);

    [Theory]
    [InlineData("3c90c3cc-0d44-4b50-8888-8dd25736052a")]
    [InlineData("3C90C3CC-0D44-4B50-8888-8DD25736052A")]
    public void A_uuid_is_sent_in_lower_case(string uuid) =>
        Assert.Equal("3c90c3cc-0d44-4b50-8888-8dd25736052a", Rows.Sent(UserId, uuid));

    [Theory]
    [InlineData("3c90c3cc0d444b5088888dd25736052a")]
    [InlineData("{3c90c3cc-0d44-4b50-8888-8dd25736052a}")]
    [InlineData("3c90c3cc-0d44-4b50-8888-8dd25736052")]
    [InlineData("4711")]
    public void A_text_that_is_not_a_uuid_is_refused(string text) => Assert.Equal($"UserId '{text}' is not a UUID", Rows.Refusal(UserId, text));

    [Theory]
    [InlineData("1990-01-31")]
    [InlineData("1990/01/31")]
    [InlineData("19900131")]
    [InlineData("1990-01-31T00:00:00")]
    [InlineData("1990-01-31 23:59:59")]
    public void A_date_is_sent_as_year_month_and_day(string date) => Assert.Equal("1990-01-31", Rows.Sent(BirthDate, date));

    [Fact]
    public void The_29th_of_February_of_a_leap_year_is_accepted() => Assert.Equal("2000-02-29", Rows.Sent(BirthDate, "2000-02-29"));

    [Theory]
    [InlineData("1990-02-30")]
    [InlineData("1900-02-29")]
    [InlineData("1990-13-01")]
    [InlineData("1990-1-31")]
    [InlineData("yesterday")]
    public void An_invalid_or_ambiguous_date_is_refused_and_not_shown(string date) =>
        Assert.Equal("BirthDate '***' is not a date in the format YYYY-MM-DD", Rows.Refusal(BirthDate, date));

    [Theory]
    [InlineData("true", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("1", "true")]
    [InlineData("yes", "true")]
    [InlineData("Y", "true")]
    [InlineData("sí", "true")]
    [InlineData("SÍ", "true")]
    [InlineData("si", "true")]
    [InlineData("S", "true")]
    [InlineData("Verdadero", "true")]
    [InlineData("false", "false")]
    [InlineData("False", "false")]
    [InlineData("0", "false")]
    [InlineData("no", "false")]
    [InlineData("N", "false")]
    [InlineData("FALSO", "false")]
    public void A_boolean_is_read_in_English_and_Spanish(string word, string sent) =>
        Assert.Equal(sent, Rows.Sent(EnableNotifications, word));

    [Theory]
    [InlineData("maybe")]
    [InlineData("2")]
    public void A_word_that_is_neither_true_nor_false_is_refused(string word) =>
        Assert.Equal($"EnableNotifications '{word}' is not true or false", Rows.Refusal(EnableNotifications, word));

    [Theory]
    [InlineData("natural", "natural")]
    [InlineData("Natural", "natural")]
    public void A_customer_type_may_have_any_case(string type, string sent) => Assert.Equal(sent, Rows.Sent(CustomerType, type));

    [Theory]
    [InlineData("cc", "CC")]
    [InlineData("C.C.", "CC")]
    [InlineData("ce", "CE")]
    [InlineData("Passport", "PASSPORT")]
    public void A_document_type_may_have_any_case_and_dots(string type, string sent) =>
        Assert.Equal(sent, Rows.Sent(DocumentType, type));

    [Theory]
    [InlineData("persona", "natural")]
    [InlineData("Persona Natural", "natural")]
    [InlineData("NATURAL", "natural")]
    [InlineData("Empresa", "company")]
    [InlineData("jurídica", "company")]
    [InlineData("JURIDICA", "company")]
    [InlineData("Persona jurídica", "company")]
    public void A_customer_type_is_read_in_Spanish(string type, string sent)
    {
        var document = sent == "company" ? "NIT" : "CC";
        Assert.Equal(sent, Rows.PrepareLeast("OnePay", ("CustomerType", type), ("DocumentType", document)).Values[(int)CustomerType]);
    }

    [Theory]
    [InlineData("cédula", "CC")]
    [InlineData("CEDULA", "CC")]
    [InlineData("Cédula de ciudadanía", "CC")]
    [InlineData("cedula de ciudadania", "CC")]
    [InlineData("CÉDULA DE EXTRANJERÍA", "CE")]
    [InlineData("Ce\u0301dula de extranjeri\u0301a", "CE")]
    [InlineData("Pasaporte", "PASSPORT")]
    public void A_document_type_is_read_in_Spanish(string type, string sent) => Assert.Equal(sent, Rows.Sent(DocumentType, type));

    [Fact]
    public void The_error_for_an_unknown_word_names_the_allowed_words()
    {
        Assert.Equal("CustomerType 'somebody' is not one of natural, company", Rows.Refusal(CustomerType, "somebody"));
        Assert.Equal("DocumentType 'RUT' is not one of CC, CE, NIT, PASSPORT", Rows.Refusal(DocumentType, "RUT"));
    }

    [Theory]
    [InlineData("order-2026/07:0001")]
    [InlineData("!~")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_key_of_printable_ascii_characters_is_accepted(string key) => Assert.Equal(key, Rows.Sent(IdempotencyKey, key));

    [Theory]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", "0123456789012345678901234567890123456789…")]
    [InlineData("two words", "two words")]
    [InlineData("clave-ñ", "clave-ñ")]
    public void Any_other_key_is_refused(string key, string shown) =>
        Assert.Equal($"IdempotencyKey '{shown}' is not a valid idempotency key. Use at most 64 printable ASCII characters without spaces", Rows.Refusal(IdempotencyKey, key));
}
