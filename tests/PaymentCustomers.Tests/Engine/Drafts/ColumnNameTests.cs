using PaymentCustomers.Tests.Engine.Support;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Drafts;

public sealed class ColumnNameTests
{
    // Copied from design.md, "New-PaymentCustomer", and from spreadsheets; not from the catalog.
    public static TheoryData<CustomerField, string[]> Names => new()
    {
        { FirstName, ["FirstName", "first_name", "GivenName", "First Name", "first-name", "FIRSTNAME", " First  Name ", "Given Name", "Nombre", "NOMBRES", "Primer nombre", "primer_nombre"] },
        { MiddleName, ["MiddleName", "middle_name", "Middle Name", "Segundo nombre", "segundo-nombre"] },
        { LastName, ["LastName", "last_name", "Surname", "Last Name", "SURNAME", "Apellido", "apellidos"] },
        { BusinessName, ["BusinessName", "business_name", "Company", "CompanyName", "Company Name", "Business-Name", "Razón social", "razon_social", "RAZON SOCIAL", "RAZÓN SOCIAL", "Razo\u0301n social", "Empresa"] },
        { Email, ["Email", "email_address", "EmailAddress", "Mail", "E-mail", "e-Mail Address", "EMAIL", "e mail", "Correo", "Correo electrónico", "correo_electronico", "Correo-Electronico"] },
        { Phone, ["Phone", "phone_number", "PhoneNumber", "Mobile", "Phone Number", "phone-number", "Teléfono", "telefono", "TELÉFONO", "Celular", "Móvil", "movil"] },
        { CountryCode, ["CountryCode", "country_code", "CallingCode", "Country Code", "Calling Code", "Indicativo"] },
        { UserId, ["UserId", "user_id", "User ID"] },
        { CustomerType, ["CustomerType", "user_type", "UserType", "Customer Type", "Tipo de cliente", "tipo_de_persona"] },
        { DocumentType, ["DocumentType", "document_type", "Document Type", "Tipo de documento", "tipo_documento", "Tipo documento"] },
        { DocumentNumber, ["DocumentNumber", "document_number", "Document", "Document Number", "Número de documento", "numero_de_documento", "No. documento", "Documento", "Cédula", "cedula"] },
        { EnableNotifications, ["EnableNotifications", "enable_notifications", "Enable Notifications", "Notificaciones"] },
        { Nationality, ["Nationality", "NATIONALITY", "Nacionalidad"] },
        { BirthDate, ["BirthDate", "birthdate", "date_of_birth", "DateOfBirth", "Date of Birth", "Birth Date", "Fecha de nacimiento", "fecha_de_nacimiento"] },
        { RelatedTo, ["RelatedTo", "related_to", "Related To"] },
        { Country, ["Country", "address.country", "País", "pais"] },
        { City, ["City", "address.city", "Ciudad"] },
        { State, ["State", "address.state", "Departamento"] },
        { Postcode, ["Postcode", "postal_code", "zip", "Zip Code", "ZIP", "Postal Code", "Post Code", "address.postcode", "Código postal", "codigo_postal"] },
        { AddressLine1, ["AddressLine1", "line_1", "address.line_1", "Address Line 1", "Line 1", "Dirección", "direccion"] },
        { AddressLine2, ["AddressLine2", "line_2", "address.line_2", "Address Line 2"] },
        { Metadata, ["Metadata", "metadata"] },
        { IdempotencyKey, ["IdempotencyKey", "idempotency_key", "x-idempotency", "Idempotency Key", "X-Idempotency"] },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_field_is_found_under_each_of_its_names(CustomerField field, string[] columns) =>
        Assert.All(columns, column => Assert.Equal("value", Rows.Read(Rows.ProviderWith(field), (column, " value "))[field]));

    [Fact]
    public void The_table_above_contains_every_field() =>
        Assert.Equal(Enum.GetValues<CustomerField>(), Names.Select(row => row.Data.Item1));

    [Theory]
    [InlineData("\uFEFFfirst_name")]
    [InlineData("\uFEFF\"FirstName")]
    [InlineData("\uFEFF First Name")]
    public void A_byte_order_mark_before_the_first_column_is_ignored(string column) =>
        Assert.Equal("Ana", Rows.Read("Dots", (column.Replace("\"", "", StringComparison.Ordinal), "Ana"))[FirstName]);

    [Theory]
    [InlineData("Notes")]
    [InlineData("First,Name")]
    [InlineData("FirstName2")]
    [InlineData("Observaciones")]
    [InlineData("Tipo")]
    [InlineData("Número")]
    [InlineData("metadata.")]
    [InlineData("")]
    public void Any_other_column_is_reported_as_unused_and_has_no_effect(string column)
    {
        var reader = Rows.Reader("Dots");

        var draft = reader.Read(7, null, [column], ["value"]);

        Assert.All(Enum.GetValues<CustomerField>(), field => Assert.Null(draft[field]));
        Assert.Equal([column], reader.UnusedColumns);
        Assert.False(reader.HasUsableColumn);
        Assert.Empty(draft.Problems);
    }

    [Theory]
    [InlineData("FirstName")]
    [InlineData("metadata.order")]
    public void One_known_column_is_enough_for_a_usable_file(string column)
    {
        var reader = Rows.Reader("Dots");

        reader.Read(1, null, ["Notes", "Provider", column], ["x", "Dots", ""]);

        Assert.True(reader.HasUsableColumn);
        Assert.Equal(["Notes"], reader.UnusedColumns);
    }

    [Fact]
    public void Rows_with_different_columns_are_each_read_by_their_own_columns()
    {
        var reader = Rows.Reader("Dots");

        Assert.Equal("Ana", reader.Read(1, null, ["FirstName", "LastName"], ["Ana", "Ruiz"])[FirstName]);
        Assert.Equal("Ana", reader.Read(2, null, ["LastName", "FirstName"], ["Ruiz", "Ana"])[FirstName]);
        Assert.Null(reader.Read(3, null, ["LastName"], ["Ruiz"])[FirstName]);
    }

    [Fact]
    public void A_draft_has_the_number_and_the_source_of_its_row()
    {
        var source = new object();

        var draft = Rows.Reader("Dots").Read(4711, source, ["FirstName"], ["Ana"]);

        Assert.Equal(4711, draft.Row);
        Assert.Same(source, draft.Source);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\u00A0")]
    [InlineData(null)]
    public void A_blank_cell_counts_as_missing(string? blank) =>
        Assert.Equal(
            Rows.Body(Rows.PrepareLeast("OnePay")),
            Rows.Body(Rows.PrepareLeast("OnePay", ("Nationality", blank), ("BirthDate", blank), ("EnableNotifications", blank), ("RelatedTo", blank), ("BusinessName", blank))));

    [Theory]
    [InlineData("Row")]
    [InlineData("outcome")]
    [InlineData("Id")]
    [InlineData("Name")]
    [InlineData("Created")]
    [InlineData("Updated")]
    [InlineData("FromJournal")]
    public void The_additional_columns_of_our_own_objects_are_not_reported_as_unused(string column)
    {
        var reader = Rows.Reader("Dots");
        reader.Read(1, null, [column, "first_name"], ["x", "Ana"]);

        Assert.Empty(reader.UnusedColumns);
    }
}
