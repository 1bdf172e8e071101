using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Mapping;

/// <summary>Messages about mappings, in English and Spanish.</summary>
internal static class MappingMessages
{
    public static string TheMapping => Say("the mapping", "el mapeo");

    public static string WrongLine(long line) => Say(
        $"line {Number(line)} contains something that a data file cannot contain.",
        $"la línea {Number(line)} contiene algo que un archivo de datos no puede contener.");

    public static string Wrong(string where, string problem) => Say($"{where} cannot be used: {problem}", $"No se puede usar {where}: {problem}");

    public static string Action => Say(
        "A mapping contains the tables Columns, Constants and Values, and a DateFormat. It can also contain only column names, each with its field.",
        "Un mapeo contiene las tablas Columns, Constants y Values, y un DateFormat. También puede contener solo nombres de columnas, cada uno con su campo.");

    public static string Unknown(string name) => Say($"'{name}' is not an entry of a mapping.", $"'{name}' no es una entrada de un mapeo.");

    public static string NoTable(string name) => Say($"'{name}' is not a table.", $"'{name}' no es una tabla.");

    public static string NoText(string name) => Say($"the value of '{name}' is not text.", $"el valor de '{name}' no es un texto.");

    public static string NoField(string name) => Say(
        $"'{name}' is not a customer field or metadata.NAME.",
        $"'{name}' no es un campo de cliente ni metadata.NAME.");

    public static string NoDateFormat(string format) => Say(
        $"'{format}' is not a date format. A date format has a day, a month and a year, such as dd/MM/yyyy.",
        $"'{format}' no es un formato de fecha. Un formato de fecha tiene día, mes y año, como dd/MM/yyyy.");

    public static string Exists(string path) => Say(
        $"'{path}' already exists. It was not overwritten, because it may contain changes that were made by hand.",
        $"'{path}' ya existe. No se sobrescribió, porque puede contener cambios hechos a mano.");

    public static string ExistsAction => Say("Use another name, or delete the file.", "Use otro nombre, o elimine el archivo.");

    public static string Title(string path, string provider) => Say(
        $"How the columns of {path} become customers of {provider}. You can edit this mapping and use it for this file and for similar files.",
        $"Cómo las columnas de {path} se convierten en clientes de {provider}. Puede editar este mapeo y usarlo para este archivo y para archivos similares.");

    public static string ColumnsNote => Say(
        "For each column: a field, metadata.NAME, or '' to ignore the column.",
        "Para cada columna: un campo, metadata.NAME, o '' para ignorar la columna.");

    public static string NotUsed(string column) => Say($"{column}: not used.", $"{column}: no se usa.");

    public static string Proposal(string column, string field) => Say(
        $"{column}: not used. Did you mean {field}?",
        $"{column}: no se usa. ¿Quiso decir {field}?");

    public static string ReadTogether(string column, string field) => Say(
        $"{column}: used for {field}, together with other columns.",
        $"{column}: se usa para {field}, junto con otras columnas.");

    public static string ConstantsNote => Say("For each field: a value for all rows.", "Para cada campo: un valor para todas las filas.");

    public static string DateFormatNote => Say(
        "The format of the dates, if it is not yyyy-MM-dd.",
        "El formato de las fechas, si no es yyyy-MM-dd.");

    public static string ValuesNote => Say(
        "For each field: the values in the file, and what they mean.",
        "Para cada campo: los valores del archivo, y lo que significan.");
}
