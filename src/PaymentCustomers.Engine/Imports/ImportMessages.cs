using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Messages about imports, in English and Spanish.</summary>
internal static class ImportMessages
{
    public static string TheInput => Say("the file to import", "el archivo que se importa");

    public static string SameFile(string option, string other, string path) => Say(
        $"{option} is the same file as {other}: '{path}'.",
        $"{option} es el mismo archivo que {other}: '{path}'.");

    public static string SameFileAction => Say("Use another file name.", "Use otro nombre de archivo.");

    public static string NoName => Say("(no name)", "(sin nombre)");

    public static string Empty(string path) => Say($"'{path}' is empty.", $"'{path}' está vacío.");

    public static string EmptyAction => Say(
        "The file needs a header with the names of the columns, and one row for each customer.",
        "El archivo necesita un encabezado con los nombres de las columnas, y una fila por cada cliente.");

    public static string IsResults(string path) => Say(
        $"'{path}' was written by an import: each of its rows already has a customer. Nothing was sent.",
        $"'{path}' fue escrito por una importación: cada una de sus filas ya tiene un cliente. No se envió nada.");

    public static string IsResultsAction(string id, string outcome) => Say(
        $"The rows without a customer are in the reject file. To create these customers somewhere else, remove the columns '{id}' and '{outcome}'.",
        $"Las filas sin cliente están en el archivo de rechazos. Para crear estos clientes en otro lugar, quite las columnas '{id}' y '{outcome}'.");

    public static string PassedOver(string path) => Say(
        $"'{path}' was skipped, because an import wrote it.", $"'{path}' se omitió, porque lo escribió una importación.");

    public static string NoRows(string path) => Say(
        $"'{path}' has no rows after its header.",
        $"'{path}' no tiene filas después de su encabezado.");

    public static string HeaderFound(long row) => Say(
        $"The header was found in row {Number(row)}. The rows above it were skipped.",
        $"El encabezado se encontró en la fila {Number(row)}. Las filas anteriores se omitieron.");

    public static string ColumnTwice(string path, string column) => Say(
        $"'{path}' has the column {column} twice.", $"'{path}' tiene dos veces la columna {column}.");

    public static string ColumnTwiceAction => Say(
        "Remove one of the two columns, or rename it.",
        "Quite una de las dos columnas, o cámbiele el nombre.");

    public static string NoMappedColumn(string path, string column) => Say(
        $"'{path}' does not have the column {column}, which is in the mapping.",
        $"'{path}' no tiene la columna {column}, que está en el mapeo.");

    public static string NoMappedColumnAction => Say(
        "Correct the name in the mapping, or remove the column from it.",
        "Corrija el nombre en el mapeo, o quite de él la columna.");

    public static string NoUsableColumn(string names) => Say(
        $"None of the columns is a customer field: {names}.",
        $"Ninguna de las columnas es un campo de cliente: {names}.");

    public static string HeaderAction(string option) => Say(
        $"The file needs a header with names that match the provider's fields. Otherwise, use {option} to specify the field of each column.",
        $"El archivo necesita un encabezado con nombres que correspondan a los campos del proveedor. De lo contrario, use {option} para indicar el campo de cada columna.");

    public static string DelimiterAction(string option) => Say(
        $"If the file has such a header, specify its delimiter with {option}.",
        $"Si el archivo tiene ese encabezado, indique su delimitador con {option}.");

    public static string TooManyCells(int cells, int columns) => Say(
        $"The row has {Number(cells)} cells, but the header has {Number(columns)}. A cell that contains the delimiter must be in quotation marks",
        $"La fila tiene {Number(cells)} celdas, pero el encabezado tiene {Number(columns)}. Una celda que contiene el delimitador debe ir entre comillas");

    public static string OtherProblems => Say("Other problems", "Otros problemas");

    public static string FieldsLeftOut(string provider, IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say(
            $"{provider} does not have these fields, so they were ignored: {names}.",
            $"{provider} no tiene estos campos, por lo que se ignoraron: {names}.");
    }

    public static string JournalOfOtherValues => Say(
        "The journal was started with other values for all rows. A row whose values are now different counts as a new row: its customer is created a second time. To continue the earlier run, specify the same values.",
        "La bitácora se inició con otros valores para todas las filas. Una fila cuyos valores ahora son distintos cuenta como una fila nueva: su cliente se crea por segunda vez. Para continuar la ejecución anterior, indique los mismos valores.");

    public static string Declined => Say("The run was not confirmed. Nothing was sent.", "La ejecución no se confirmó. No se envió nada.");

    public static string NobodyToAsk => Say(
        "These rows would create real customers. This needs a confirmation, which is not possible in a session that is not interactive. Nothing was sent.",
        "Estas filas crearían clientes reales. Esto necesita una confirmación, que no es posible en una sesión no interactiva. No se envió nada.");

    public static string NobodyToAskAction(string option) => Say(
        $"To run without a confirmation, for example in a script, use {option}.",
        $"Para ejecutar sin confirmación, por ejemplo en un script, use {option}.");

    public static string Interrupted => Say(
        "it was interrupted (Ctrl+C or a signal).", "se interrumpió (Ctrl+C o una señal).");

    public static string StoppedBefore => Say(
        "The run stopped before this row. Nothing was sent for it.",
        "La ejecución se detuvo antes de esta fila. No se envió nada por ella.");

    public static string RestNotWritten(string cause) => Say(
        $"The rows that were not sent could not be written: {cause}",
        $"No se pudieron escribir las filas que no se enviaron: {cause}");

    public static string OtherRows => Say("its rows are not the rows that were checked", "sus filas no son las filas que se revisaron");

    public static string OtherCount(long announced, long found) => Say(
        $"{Number(announced)} rows were expected, but {Number(found)} were found",
        $"se esperaban {Number(announced)} filas, pero se encontraron {Number(found)}");

    public static string Changed(string path, string what) => Say(
        $"'{path}' changed while it was read: {what}. Import it again when no program writes to it.",
        $"'{path}' cambió mientras se leía: {what}. Impórtelo de nuevo cuando ningún programa escriba en él.");

    public static string Unexpected(string type, string cause) => Say(
        $"{type}: {cause} This is an error in PaymentCustomers. Please report it.",
        $"{type}: {cause} Este es un error de PaymentCustomers. Por favor, repórtelo.");
}
