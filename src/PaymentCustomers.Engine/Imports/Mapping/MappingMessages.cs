using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Mapping;

/// <summary>What is said of mappings, in English and in Spanish.</summary>
internal static class MappingMessages
{
    public static string TheMapping => Say("the mapping", "el mapeo");

    public static string WrongLine(long line) => Say(
        $"line {Number(line)} is not what a data file may hold.", $"la línea {Number(line)} no es lo que puede contener un archivo de datos.");

    public static string Wrong(string where, string problem) => Say($"{where} cannot be used: {problem}", $"No se puede usar {where}: {problem}");

    public static string Action => Say(
        "A mapping holds the tables Columns, Constants and Values, and a DateFormat; or only names of columns, each with its field.",
        "Un mapeo contiene las tablas Columns, Constants y Values, y un DateFormat; o solo nombres de columnas, cada uno con su campo.");

    public static string Unknown(string name) => Say($"it knows no '{name}'.", $"no conoce '{name}'.");

    public static string NoTable(string name) => Say($"'{name}' is no table.", $"'{name}' no es una tabla.");

    public static string NoText(string name) => Say($"'{name}' has no text as its value.", $"'{name}' no tiene un texto como valor.");

    public static string NoField(string name) => Say(
        $"'{name}' is no field of a customer, nor metadata.NAME.", $"'{name}' no es un campo de un cliente, ni metadata.NAME.");

    public static string NoDateFormat(string format) => Say(
        $"'{format}' is no form of a date: it needs a day, a month and a year, such as dd/MM/yyyy.",
        $"'{format}' no es una forma de fecha: necesita un día, un mes y un año, como dd/MM/yyyy.");

    public static string Exists(string path) => Say(
        $"'{path}' is there already, and what may have been changed by hand is not written over.",
        $"'{path}' ya existe, y no se sobrescribe lo que pudo cambiarse a mano.");

    public static string ExistsAction => Say("Give another name, or take the file away.", "Indique otro nombre, o quite el archivo.");

    public static string Title(string path, string provider) => Say(
        $"How the columns of {path} become customers of {provider}. Change it and give it with the same file, and files like it.",
        $"Cómo las columnas de {path} se convierten en clientes de {provider}. Cámbielo e indíquelo con el mismo archivo, y con archivos como él.");

    public static string ColumnsNote => Say(
        "By column: a field, metadata.NAME, or '' for a column that is not to be used.",
        "Por columna: un campo, metadata.NAME, o '' para una columna que no se debe usar.");

    public static string NotUsed(string column) => Say($"{column}: it is not used.", $"{column}: no se usa.");

    public static string Proposal(string column, string field) => Say(
        $"{column}: it is not used; did you mean {field}?", $"{column}: no se usa; ¿quiso decir {field}?");

    public static string ReadTogether(string column, string field) => Say(
        $"{column}: it is read for {field}, together with other columns.", $"{column}: se lee para {field}, junto con otras columnas.");

    public static string ConstantsNote => Say("Values for all rows, by field.", "Valores para todas las filas, por campo.");

    public static string DateFormatNote => Say(
        "In which form dates are written, where that is not yyyy-MM-dd.", "En qué forma se escriben las fechas, cuando no es yyyy-MM-dd.");

    public static string ValuesNote => Say(
        "By field: what the file's cells say, and what that means.", "Por campo: lo que dicen las celdas del archivo, y lo que eso significa.");
}
