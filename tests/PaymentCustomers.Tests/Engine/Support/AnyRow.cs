using CsCheck;
using PaymentCustomers.Engine.Fields;
using PaymentCustomers.Engine.Reference;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Arbitrary rows: columns with any known name or others, and values that fit the column, fit another column, or are any
/// text.</summary>
internal static class AnyRow
{
    private static readonly string[] Names =
    [
        "Ana", "José María", "de la Cruz", "O'Neil", "'t Hooft", "Ñandú", "Łukasz", "李雷", "محمد", "Jose\u0301", "M", "Null", "Frutas del Sur S.A.S.", "Éxito", "A & B Ltda.",
        "Ana &amp; Luis", "&lt;b&gt;", "\"Lucho\"", "Ana\nMaría", "PeÃ±a", "Pe\uFFFDa", "😀 Ana", "Ruiz ", " ", "-", "12", "=SUM(A1)", "@Ana", new('x', 50), new('x', 51), new('y', 200), new('é', 300),
    ];

    private static readonly string[] Emails =
    [
        "ana@example.com", "ANA@Example.COM", "Ana Ruiz <ana@example.com>", "mailto:ana@example.com", "ana@example", "a@b.co; c@d.co", "'ana@example.com'", "<ana@example.com>",
        "ana..ruiz@example.com", ".ana@example.com", "ana.@example.com", "ana@-example.com", "ana@example-.com", "ana@exa_mple.com", "ana@exämple.com", "josé@example.com", "ana@[1.2.3.4]",
        "\"a b\"@example.com", "ana@example.com.", "ana@example..com", "ana,ruiz@example.com", "ana@example.com,", "ana+x@example.com", "ana@", "@example.com", "ana@ex ample.com", "n/a",
        "ana@example.c", "ana@1.2.3.4", "a@b@c.co", "ana@example.com (work)", "ana@example.com\u200B", "ana@xn--exmple-cua.com", "ana%ruiz@example.com", "ana|ruiz@example.com",
    ];

    private static readonly string[] Phones =
    [
        "+573001234567", "3001234567", "300 123 45 67", "573001234567", "57 300 1234567", "(601) 234-5678", "6012345678 ext. 12", "+57 601 234 5678 #12", "2345678", "5.73E+11", "+13105551234",
        "00573001234567", "011573001234567", "3001234567.0", "'+573001234567", "=\"3001234567\"", "300123456", "30012345678", "+0", "+999123456789", "3001234567 / 3017654321", "please call",
        "tel:+573001234567", "+57-300-123-4567", "+૫૭૩૦૦૧૨૩૪૫૬૭", "٣٠٠١٢٣٤٥٦٧",
    ];

    private static readonly string[] Documents =
    [
        "1060500333", "1.060.500.333", "1,060,500,333", "1060500333.0", "900123456-8", "900.123.456-8", "9001234568", "900123456", "900123456-1", "NIT 900123456-8", "CC 1060500333", "AB123456", "12", "0",
        "1.06E+09", "X-12/3", "AB 12", "ñ1", "#REF!",
    ];

    private static readonly string[] DocumentTypes = ["CC", "cédula", "13", "NIT", "31", "CE", "Pasaporte", "41", "TI", "RUT", "cc - cédula de ciudadanía", "CC.", "Cédula de extranjería"];

    private static readonly string[] Dates =
    [
        "1990-01-31", "1990-02-30", "31/01/1990", "1990-01-31T00:00:00Z", "1990-01-31T23:00:00-05:00", "1990-01-31 00:00:00", "32874", "32874.5", "19900131", "2999-01-01", "0001-01-01", "1899-12-31", "00/00/0000", "1990",
    ];

    private static readonly string[] Booleans = ["true", "FALSE", "1", "0", "sí", "no", "yes", "-1", "VERDADERO", "maybe", "2"];

    private static readonly string[] CountryNames = ["CO", "Colombia", "COL", "US", "EE. UU.", "UK", "XX", "México", "57", "+57", "1", "1-809", "Antarctica", "Kosovo"];

    private static readonly string[] Keys = ["k-1", "two words", "ñ", new('k', 64), new('k', 65), "'; DROP TABLE"];

    private static readonly string[] Json =
    [
        "{}", "{", "[]", "[1,2]", """{"a":1}""", """{"b":1,"a":[1,null,{"x":"é"}]}""", """{"payment_customers_key":"x"}""", """{"payment_customers_key":1,"a":2}""", """{"a":"\ud800"}""", """{"a":1,"a":2}""", "[[[[]]]]",
        """{"city":"Cali","country":"CO","line_1":"Calle 1","state":"Valle","postcode":"760001"}""", """{"email":"a@b.co"}""", """[{"email":"a@b.co"}]""", """{"street":{"name":"x"}}""", """{"a":1e400}""", """{"":""}""",
        """{"line_1":"Calle 1\nApto 2"}""", """{"a":"b\u0000"}""",
    ];

