using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine;

// What can be wrong with a row, and with several of its fields together.
internal static partial class Messages
{
    public static string PhoneWithoutCode => Say(
        "Phone has no calling code: write it as +573001234567, or give CountryCode beside it",
        "Phone no tiene indicativo: escríbalo como +573001234567, o indique también CountryCode");

    public static string PersonAndBusiness => Say(
        "Both a person (FirstName, LastName) and a company (BusinessName) are given: Dots takes one of them",
        "Se indican a la vez una persona (FirstName, LastName) y una empresa (BusinessName): Dots acepta una de las dos");

    public static string NeitherPersonNorBusiness => Say(
        "Neither a person (FirstName and LastName) nor a company (BusinessName) is given: Dots takes one of them",
        "No se indica ni una persona (FirstName y LastName) ni una empresa (BusinessName): Dots exige una de las dos");

    public static string UnsupportedAction => Say(
        "Take the fields away, or use -IgnoreUnsupportedField (--ignore-unsupported-field) to leave them out. Get-PaymentProvider lists the fields of each provider.",
        "Quite los campos, o use -IgnoreUnsupportedField (--ignore-unsupported-field) para omitirlos. Get-PaymentProvider muestra los campos de cada proveedor.");

    public static string InvalidAction => Say(
        "Correct the row and send it again; nothing was sent for it.",
        "Corrija la fila y envíela de nuevo; de ella no se envió nada.");

    public static string Row(long row) => Say($"Row {Number(row)}", $"Fila {Number(row)}");

    public static string RowInvalid(long row, IEnumerable<FieldProblem> problems) =>
        $"{Row(row)}: {string.Join("; ", problems.Select(problem => problem.Message))}.";

    public static string ColumnProblem(string column, string problem) => Say($"The column '{column}' {problem}", $"La columna '{column}' {problem}");

    public static string FieldProblem(string field, string masked, string problem) => $"{field} '{masked}' {problem}";

    public static string FieldMissing(string field, string provider) => Say(
        $"{field} is missing: {provider} requires it",
        $"Falta {field}: {provider} lo exige");

    public static string FieldUnsupported(string field, string provider) => Say(
        $"{field} is no field of {provider}",
        $"{field} no es un campo de {provider}");

    public static string ColumnsDisagree(CustomerField field, string first, string second) => Say(
        $"The columns '{first}' and '{second}' both hold {field}, and they differ: keep one",
        $"Las columnas '{first}' y '{second}' contienen ambas {field}, y difieren: deje una sola");

    public static string NameIncomplete(string missing) => Say(
        $"{missing} is missing: a person has FirstName and LastName",
        $"Falta {missing}: una persona tiene FirstName y LastName");

    public static string AddressIncomplete(string missing) => Say(
        $"{missing} is missing: an address needs Country, City, State, Postcode and AddressLine1",
        $"Falta {missing}: una dirección necesita Country, City, State, Postcode y AddressLine1");

    public static string CountriesDisagree(string code, string country) => Say(
        $"CountryCode says {code}, but Country says {country}",
        $"CountryCode dice {code}, pero Country dice {country}");

    public static string DocumentOfOtherType(string document, string type) => Say(
        $"DocumentType '{document}' does not go with CustomerType '{type}': natural goes with CC, CE or PASSPORT, company with NIT",
        $"DocumentType '{document}' no corresponde a CustomerType '{type}': a natural corresponde CC, CE o PASSPORT; a company, NIT");
}
