using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Engine.Drafts;

/// <summary>Headers copied from the exports of other programs, with the field of each column and the columns that are reported as
/// unused.</summary>
public sealed class ExportHeaderTests
{
    public static TheoryData<string, string, string, string> Exports => new()
    {
        {
            "Shopify until 2023", "Dots",
            "First Name=FirstName;Last Name=LastName;Email=Email;Company=BusinessName;Address1=AddressLine1;Address2=AddressLine2;City=City;Province=State;Province Code=State;Country=Country;Country Code=CountryCode;Zip=Postcode;Phone=Phone",
            "Accepts Email Marketing;Accepts SMS Marketing;Total Spent;Total Orders;Tags;Note;Tax Exempt"
        },
        {
            "Shopify now", "Dots",
            "First Name=FirstName;Last Name=LastName;Email=Email;Default Address Company=BusinessName;Default Address Address1=AddressLine1;Default Address Address2=AddressLine2;Default Address City=City;Default Address Province Code=State;Default Address Country Code=Country;Default Address Zip=Postcode;Default Address Phone=Phone;Phone=Phone",
            "Customer ID;Accepts Email Marketing;Accepts SMS Marketing;Total Spent;Total Orders;Note;Tax Exempt;Tags"
        },
        { "Stripe", "Dots", "Email=Email;tag (metadata)=Metadata", "Description;Created (UTC);Delinquent;Plan;Status;Total Spend;Payment Count" },
        {
            "HubSpot", "Dots",
            "First Name=FirstName;Last Name=LastName;Email=Email;Phone Number=Phone;Mobile Phone Number=Phone;Company Name=BusinessName;Street Address=AddressLine1;City=City;State/Region=State;Postal Code=Postcode;Country/Region=Country",
            "Record ID;Job Title;Create Date"
        },
        {
            "Google Contacts now", "Dots",
            "First Name=FirstName;Middle Name=MiddleName;Last Name=LastName;Organization Name=BusinessName;E-mail 1 - Value=Email;E-mail 2 - Value=Email;Phone 1 - Value=Phone;Phone 2 - Value=Phone;Address 1 - Street=AddressLine1;Address 1 - City=City;Address 1 - Region=State;Address 1 - Postal Code=Postcode;Address 1 - Country=Country",
            "Phonetic First Name;Name Prefix;Name Suffix;Nickname;File As;Birthday;Notes;Labels;E-mail 1 - Label;Phone 1 - Label"
        },
        {
            "Google Contacts until 2024", "OnePay",
            "Given Name=FirstName;Additional Name=MiddleName;Family Name=LastName;Birthday=BirthDate;E-mail 1 - Value=Email;Phone 1 - Value=Phone;Organization 1 - Name=BusinessName",
            "Yomi Name;Group Membership;E-mail 1 - Type;Phone 1 - Type"
        },
        {
            "Outlook", "Dots",
            "First Name=FirstName;Middle Name=MiddleName;Last Name=LastName;Company=BusinessName;Home Street=AddressLine1;Home City=City;Home State=State;Home Postal Code=Postcode;Home Country/Region=Country;Business Street=AddressLine1;Business City=City;Business State=State;Business Postal Code=Postcode;Business Country/Region=Country;Primary Phone=Phone;Home Phone=Phone;Mobile Phone=Phone;Business Phone=Phone;E-mail Address=Email;E-mail 2 Address=Email",
            "Title;Suffix;Department;Job Title;Business Fax;E-mail Type;E-mail Display Name;Web Page;Birthday"
        },
        { "Mailchimp", "Dots", "Email Address=Email;First Name=FirstName;Last Name=LastName;Phone Number=Phone", "Address;Birthday;MEMBER_RATING;OPTIN_TIME;TAGS" },
        {
            "Xero", "Dots",
            "EmailAddress=Email;FirstName=FirstName;LastName=LastName;POAddressLine1=AddressLine1;POAddressLine2=AddressLine2;POCity=City;PORegion=State;POPostalCode=Postcode;POCountry=Country;SAAddressLine1=AddressLine1;SACity=City;PhoneNumber=Phone;MobileNumber=Phone;LegalName=BusinessName",
            "AccountNumber;FaxNumber;TaxNumber;POAttentionTo"
        },
        {
            "QuickBooks", "Dots",
            "First Name=FirstName;Last Name=LastName;Company Name=BusinessName;Main Phone=Phone;Alt. Phone=Phone;Main Email=Email;Billing Street=AddressLine1;Billing City=City;Billing State=State;Billing ZIP=Postcode;Billing Country=Country;Shipping City=City",
            "Fax;Terms;Open Balance"
        },
        {
            "Salesforce", "Dots",
            "FirstName=FirstName;LastName=LastName;Email=Email;Phone=Phone;MobilePhone=Phone;HomePhone=Phone;MailingStreet=AddressLine1;MailingCity=City;MailingState=State;MailingPostalCode=Postcode;MailingCountry=Country;MailingCountryCode=Country;Account Name=BusinessName;Mailing State/Province=State;Mailing Zip/Postal Code=Postcode",
            "Salutation;LeadSource;OwnerId"
        },
        {
            "Microsoft Graph", "Dots",
            "givenName=FirstName;surname=LastName;mail=Email;mobilePhone=Phone;businessPhones=Phone;streetAddress=AddressLine1;city=City;state=State;postalCode=Postcode;country=Country;companyName=BusinessName",
            "jobTitle;userPrincipalName;preferredLanguage"
        },
        {
            "WooCommerce", "Dots",
            "first_name=FirstName;last_name=LastName;user_email=Email;billing_first_name=FirstName;billing_last_name=LastName;billing_company=BusinessName;billing_email=Email;billing_phone=Phone;billing_address_1=AddressLine1;billing_address_2=AddressLine2;billing_city=City;billing_state=State;billing_postcode=Postcode;billing_country=Country;shipping_address_1=AddressLine1;shipping_city=City",
            "user_login;role;orders"
        },
        {
            "Siigo", "OnePay",
            "Tipo de identificación=DocumentType;Identificación=DocumentNumber;Razón social=BusinessName;Nombres del tercero=FirstName;Apellidos del tercero=LastName;Tipo de persona=CustomerType;Correo electrónico contacto principal=Email;Teléfono=Phone;Celular=Phone",
            "Código sucursal;Régimen IVA"
        },
        {
            "Alegra", "OnePay",
            "Tipo de identificación=DocumentType;Número de identificación=DocumentNumber;Primer nombre=FirstName;Segundo nombre=MiddleName;Apellidos=LastName;Correo=Email;Teléfono 1=Phone;Teléfono 2=Phone;Celular=Phone",
            "Lista de precios;Vendedor;Plazo de pago"
        },
        {
            "World Office", "OnePay",
            "Tipo Identificación=DocumentType;Identificación=DocumentNumber;Primer Nombre=FirstName;Segundo Nombre=MiddleName;Primer Apellido=LastName;Segundo Apellido=LastName;E-mail=Email;Teléfonos=Phone",
            "Propiedad Activo;Forma de pago"
        },
        {
            "Helisa", "OnePay",
            "Nit/CC=DocumentNumber;Tipo documento=DocumentType;Nombre 1=FirstName;Nombre 2=MiddleName;Apellido 1=LastName;Apellido 2=LastName;Razón Social=BusinessName;E-mail=Email",
            "Regimen;Retenedor"
        },
        {
            "DIAN", "OnePay",
            "Tipo de documento=DocumentType;Número de Identificación=DocumentNumber;No. de identificación=DocumentNumber;Nro. Documento=DocumentNumber;Primer apellido=LastName;Segundo apellido=LastName;Primer nombre=FirstName;Otros nombres=MiddleName;Razón social=BusinessName;Correo electrónico=Email;Fecha nacimiento=BirthDate",
            "Responsabilidades;CIIU"
        },
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public void Each_column_of_an_export_is_read_or_reported_as_unused(string source, string provider, string read, string told)
    {
        var columns = read.Split(';').Select(pair => (Name: pair.Split('=')[0], Field: Enum.Parse<CustomerField>(pair.Split('=')[1]))).ToList();
        string[] header = [.. columns.Select(column => column.Name), .. told.Split(';')];
        var reader = Rows.Reader(provider);

        reader.Read(1, null, header, new string?[header.Length]);

        Assert.Equal(told.Split(';'), reader.UnusedColumns);
        Assert.All(columns, column => Assert.NotNull(Rows.Read(provider, (column.Name, column.Field == CustomerField.Phone ? "+573001234567" : "value"))[column.Field]));
        Assert.NotEmpty(source);
    }

    [Theory]
    [InlineData("First Name*", "FirstName")]
    [InlineData("*Email", "Email")]
    [InlineData("Email (required)", "Email")]
    [InlineData("Teléfono: fijo o celular", "Phone")]
    [InlineData("Phone [home]", "Phone")]
    [InlineData("Fecha de nacimiento (dd/mm/aaaa)", "BirthDate")]
    [InlineData("Apellido(s)", "LastName")]
    [InlineData("N° de documento", "DocumentNumber")]
    [InlineData("\uFEFFÍndice", null)]
    [InlineData("(Email)", null)]
    [InlineData("Teléfono (acudiente)", null)]
    [InlineData("Phone [Emergency contact]", null)]
    [InlineData("Correo (anterior)", null)]
    [InlineData("Email (manager)", null)]
    [InlineData("Phone: fax", null)]
    [InlineData("Nombres (representante legal)", null)]
    [InlineData("Contacto: teléfono", null)]
    [InlineData("Contacto (correo)", null)]
    [InlineData("Empresa (teléfono)", null)]
    [InlineData("Nombre (cliente)", "FirstName")]
    [InlineData("Celular (contacto)", "Phone")]
    [InlineData("DOB (date of birth)", "BirthDate")]
    [InlineData("Identificación (CC)", "DocumentNumber")]
    public void Marks_and_notes_in_a_column_name_are_ignored(string column, string? field)
    {
        var draft = Rows.Read("OnePay", (column, "value"));

        Assert.Equal(field is null ? [] : [Enum.Parse<CustomerField>(field)], Enum.GetValues<CustomerField>().Where(known => draft[known] is not null));
    }

    [Theory]
    [InlineData("Cliente - Correo", "Email")]
    [InlineData("Cliente: Celular", "Phone")]
    [InlineData("customer.first_name", "FirstName")]
    [InlineData("Customer/Document Number", "DocumentNumber")]
    [InlineData("payer_email", "Email")]
    [InlineData("customer[email]", "Email")]
    [InlineData("customer[id]", null)]
    [InlineData("Client Last Name", "LastName")]
    [InlineData("Vendedor - Correo", null)]
    [InlineData("customer.state", null)]
    [InlineData("Customer ID", null)]
    public void A_column_may_say_that_it_is_the_customers(string column, string? field)
    {
        var draft = Rows.Read("OnePay", (column, "value"));

        Assert.Equal(field is null ? [] : [Enum.Parse<CustomerField>(field)], Enum.GetValues<CustomerField>().Where(known => draft[known] is not null));
    }

    [Fact]
    public void A_portuguese_table_is_read() => Assert.Equal(
        """{"first_name":"Ana","last_name":"Souza","email":"ana@example.com","phone_number":"11987654321","country_code":"55","metadata":{"payment_customers_key":"k"}}""",
        Rows.Body(Rows.Prepare("Dots", ("Nome", "Ana"), ("Sobrenome", "Souza"), ("E-mail", "ana@example.com"), ("Telefone", "+55 11 98765-4321"), ("IdempotencyKey", "k"))));

    [Theory]
    [InlineData("Emial", "Email")]
    [InlineData("Fist Name", "FirstName")]
    [InlineData("Celullar", "Phone")]
    [InlineData("Their phone", "Phone")]
    [InlineData("Dirección de envío", "AddressLine1")]
    public void A_column_similar_to_a_field_is_listed_first_with_a_proposal(string column, string field)
    {
        var reader = Rows.Reader("Dots");
        reader.Read(1, null, ["Observaciones", column], ["x", "y"]);

        Assert.Equal(
            $"Columns that look like customer fields but are not used: '{column}': did you mean {field}? These columns are not used, because they are not customer fields: 'Observaciones'.",
            reader.TakeNews());
    }

    [Fact]
    public void Columns_similar_to_a_field_are_always_listed_and_the_list_of_others_is_shortened()
    {
        string[] header = [.. Enumerable.Range(1, 12).Select(number => $"Observaciones {number}"), .. Enumerable.Range(1, 12).Select(number => $"Otro correo {number}")];
        var reader = Rows.Reader("Dots");
        reader.Read(1, null, header, new string?[header.Length]);

        var news = reader.TakeNews()!;

        Assert.All(header.Skip(12), name => Assert.Contains($"'{name}'", news, StringComparison.Ordinal));
        Assert.Contains("'Observaciones 10', ….", news, StringComparison.Ordinal);
        Assert.DoesNotContain("'Observaciones 11'", news, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_set_of_columns_is_examined_and_each_column_is_reported_once()
    {
        var reader = Rows.Reader("Dots");

        Assert.Equal("These columns are not used, because they are not customer fields: 'Nota'.", News("FirstName", "Nota"));
        Assert.Equal("These columns are not used, because they are not customer fields: 'Otra'.", News("FirstName", "Nota", "Otra"));
        Assert.Null(News("FirstName", "Nota"));

        string? News(params string[] names)
        {
            reader.Read(1, null, names, new string?[names.Length]);
            return reader.TakeNews();
        }
    }

    [Fact]
    public void A_column_of_a_field_that_the_provider_does_not_have_is_ignored_with_a_warning()
    {
        var reader = Rows.Reader("Dots");

        var draft = reader.Read(1, null, ["First Name", "Last Name", "Birthday"], ["Ana", "Ruiz", "04/12"]);

        Assert.Equal("These columns are ignored, because Dots does not have their fields: 'Birthday' (BirthDate).", reader.TakeNews());
        Assert.True(Rows.Preparer("Dots").Prepare(draft).IsValid);
    }

    [Theory]
    [InlineData("metadata.order")]
    [InlineData("metadata[order]")]
    [InlineData("Metadata['order']")]
    [InlineData("order (metadata)")]
    [InlineData("\uFEFForder (metadata)")]
    public void A_metadata_column_can_be_written_in_three_ways(string column) =>
        Assert.Equal("""{"order":"7"}""", Rows.Read("Dots", (column, "7"))[CustomerField.Metadata]);
}
