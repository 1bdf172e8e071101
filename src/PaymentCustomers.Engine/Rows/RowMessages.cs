using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Rows;

/// <summary>Messages about rows, in English and Spanish.</summary>
internal static class RowMessages
{
    public static string Row(long row) => Say($"Row {Number(row)}", $"Fila {Number(row)}");

    public static string RowInvalid(long row, IEnumerable<FieldProblem> problems) =>
        $"{Row(row)}: {string.Join("; ", problems.Select(problem => problem.Message))}.";

    public static string ColumnProblem(string column, string problem) => Say($"The column '{column}' {problem}", $"La columna '{column}' {problem}");

    public static string Warning(string kind, long count, string rows) => count == 1
        ? Say($"{kind} (row {rows}).", $"{kind} (fila {rows}).")
        : Say($"{kind} ({Number(count)} rows: {rows}).", $"{kind} ({Number(count)} filas: {rows}).");

    public static string FieldMissing(string field, string provider) => Say(
        $"{field} is missing: {provider} requires it",
        $"Falta {field}: {provider} lo exige");

    public static string ColumnsDisagree(CustomerField field, string first, string second) => Say(
        $"The columns '{first}' and '{second}' both contain {field}, with different values. Keep only one of them",
        $"Las columnas '{first}' y '{second}' contienen {field} con valores distintos. Deje una sola");

    public static string ColumnNotTaken(string column, string taken, CustomerField field) => Say(
        $"The column '{column}' was ignored in rows where '{taken}' has a different {field}",
        $"La columna '{column}' se ignoró en las filas donde '{taken}' tiene otro valor de {field}");

    public static string OtherAddress(string column, string taken) => Say(
        $"The column '{column}' was ignored in rows where the address comes from '{taken}' and its related columns",
        $"La columna '{column}' se ignoró en las filas donde la dirección viene de '{taken}' y sus columnas relacionadas");

    public static string EmployerNotTaken(string column) => Say(
        $"The column '{column}' was ignored in rows that also have the name of a person: the company of a person is not sent",
        $"La columna '{column}' se ignoró en las filas que también tienen el nombre de una persona: la empresa de una persona no se envía");

    public static string NestedValue(string column, string path) => Say(
        $"The column '{column}' contains nested data that cannot be read ('{path}'). Put the value in a column of its own",
        $"La columna '{column}' contiene datos anidados que no se pueden leer ('{path}'). Ponga el valor en una columna propia");

    public static string NothingToChange => Say(
        "There is nothing to change. Specify at least one field, or clear one with -Clear",
        "No hay nada que modificar. Indique al menos un campo, o vacíe uno con -Clear");

    public static string GivenAndCleared(CustomerField field) => Say(
        $"{field} has a new value and is also in -Clear. Use only one of the two",
        $"{field} tiene un valor nuevo y también está en -Clear. Use solo una de las dos opciones");

    public static string FullName(string column) => Say(
        $"The column '{column}' contains a full name, which cannot be split reliably. Provide FirstName and LastName, or BusinessName for a company. To take them from '{column}', use -FirstName and -LastName, or -BusinessName",
        $"La columna '{column}' contiene un nombre completo, que no se puede dividir con certeza. Indique FirstName y LastName, o BusinessName si es una empresa. Para tomarlos de '{column}', use -FirstName y -LastName, o -BusinessName");

    public static string ReportLine => Say(
        "looks like a line below the table, such as a total or a page number: the row has nothing else. Delete the row. If it is a customer, add an e-mail address or a telephone number",
        "parece una línea debajo de la tabla, como un total o un número de página: la fila no tiene nada más. Borre la fila. Si es un cliente, agregue un correo electrónico o un teléfono");

    public static string InColumn(string problem, string column) => Say($"{problem} (column '{column}')", $"{problem} (columna '{column}')");

    public static string DidYouMean(string column, CustomerField field) => Say($"{column}: did you mean {field}?", $"{column}: ¿quiso decir {field}?");

    public static string ColumnsLikeFields(string proposals) => Say(
        $"Columns that look like customer fields but are not used: {proposals}",
        $"Columnas que parecen campos de cliente pero no se usan: {proposals}");

    public static string ColumnsLeftOut(string provider, string columns) => Say(
        $"These columns are ignored, because {provider} does not have their fields: {columns}.",
        $"Estas columnas se ignoran, porque {provider} no tiene sus campos: {columns}.");

    public static string UnusedColumns(string columns) => Say(
        $"These columns are not used, because they are not customer fields: {columns}.",
        $"Estas columnas no se usan, porque no son campos de cliente: {columns}.");

    public static string BlankRows(long count) => count == 1
        ? Say("One blank row was skipped.", "Se omitió una fila en blanco.")
        : Say($"{Number(count)} blank rows were skipped.", $"Se omitieron {Number(count)} filas en blanco.");

    public static string FieldsUnsupported(string provider, IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say(
            $"{provider} does not support these fields: {names}. Nothing was sent.",
            $"{provider} no admite estos campos: {names}. No se envió nada.");
    }

    public static string UnsupportedAction => Say(
        "Remove these fields, or use -IgnoreUnsupportedField (--ignore-unsupported-field) to ignore them. Get-PaymentProvider lists the fields of each provider.",
        "Quite estos campos, o use -IgnoreUnsupportedField (--ignore-unsupported-field) para ignorarlos. Get-PaymentProvider muestra los campos de cada proveedor.");

    public static string Internal(string cause) => Say(
        $"PaymentCustomers had an internal error on this row ({cause})",
        $"PaymentCustomers tuvo un error interno en esta fila ({cause})");

    public static string InternalAction => Say(
        "This is an error in PaymentCustomers. Please report it.",
        "Este es un error de PaymentCustomers. Por favor, repórtelo.");

    public static string InvalidAction => Say(
        "Nothing was sent for this row. Correct the row and send it again.",
        "No se envió nada por esta fila. Corríjala y envíela de nuevo.");
}