    private static readonly string[] Others =
    [
        "NULL", "\\N", "#N/A", "N/A", "####", "#VALUE!", "78701", "2116", "02116", "Calle 1 # 2-3", "Calle 1\nApto 2", "natural", "empresa", "Jurídica", "2", "3c90c3cc-0d44-4b50-8888-8dd25736052a", "\u200B", "\u00A0", "\uFEFF", "'", "=\"\"", "\"", "\0",
        "\uD800", "a\uD800", "\uFFFEa", "\uFFFF", "\u2028", "\u202Eabc", "Infinity", "1e308", "-0",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.String[Gen.Char['\u00A0', '\u024F'], 0, 12], Gen.String[Gen.Char['\0', '\uFFFF'], 0, 8], Gen.String[Gen.Char.AlphaNumeric, 0, 300],
        Gen.Long.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)), Gen.Double.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.DateTime.Select(moment => moment.ToString("o", System.Globalization.CultureInfo.InvariantCulture)), Gen.Guid.Select(id => id.ToString()));

    private static readonly Gen<string> Telephone = Gen.OneOf(
        Gen.OneOf(Phones),
        Gen.Select(Gen.OneOf(Countries.All.Select(country => country.Code).ToArray()), Gen.OneOf(PhoneNumbers.PhoneNumberFormat.E164, PhoneNumbers.PhoneNumberFormat.NATIONAL, PhoneNumbers.PhoneNumberFormat.INTERNATIONAL), Example),
        Gen.Long[0, 99_999_999_999_999].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Long[3_000_000_000, 3_599_999_999].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Anything =
        Gen.Frequency((4, Text), (2, Gen.OneOf(Others)), (1, Gen.OneOf(Names)), (1, Gen.OneOf(Emails)), (1, Telephone), (1, Gen.OneOf(Json)), (1, Gen.OneOf(Documents)));

    private static readonly Gen<string> Around = Gen.Frequency((8, Gen.Const("{0}")), (1, Gen.OneOf(" {0} ", "\u00A0{0}", "{0}\u200B", "\uFEFF{0}", "'{0}", "=\"{0}\"", "{0}\n", "{0}.0", "\"{0}\"", "{0};", "\u202A{0}\u202C")));

    private static readonly string[] KnownColumns =
        [.. ColumnCatalog.Names().Select(pair => pair.Name).Concat(FieldCatalog.All.SelectMany(rule => rule.Aliases.Append(rule.Name).Concat(rule.Columns).Append(rule.Path ?? rule.Name))).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static readonly Gen<string> Column = Gen.Frequency(
        (6, Gen.OneOf(FieldCatalog.All.Select(rule => rule.Name).ToArray())), (8, Gen.OneOf(KnownColumns)),
        (1, Gen.OneOf("metadata.plan", "metadata[x]", "order (metadata)", "address", "billing_address", "direccion", "contact", "Provider", "Notas", "Emial", "Id", "Row", "Email (required)", "")),
        (1, Gen.String[Gen.Char['\0', '\uFFFF'], 0, 6]));

    private static readonly Gen<(string Column, string? Value)> Cell =
        Column.SelectMany(column => Gen.Frequency((6, Fitting(column)), (2, Anything), (1, Gen.Const("")))
            .Select(Around, (value, around) => (column, (string?)around.Replace("{0}", value, StringComparison.Ordinal))));

    /// <summary>Rows for a provider. Most have what a customer needs, with a few additional or different columns; some are
    /// arbitrary.</summary>
    public static Gen<(string Column, string? Value)[]> For(string provider) => Gen.Frequency(
        (4, Cell.Array[0, 4].Select(cells => Rows.Least(provider, cells))),
        (2, Gen.Select(Cell.Array[0, 4], Gen.Shuffle(Rows.Least(provider), 0, Rows.Least(provider).Length), (cells, some) => cells.Concat(some).ToArray())),
        (2, Company(provider)),
        (1, Cell.Array[0, 12]))
        // A row with two columns of the same name cannot exist in PowerShell, and the command line refuses it.
        .Select(cells => cells.DistinctBy(cell => cell.Column, StringComparer.OrdinalIgnoreCase).ToArray());

    private static Gen<(string Column, string? Value)[]> Company(string provider) =>
        Gen.Select(Gen.OneOf(Names), Gen.OneOf(Documents), Cell.Array[0, 3], (name, document, cells) => provider == "Dots"
            ? [("BusinessName", name), .. cells]
            : (((string Column, string? Value)[])[("Razón social", name), ("NIT", document), ("Tipo de documento", "NIT"), ("Email", "ana@example.com"), ("Phone", "+573001234567"), .. cells]));

    private static Gen<string> Fitting(string column) => ColumnNames.Meaning(column) switch
    {
        null => Anything,
        { Role: ColumnRole.CheckDigit } => Gen.OneOf("8", "1", "-8", "8.0", "x"),
        { Field: Email } => Gen.OneOf(Emails),
        { Field: Phone } => Telephone,
        { Field: DocumentNumber } => Gen.OneOf(Documents),
        { Field: DocumentType } => Gen.OneOf(DocumentTypes),
        { Field: BirthDate } => Gen.OneOf(Dates),
        { Field: EnableNotifications } => Gen.OneOf(Booleans),
        { Field: Country or CountryCode or Nationality } => Gen.OneOf(CountryNames),
        { Field: Metadata } => Gen.OneOf(Json),
        { Field: IdempotencyKey } => Gen.OneOf(Keys),
        { Field: FirstName or LastName or MiddleName or BusinessName } => Gen.OneOf(Names),
        _ => Gen.OneOf(Others),
    };

    private static string Example(string region, PhoneNumbers.PhoneNumberFormat format) =>
        NumberingPlans.Library.GetExampleNumber(region) is { } number ? NumberingPlans.Library.Format(number, format) : region;
}
