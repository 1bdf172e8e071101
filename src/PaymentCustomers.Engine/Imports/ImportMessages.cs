using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports;

/// <summary>What is said of an import, in English and in Spanish.</summary>
internal static class ImportMessages
{
    public static string TheInput => Say("the file to import", "el archivo que se importa");

    public static string SameFile(string option, string other, string path) => Say(
        $"{option} names the same file as {other}: '{path}'.", $"{option} nombra el mismo archivo que {other}: '{path}'.");

    public static string SameFileAction => Say("Give it another name.", "Dele otro nombre.");

    public static string NoName => Say("(no name)", "(sin nombre)");

    public static string Empty(string path) => Say($"'{path}' is empty.", $"'{path}' está vacío.");

    public static string EmptyAction => Say(
        "It needs a header with the columns' names, and a row for each customer.",
        "Necesita un encabezado con los nombres de las columnas, y una fila por cada cliente.");

    public static string IsResults(string path) => Say(
        $"'{path}' was written by an import: each of its rows has its customer already. Nothing was sent.",
        $"'{path}' lo escribió una importación: cada una de sus filas ya tiene su cliente. No se envió nada.");

    public static string IsResultsAction(string id, string outcome) => Say(
        $"The rows without a customer are in the file of rejects. To create these customers somewhere else, remove the columns '{id}' and '{outcome}'.",
        $"Las filas sin cliente están en el archivo de rechazos. Para crear estos clientes en otro lugar, quite las columnas '{id}' y '{outcome}'.");

    public static string PassedOver(string path) => Say(
        $"'{path}' was passed over: an import wrote it.", $"'{path}' se pasó por alto: lo escribió una importación.");

    public static string NoRows(string path) => Say(
        $"'{path}' has no rows: there is nothing behind its header.", $"'{path}' no tiene filas: no hay nada después de su encabezado.");

    public static string HeaderFound(long row) => Say(
        $"The header was found in row {Number(row)}: what stands above it was passed over.",
        $"El encabezado se encontró en la fila {Number(row)}: lo que está encima se pasó por alto.");

    public static string ColumnTwice(string path, string column) => Say(
        $"'{path}' has the column {column} twice.", $"'{path}' tiene dos veces la columna {column}.");

    public static string ColumnTwiceAction => Say("Take one of them away, or give it another name.", "Quite una de las dos, o dele otro nombre.");

    public static string NoMappedColumn(string path, string column) => Say(
        $"'{path}' has no column {column}, which the mapping speaks of.", $"'{path}' no tiene la columna {column}, de la que habla el mapeo.");

    public static string NoMappedColumnAction => Say(
        "Correct the name in the mapping, or take the column out of it.", "Corrija el nombre en el mapeo, o quite de él la columna.");

    public static string NoUsableColumn(string names) => Say(
        $"None of the columns is a field of a customer: {names}.", $"Ninguna columna es un campo de un cliente: {names}.");

    public static string HeaderAction(string option) => Say(
        $"The file needs a header with names like those of the provider's fields, or {option} to say what its columns are.",
        $"El archivo necesita un encabezado con nombres como los de los campos del proveedor, o {option} para decir qué son sus columnas.");

    public static string DelimiterAction(string option) => Say(
        $"If that is what it has, give its delimiter with {option}.", $"Si eso es lo que tiene, indique su delimitador con {option}.");

    public static string TooManyCells(int cells, int columns) => Say(
        $"It has {Number(cells)} cells where the header has {Number(columns)}: a cell that holds the delimiter must stand in quotes",
        $"Tiene {Number(cells)} celdas donde el encabezado tiene {Number(columns)}: una celda que contiene el delimitador debe ir entre comillas");

    public static string OtherProblems => Say("Other problems", "Otros problemas");

    public static string FieldsLeftOut(string provider, IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say($"{provider} has no such fields, they were left out: {names}.", $"{provider} no tiene estos campos, se omitieron: {names}.");
    }

    public static string JournalOfOtherValues => Say(
        "The journal was begun with other values for all rows. A row that comes out differently by that counts as another row: its customer is created once more. To go on with the earlier run, give the same values.",
        "La bitácora se inició con otros valores para todas las filas. Una fila que por eso resulte distinta cuenta como otra fila: su cliente se crea una vez más. Para continuar la ejecución anterior, dé los mismos valores.");

    public static string Declined => Say("It was not confirmed. Nothing was sent.", "No se confirmó. No se envió nada.");

    public static string NobodyToAsk => Say(
        "These rows would create real customers, and nobody is there to be asked. Nothing was sent.",
        "Estas filas crearían clientes reales, y no hay nadie a quien preguntar. No se envió nada.");

    public static string NobodyToAskAction(string option) => Say(
        $"Give {option} where a script may do so by itself.", $"Indique {option} donde un script pueda hacerlo por sí solo.");

    public static string Interrupted => Say(
        "it was interrupted (Ctrl+C or a signal).", "se interrumpió (Ctrl+C o una señal).");

    public static string StoppedBefore => Say(
        "The run stopped before this row: nothing was sent for it.", "La ejecución se detuvo antes de esta fila: no se envió nada por ella.");

    public static string RestNotWritten(string cause) => Say(
        $"The rows that were not sent could not be written: {cause}", $"Las filas que no se enviaron no se pudieron escribir: {cause}");

    public static string OtherRows => Say("its rows are not those that were checked", "sus filas no son las que se revisaron");

    public static string OtherCount(long announced, long found) => Say(
        $"{Number(announced)} rows were announced and {Number(found)} came", $"se anunciaron {Number(announced)} filas y llegaron {Number(found)}");

    public static string Changed(string path, string what) => Say(
        $"'{path}' was changed while it was read: {what}. Import it again when nobody writes to it any more.",
        $"'{path}' se modificó mientras se leía: {what}. Impórtelo otra vez cuando ya nadie escriba en él.");

    public static string Unexpected(string type, string cause) => Say(
        $"{type}: {cause} This should not happen: please report it.", $"{type}: {cause} Esto no debería ocurrir: por favor repórtelo.");
}
