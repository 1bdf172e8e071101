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

    public static string UnsupportedAction => Say(
        "Take the fields away, or use -IgnoreUnsupportedField (--ignore-unsupported-field) to leave them out. Get-PaymentProvider lists the fields of each provider.",
        "Quite los campos, o use -IgnoreUnsupportedField (--ignore-unsupported-field) para omitirlos. Get-PaymentProvider muestra los campos de cada proveedor.");

    public static string InvalidAction => Say(
        "Correct the row and send it again; nothing was sent for it.",
        "Corrija la fila y envíela de nuevo; de ella no se envió nada.");
}
