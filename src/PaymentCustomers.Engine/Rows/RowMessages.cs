using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Rows;

/// <summary>What can be wrong with a row, in English and in Spanish.</summary>
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
        $"The columns '{first}' and '{second}' both hold {field}, and they differ: keep one",
        $"Las columnas '{first}' y '{second}' contienen ambas {field}, y difieren: deje una sola");

    public static string ColumnNotTaken(string column, string taken, CustomerField field) => Say(
        $"The column '{column}' was not used where '{taken}' gives another {field}",
        $"La columna '{column}' no se usó donde '{taken}' da otro valor de {field}");

    public static string OtherAddress(string column, string taken) => Say(
        $"The column '{column}' was not used where the address was taken from '{taken}' and the columns like it",
        $"La columna '{column}' no se usó donde la dirección se tomó de '{taken}' y las columnas de su grupo");

    public static string EmployerNotTaken(string column) => Say(
        $"The column '{column}' was not used where the row has a customer's name besides: a person's company is not sent",
        $"La columna '{column}' no se usó donde la fila tiene además el nombre de un cliente: la empresa de una persona no se envía");

    public static string NestedValue(string column, string path) => Say(
        $"The column '{column}' holds nested data that is not understood ('{path}'): give the field a value of its own",
        $"La columna '{column}' contiene datos anidados que no se entienden ('{path}'): dé al campo un valor propio");

    public static string NothingToChange => Say(
        "Nothing is to be changed: give at least one field, or empty one with -Clear",
        "No hay nada que modificar: indique al menos un campo, o vacíe uno con -Clear");

    public static string GivenAndCleared(CustomerField field) => Say(
        $"{field} is given and emptied (-Clear) at once: do one of them",
        $"{field} se indica y se vacía (-Clear) a la vez: haga una de las dos cosas");

    public static string FullName(string column) => Say(
        $"The column '{column}' holds a whole name, and nobody can tell its parts with certainty: give FirstName and LastName, or BusinessName for a company (-FirstName and -LastName, or -BusinessName, take them out of '{column}')",
        $"La columna '{column}' contiene un nombre completo, cuyas partes nadie puede separar con certeza: dé FirstName y LastName, o BusinessName si es una empresa (-FirstName y -LastName, o -BusinessName, los toman de '{column}')");

    public static string InColumn(string problem, string column) => Say($"{problem} (column '{column}')", $"{problem} (columna '{column}')");

    public static string DidYouMean(string column, CustomerField field) => Say($"{column}: did you mean {field}?", $"{column}: ¿quiso decir {field}?");

    public static string ColumnsLikeFields(string proposals) => Say(
        $"Columns that look like a field of a customer and are not used: {proposals}",
        $"Columnas que parecen un campo de un cliente y no se usan: {proposals}");

    public static string ColumnsLeftOut(string provider, string columns) => Say(
        $"Columns whose field {provider} does not have, so that they are left out: {columns}.",
        $"Columnas cuyo campo {provider} no tiene, por lo que se omiten: {columns}.");

    public static string UnusedColumns(string columns) => Say(
        $"Columns that are no field of a customer and are not used: {columns}.",
        $"Columnas que no son campos de un cliente y no se usan: {columns}.");

    public static string BlankRows(long count) => count == 1
        ? Say("One row was blank and was passed over.", "Una fila estaba en blanco y se pasó por alto.")
        : Say($"{Number(count)} rows were blank and were passed over.", $"{Number(count)} filas estaban en blanco y se pasaron por alto.");

    public static string FieldsUnsupported(string provider, IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say($"{provider} has no field {names}. Nothing was sent.", $"{provider} no tiene el campo {names}. No se envió nada.");
    }

    public static string UnsupportedAction => Say(
        "Do not give these fields, or use -IgnoreUnsupportedField (--ignore-unsupported-field) to leave them out. Get-PaymentProvider lists the fields of each provider.",
        "No indique estos campos, o use -IgnoreUnsupportedField (--ignore-unsupported-field) para omitirlos. Get-PaymentProvider muestra los campos de cada proveedor.");

    public static string Internal(string cause) => Say(
        $"PaymentCustomers itself failed on this row ({cause})",
        $"PaymentCustomers mismo falló con esta fila ({cause})");

    public static string InternalAction => Say(
        "This should not happen: please report it.",
        "Esto no debería suceder: por favor, infórmelo.");

    public static string InvalidAction => Say(
        "Correct the row and send it again; nothing was sent for it.",
        "Corrija la fila y envíela de nuevo; de ella no se envió nada.");
}
