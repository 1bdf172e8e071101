using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Reporting;

/// <summary>Texts of the report, in English and Spanish.</summary>
internal static class ReportMessages
{
    public static string Code => Say("en", "es");

    public static string Title(string file) => Say($"Import of {file}", $"Importación de {file}");

    public static string Asked => Say("The run", "La ejecución");

    public static string Became => Say("Results", "Resultados");

    public static string OverTime => Say("Over time", "En el tiempo");

    public static string ChartLabel => Say("Rows per second, by outcome, during the run", "Filas por segundo, por resultado, durante la ejecución");

    public static string Waits => Say("The provider asked to wait", "El proveedor pidió esperar");

    public static string Columns => Say("Columns", "Columnas");

    public static string NotUsed => Say("not used", "no se usa");

    public static string Problems => Say("Problems in the file", "Problemas en el archivo");

    public static string Rejects => Say("Rows without a customer", "Filas sin cliente");

    public static string MoreRejects(long rows, string path) => Say(
        $"{Number(rows)} more rows are in {path}.",
        $"Hay {Number(rows)} filas más en {path}.");

    public static string Masked => Say(
        "Personal values are masked here. The reject file contains the complete values.",
        "Los valores personales están enmascarados aquí. El archivo de rechazos contiene los valores completos.");

    public static string File => Say("File", "Archivo");

    public static string Account => Say("Account", "Cuenta");

    public static string Rows => Say("Rows", "Filas");

    public static string RowsOf(long rows, long all) => Say(Invariant($"{rows:N0} of {all:N0}"), Invariant($"{rows:N0} de {all:N0}"));

    public static string Row => Say("Row", "Fila");

    public static string Known => Say("Outcome", "Resultado");

    public static string Customer => Say("Customer", "Cliente");

    public static string Reason => Say("Reason", "Motivo");

    public static string Column => Say("Column", "Columna");

    public static string Field => Say("Field", "Campo");

    public static string Begun => Say("Started", "Inicio");

    public static string Lasted => Say("Duration", "Duración");

    public static string FirstRows => Say("First rows", "Primeras filas");

    public static string Stopped(string reason) => Say($"The run stopped: {reason}", $"La ejecución se detuvo: {reason}");

    public static string Name(CustomerOutcome outcome) => outcome switch
    {
        CustomerOutcome.Created => Say("Created", "Creados"),
        CustomerOutcome.Existing => Say("Existing", "Existentes"),
        CustomerOutcome.Duplicate => Say("Duplicate", "Duplicados"),
        CustomerOutcome.Failed => Say("Failed", "Fallidos"),
        CustomerOutcome.Unknown => Say("Unknown", "Dudosos"),
        CustomerOutcome.OtherShard => Say("In other shards", "En otras partes"),
        _ => Say("Not sent", "No enviados"),
    };
}
