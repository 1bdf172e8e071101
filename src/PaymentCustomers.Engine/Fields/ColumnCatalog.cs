namespace PaymentCustomers.Engine.Fields;

/// <summary>
/// The column names that shops, address books, accounting programs and spreadsheets use, in addition to the names in
/// <see cref="FieldCatalog"/>, grouped by source. Case, accents, spaces, hyphens and underscores are ignored.
/// </summary>
internal static class ColumnCatalog
{
    // Each line: a field or a role, its rank if it is not the first, a question mark for a fallback; then the column names.
    private const string Table =
        """
        # English, of many sources
        Phone: Telephone; Telephone Number; Tel; Tel.; Primary Phone; Main Phone; Contact Phone; Contact Number; Customer Phone; Phone No; Phone No.; Phone 1; WhatsApp; WhatsApp Number
        Phone 1: Mobile Phone; Mobile Number; Mobile Phone Number; Mobile No; Cell; Cell Phone; Cellphone; Cell Number; Cellular
        Phone 3: Home Phone; Work Phone; Business Phone; Office Phone; Other Phone; Secondary Phone; Phone 2; Alt. Phone; Alternate Phone
        Email: Primary Email; Main Email; Contact Email; Customer Email; User Email; Email 1; E-mail ID; Email ID
        Email 3: Work Email; Personal Email; Secondary Email; Other Email; Email 2; Alternate Email
        FirstName: Customer First Name; Client First Name; Forename; First Names; Given Names
        MiddleName: Middle Names; Second Name; Additional Name; Other Names
        LastName: Customer Last Name; Client Last Name; Family Name; Last Names; Surnames; First Surname
        SecondSurname: Second Surname; Second Last Name; Last Name 2; Maternal Surname
        FullName: Name; Full Name; Display Name; Customer Name; Client Name; Contact Name; Customer Full Name; Customer; Client; Contact
        BusinessName: Legal Business Name; Registered Name
        Employer: Company; Company Name; Organization; Organisation; Organization Name; Organisation Name; Legal Name; Account Name
        BirthDate: Birthday; DOB; Date Birth
        DocumentType: ID Type; Identification Type; Document Kind; Identity Document Type
        DocumentNumber: ID Number; Identification; Identification Number; Document No; Document No.; Identity Document; National ID
        CheckDigit: Check Digit; DV
        CustomerType: Person Type; Type of Person
        AddressLine1: Address1; Address 1; Street; Street Address; Street Address 1; Street Address Line 1; Street 1; Address Street; Street Line 1; Address Line1
        AddressLine2: Address2; Address 2; Street 2; Street Address 2; Street Address Line 2; Apartment; Suite; Street Line 2; Address Line2
        City: Town; City/Town; Town/City; Address City
        State: Province; State/Region; Region; State/Province; Province/State; County; Address State
        State ?: Province Code; State Code; Region Code; Provincecode
        Postcode: Postal/Zip Code; Zip/Postal Code; Postal; Address Zip; Address Postal Code; Zip/Postcode; Pin Code
        Country: Country/Region; Country/Reg.; Country Name; Address Country; Country of Residence
        EnableNotifications: Notifications; Notify

        # Spanish, of many sources
        FirstName: Nombre 1; Primer Nombre del cliente; Nombres del cliente; Nombres del tercero
        MiddleName: Otros nombres; Nombre 2; Segundos nombres; 2do nombre
        LastName: Primer apellido; Apellido 1; Apellido paterno; Apellidos del cliente; Apellidos del tercero; 1er apellido
        SecondSurname: Segundo apellido; Apellido 2; Apellido materno; 2do apellido
        FullName: Nombre completo; Nombres y apellidos; Nombre y apellido; Nombre y apellidos; Apellidos y nombres; Cliente; Nombre del cliente; Nombre cliente; Cliente nombre; Nombre del tercero; Tercero; Titular
        FullName: Nombre o razón social; Nombre / Razón social; Nombres / Razón social; Razón social o nombre; Nombre o razón social del cliente; Nombre tercero; Contacto
        Employer: Empresa; Compañía; Organización; Nombre de la empresa
        BusinessName: Razón social del tercero; Razón social del cliente; Nombre legal; Denominación social
        DocumentType: Tipo de identificación; Tipo identificación; Tipo de ID; Tipo ID; Tipo doc; Tipo doc.; Tipo de doc; Tipo documento identidad; Tipo de documento de identidad; Tipo de documento de identificación; Clase de documento; Tipo de documento (código DIAN); Código tipo documento; Tipo id tercero
        DocumentNumber: Identificación; Número de identificación; Número identificación; No. de identificación; No. identificación; No identificación; Nro identificación; Nro. identificación; Nro de identificación; Nro. de identificación; N° identificación; Nº identificación; Núm. identificación; Num identificación; Número de ID
        DocumentNumber: Número documento; Nro documento; Nro. documento; Nro. de documento; No documento; No. de documento; N° documento; N° de documento; Nº documento; Nº de documento; Num documento; Documento de identidad; Documento identidad; Número de documento de identidad; Número doc; NIT; Nit/CC; CC/NIT; NIT o cédula; Cédula o NIT; Cédula/NIT; NIT/Cédula; C.C.; CC; Cédula de ciudadanía; Número de cédula; No. cédula; Número de identificación tributaria; Identificación tributaria; Número de NIT; Id tercero
        CheckDigit: Dígito de verificación; Dígito verificación; Díg. verificación; Dig. verificación; D.V.; Dígito; Dígito verificador; Dígito de chequeo
        CustomerType: Tipo persona; Tipo cliente; Tipo de tercero; Naturaleza jurídica; Tipo de contribuyente
        Email: Correo electrónico contacto principal; Correo electrónico de facturación; E-mail facturación; Email facturación; Correo electrónico principal; Correo principal; Correo contacto; Dirección de correo; Dirección de correo electrónico; Correo e; Correo-e; Dirección electrónica
        Phone: Número de teléfono; Teléfono 1; Teléfono principal; Teléfono contacto; Teléfono de contacto; Número telefónico; Teléfonos; Tel. fijo
        Phone: Número de celular; Número celular; No. celular; Nro celular; Celular 1; Teléfono celular; Teléfono móvil; Número móvil; Número de móvil
        Phone 3: Teléfono 2; Celular 2; Teléfono fijo; Otro teléfono; Teléfono alterno; Teléfono secundario
        CountryCode: Indicativo país; Indicativo del país; Código telefónico; Prefijo; Indicativo 1
        BirthDate: Fecha nacimiento; Cumpleaños; F. nacimiento; Nacimiento; Fec. nacimiento
        Country: País de residencia; Nombre país
        City: Municipio; Ciudad de residencia; Ciudad/Municipio; Localidad; Población; Nombre ciudad
        State: Departamento/Estado; Estado/Departamento; Departamento/Provincia; Provincia; Región; Nombre departamento
        State ?: Código departamento
        Postcode: Cód. postal; CP; C.P.; Código zip
        AddressLine1: Dirección 1; Dirección principal; Domicilio; Dirección de residencia; Dirección fiscal; Línea 1
        AddressLine2: Dirección 2; Complemento; Línea 2; Complemento de dirección
        EnableNotifications: Enviar notificaciones; Recibe notificaciones; Notificar

        # Portuguese, of many sources
        FirstName: Primeiro nome
        MiddleName: Nome do meio
        LastName: Sobrenome; Último nome
        FullName: Nome; Nome completo; Nome do cliente
        BusinessName: Razão social; Razao social
        Email: Endereço de e-mail; Endereco de e-mail; E-mail do cliente
        Phone: Telefone; Telefone 1; Número de telefone; Telefone celular; Celular do cliente
        Phone 3: Telefone 2; Telefone fixo; Outro telefone
        DocumentNumber: Número do documento
        BirthDate: Data de nascimento
        AddressLine1: Endereço; Endereco; Logradouro
        City: Cidade
        Postcode: CEP

        # Shopify, customers, until 2023 and now
        AddressLine1 1: Default Address Address1
        AddressLine2 1: Default Address Address2
        City 1: Default Address City
        State 1: Default Address Province; Default Address Province Name
        State 1?: Default Address Province Code
        Postcode 1: Default Address Zip
        Country 1: Default Address Country; Default Address Country Name
        Country 1?: Default Address Country Code
        Phone 2: Default Address Phone
        Employer: Default Address Company

        # Google Contacts, old and new
        Email: E-mail 1 - Value
        Email 3: E-mail 2 - Value; E-mail 3 - Value
        Phone: Phone 1 - Value
        Phone 3: Phone 2 - Value; Phone 3 - Value
        Employer: Organization 1 - Name
        AddressLine1 1: Address 1 - Street
        AddressLine2 1: Address 1 - Extended Address
        City 1: Address 1 - City
        State 1: Address 1 - Region
        Postcode 1: Address 1 - Postal Code
        Country 1: Address 1 - Country

        # Outlook
        Email: E-mail Address
        Email 3: E-mail 2 Address; E-mail 3 Address
        Phone 3: Home Phone 2; Business Phone 2; Company Main Phone
        AddressLine1 1: Home Street; Home Address Street
        AddressLine2 1: Home Street 2
        City 1: Home City; Home Address City
        State 1: Home State; Home Address State
        Postcode 1: Home Postal Code; Home Address Postal Code
        Country 1: Home Country/Region; Home Country; Home Address Country
        AddressLine1 2: Business Street; Business Address Street
        AddressLine2 2: Business Street 2
        City 2: Business City; Business Address City
        State 2: Business State; Business Address State
        Postcode 2: Business Postal Code; Business Address Postal Code
        Country 2: Business Country/Region; Business Country; Business Address Country
        AddressLine1 3: Other Street
        City 3: Other City
        State 3: Other State
        Postcode 3: Other Postal Code
        Country 3: Other Country/Region; Other Country

        # Xero
        AddressLine1 1: POAddressLine1
        AddressLine2 1: POAddressLine2
        City 1: POCity
        State 1: PORegion
        Postcode 1: POPostalCode
        Country 1: POCountry
        AddressLine1 2: SAAddressLine1
        AddressLine2 2: SAAddressLine2
        City 2: SACity
        State 2: SARegion
        Postcode 2: SAPostalCode
        Country 2: SACountry
        Phone 3: DDINumber

        # QuickBooks, WooCommerce, Salesforce's accounts
        FirstName 1: Billing First Name; First Name (Billing)
        LastName 1: Billing Last Name
        Email 1: Billing Email
        Phone 2: Billing Phone
        Employer: Billing Company
        AddressLine1 1: Billing Street; Billing Address 1; Billing Address Line 1; Billing Street 1; Bill Street
        AddressLine2 1: Billing Address 2; Billing Address Line 2; Billing Street 2
        City 1: Billing City; Bill City; Billing Address City
        State 1: Billing State; Billing Province; Bill State; Billing State/Province; Billing Address State
        State 1?: Billing State Code; Billing Province Code
        Postcode 1: Billing Postcode; Billing Zip; Billing Zip Code; Billing Postal Code; Bill Zip; Billing Zip/Postal Code; Billing Address Postal Code; Billing Address Zip
        Country 1: Billing Country; Bill Country; Billing Country Name; Billing Address Country
        Country 1?: Billing Country Code
        FirstName 3: Shipping First Name
        LastName 3: Shipping Last Name
        Phone 3: Shipping Phone
        AddressLine1 2: Shipping Street; Shipping Address 1; Shipping Address Line 1; Shipping Address Line1; Shipping Address1
        AddressLine2 2: Shipping Address 2; Shipping Address Line 2; Shipping Address Line2; Shipping Address2
        City 2: Shipping City; Shipping Address City; Ship City
        State 2: Shipping State; Shipping Province; Shipping Address State; Ship State
        State 2?: Shipping State Code; Shipping Province Code
        Postcode 2: Shipping Postcode; Shipping Zip; Shipping Postal Code; Shipping Address Postal Code; Ship Zip; Shipping Address Zip
        Country 2: Shipping Country; Shipping Address Country; Ship Country
        Country 2?: Shipping Country Code

        # Salesforce
        Employer: Account.Name
        AddressLine1 1: Mailing Street; Mailing Address Line 1
        AddressLine2 1: Mailing Address Line 2
        City 1: Mailing City
        State 1: Mailing State; Mailing State/Province
        State 1?: Mailing State Code
        Postcode 1: Mailing Postal Code; Mailing Zip/Postal Code; Mailing Zip
        Country 1: Mailing Country
        Country 1?: Mailing Country Code

        # Microsoft Graph
        Phone 3: businessPhones
        """;

