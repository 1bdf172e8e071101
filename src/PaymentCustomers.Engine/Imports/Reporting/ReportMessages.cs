using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Reporting;

/// <summary>What a report says, in English and in Spanish.</summary>
internal static class ReportMessages
{
    public static string Code => Say("en", "es");

    public static string Title(string file) => Say($"Import of {file}", $"Importación de {file}");

    public static string Asked => Say("What was asked", "Lo que se pidió");

    public static string Became => Say("What came of it", "Lo que resultó");

    public static string OverTime => Say("Over time", "En el tiempo");

    public static string ChartLabel => Say("Rows a second, by outcome, over the time of the run", "Filas por segundo, por resultado, durante la ejecución");

    public static string Waits => Say("The provider asked to wait", "El proveedor pidió esperar");

    public static string Columns => Say("Columns", "Columnas");

    public static string NotUsed => Say("not used", "no se usa");

    public static string Problems => Say("Problems of the file", "Problemas del archivo");

    public static string Rejects => Say("Rows without a customer", "Filas sin cliente");

    public static string MoreRejects(long rows, string path) => Say(
        $"{Number(rows)} more are in {path}.", $"{Number(rows)} más están en {path}.");

    public static string Masked => Say(
        "Personal values are masked here. The file of rejects has them whole.",
        "Los valores personales están enmascarados aquí. El archivo de rechazos los tiene completos.");

    public static string File => Say("File", "Archivo");

    public static string Account => Say("Account", "Cuenta");

    public static string Rows => Say("Rows", "Filas");

    public static string RowsOf(long rows, long all) => Say(Invariant($"{rows:N0} of {all:N0}"), Invariant($"{rows:N0} de {all:N0}"));

    public static string Row => Say("Row", "Fila");

    public static string Known => Say("What is known", "Lo que se sabe");

    public static string Customer => Say("Customer", "Cliente");

    public static string Reason => Say("Reason", "Motivo");

    public static string Column => Say("Column", "Columna");

    public static string Field => Say("Field", "Campo");

    public static string Begun => Say("Begun", "Inicio");

    public static string Lasted => Say("Lasted", "Duró");

    public static string FirstRows => Say("First rows", "Primeras filas");

    public static string Stopped(string reason) => Say($"The run stopped: {reason}", $"La ejecución se detuvo: {reason}");

    public static string Name(CustomerOutcome outcome) => outcome switch
    {
        CustomerOutcome.Created => Say("Created", "Creados"),
        CustomerOutcome.Existing => Say("Existing", "Existentes"),
        CustomerOutcome.Duplicate => Say("Duplicate", "Duplicados"),
        CustomerOutcome.Failed => Say("Failed", "Fallidos"),
        CustomerOutcome.Unknown => Say("Unknown", "Dudosos"),
        CustomerOutcome.OtherShard => Say("Of other shards", "De otras partes"),
        _ => Say("Not sent", "No enviados"),
    };
}
