using System.Text.Json;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class NameRowTests
{
    private static readonly (string Column, string? Value)[] Person =
        [("Correo", "ana@example.co"), ("Celular", "+573001234567"), ("Tipo de documento", "CC"), ("Número de documento", "1060500333")];

    private static readonly (string Column, string? Value)[] Company =
        [("Correo", "pagos@example.co"), ("Celular", "+573001234567"), ("Tipo de documento", "NIT"), ("Número de documento", "900123456-8")];

    [Theory]
    [InlineData("María", "José", "Olarte", "Paz", "María José", "Olarte Paz")]
    [InlineData("Luis", "", "Rey", "", "Luis", "Rey")]
    [InlineData("Luis", null, "Rey", "Rey", "Luis", "Rey")]
    [InlineData("Ana", "de la Luz", "de", "los Ríos", "Ana de la Luz", "de los Ríos")]
    public void The_four_names_of_a_Colombian_person_are_sent_as_OnePays_two_names(string first, string? second, string surname, string? secondSurname, string sentFirst, string sentLast) =>
        Assert.Equal((sentFirst, sentLast), Names(
            [("Primer nombre", first), ("Segundo nombre", second), ("Primer apellido", surname), ("Segundo apellido", secondSurname), .. Person]));

    [Fact]
    public void Ignoring_unsupported_fields_never_drops_a_part_of_a_name()
    {
        var draft = Rows.Preparer("OnePay", ignoreUnsupported: true).Prepare(Rows.Read("OnePay", Rows.Least("OnePay", ("MiddleName", "María"))));

        Assert.Contains("\"first_name\":\"Ana María\"", Rows.Body(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_surname_is_part_of_the_last_name_at_Dots() =>
        Assert.Contains("\"last_name\":\"Olarte Paz\"", Rows.Body(Rows.Prepare("Dots", ("Nombres", "Ana"), ("Primer apellido", "Olarte"), ("Segundo apellido", "Paz"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("Razón social", "Frutas del Sur S.A.S.", "Frutas", "del Sur S.A.S.")]
    [InlineData("Empresa", "Éxito  S.A.", "Éxito", "S.A.")]
    [InlineData("Nombre o razón social", "Frutas &amp; Cía", "Frutas", "& Cía")]
    public void The_legal_name_of_a_company_is_split_over_both_names_and_can_be_read_back(string column, string legalName, string first, string last)
    {
        Assert.Equal((first, last), Names([(column, legalName), .. Company]));
        Assert.Equal("company", Body([(column, legalName), .. Company]).GetProperty("user_type").GetString());
    }

    [Fact]
    public void A_company_without_a_document_type_gets_NIT()
    {
        var body = Body([("BusinessName", "Frutas del Sur"), ("Email", "p@example.co"), ("Phone", "+573001234567"), ("Identificación", "900123456"), ("DV", "8")]);

        Assert.Equal("NIT", body.GetProperty("document_type").GetString());
    }

    [Theory]
    [InlineData("900.123.456", "8", "900123456-8")]
    [InlineData("900123456-8", "8", "900123456-8")]
    [InlineData("9001234568", "8", "900123456-8")]
    public void The_check_digit_may_be_in_a_separate_column(string number, string digit, string sent) =>
        Assert.Equal(sent, Body([("Razón social", "Frutas del Sur"), .. Company[..3], ("NIT", number), ("Dígito de verificación", digit)]).GetProperty("document_number").GetString());

    [Fact]
    public void A_wrong_check_digit_in_a_separate_column_is_refused() =>
        Assert.Equal(
            ["DocumentNumber '***-7' is not a valid NIT: the check digit after the hyphen does not match the number (column 'NIT')"],
            Rows.Problems(Rows.Prepare("OnePay", [("Razón social", "Frutas del Sur"), .. Company[..3], ("NIT", "900123456"), ("DV", "7")])));

    [Fact]
    public void A_company_name_of_one_word_is_refused_with_advice() =>
        Assert.Equal(
            ["BusinessName has only one word, but OnePay needs two parts. Provide the legal name with its legal form, such as S.A.S., or split it into FirstName and LastName (column 'Razón social')"],
            Rows.Problems(Rows.Prepare("OnePay", [("Razón social", "Frutas"), .. Company])));

    [Theory]
    [InlineData("Dots", "Company")]
    [InlineData("OnePay", "Empresa")]
    public void The_company_of_a_person_is_not_sent_and_causes_a_warning(string provider, string column)
    {
        var draft = Rows.PrepareLeast(provider, (column, "Frutas del Sur"));

        Assert.DoesNotContain("Frutas", Rows.Body(draft), StringComparison.Ordinal);
        Assert.Equal([$"The column '{column}' was ignored in rows that also have the name of a person: the company of a person is not sent"], draft.Warnings);
    }

    [Theory]
    [InlineData("Dots", "Name")]
    [InlineData("Dots", "*ContactName")]
    [InlineData("OnePay", "Nombre completo")]
    public void A_row_with_only_a_full_name_is_refused_with_an_explanation(string provider, string column)
    {
        var problem = Assert.Single(Rows.Problems(provider == "Dots" ? Rows.Prepare("Dots", (column, "Ana Ruiz")) : Rows.Prepare("OnePay", [(column, "Ana Ruiz"), .. Person])));

        Assert.StartsWith($"The column '{column}' contains a full name", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_name_beside_its_parts_is_accepted() =>
        Assert.Equal(Rows.Body(Rows.PrepareLeast("Dots")), Rows.Body(Rows.PrepareLeast("Dots", ("Name", "Ana Ruiz"))));

    [Theory]
    [InlineData("Ana", "Ruiz Peña", "Ana", "Ruiz Peña")]
    [InlineData("Ana María Ruiz Peña", "Ruiz Peña", "Ana María", "Ruiz Peña")]
    [InlineData("ANA RUIZ", "Ruiz", "ANA", "Ruiz")]
    public void The_first_name_is_taken_from_a_full_name_beside_the_last_name(string whole, string last, string sentFirst, string sentLast) =>
        Assert.Equal((sentFirst, sentLast), Names([("Name", whole), ("Surname", last), .. Person]));

    [Fact]
    public void The_last_name_is_taken_from_a_full_name_that_begins_with_the_first_name()
    {
        Assert.Equal(("Ana María", "Ruiz Peña"), Names([("Nombre completo", "Ana María Ruiz Peña"), ("Nombres", "Ana María"), .. Person]));
        Assert.Equal(["LastName is missing: OnePay requires it"], Rows.Problems(Rows.Prepare("OnePay", [("Nombre completo", "Luis Ruiz"), ("Nombres", "Ana"), .. Person])));
    }

    [Fact]
    public void A_company_name_in_the_first_name_column_is_used_as_the_legal_name() =>
        Assert.Equal(("Frutas", "del Sur S.A.S."), Names([("Primer Nombre", "Frutas del Sur S.A.S."), ("Tipo Identificación", "Nit"), ("Identificación", "900123456-8"), ("Email", "a@example.co"), ("Phone", "+573001234567")]));

    private static (string?, string?) Names((string Column, string? Value)[] cells) =>
        (Body(cells).GetProperty("first_name").GetString(), Body(cells).GetProperty("last_name").GetString());

    private static JsonElement Body((string Column, string? Value)[] cells) => JsonDocument.Parse(Rows.Body(Rows.Prepare("OnePay", cells))).RootElement;
}