    /// <summary>Every name with the meaning of its column. Where a name occurs twice, the first entry wins.</summary>
    public static List<(string Name, ColumnMeaning Meaning)> Names()
    {
        var names = new List<(string, ColumnMeaning)>();
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#')
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var meaning = Meaning(line[..colon]);
            foreach (var name in line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries))
                names.Add((name, meaning));
        }

        return names;
    }

    private static ColumnMeaning Meaning(string head)
    {
        var parts = head.Split(' ');
        var rank = parts.Length > 1 ? parts[1].TrimEnd('?') : "";
        var isRole = Enum.TryParse<ColumnRole>(parts[0], out var role);
        return new ColumnMeaning(
            isRole ? role : ColumnRole.Field,
            isRole ? FieldOf(role) : Enum.Parse<CustomerField>(parts[0]),
            rank.Length == 0 ? 0 : rank[0] - '0')
        {
            IsFallback = head.EndsWith('?'),
        };
    }

    private static CustomerField FieldOf(ColumnRole role) => role switch
    {
        ColumnRole.SecondSurname => CustomerField.LastName,
        ColumnRole.Employer => CustomerField.BusinessName,
        ColumnRole.CheckDigit => CustomerField.DocumentNumber,
        _ => CustomerField.FirstName,
    };
}
