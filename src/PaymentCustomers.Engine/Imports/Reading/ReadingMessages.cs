using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>What can be wrong with a file that is read, in English and in Spanish.</summary>
internal static class ReadingMessages
{
    public static string IsFolder(string path) => Say($"'{path}' is a folder, not a file.", $"'{path}' es una carpeta, no un archivo.");

    public static string NoFile(string path) => Say($"There is no file '{path}'.", $"No existe el archivo '{path}'.");

    public static string NoFileAction(string folder) => Say(
        $"Check the path; the current folder is '{folder}'.", $"Revise la ruta; la carpeta actual es '{folder}'.");

    public static string Unreadable(string path, string cause) => Say($"'{path}' cannot be read: {cause}", $"No se puede leer '{path}': {cause}");

    public static string UnreadableAction => Say(
        "Close the program that has it open, and check who may read it.", "Cierre el programa que lo tiene abierto, y revise quién puede leerlo.");

    public static string NotSeekable(string path) => Say(
        $"'{path}' is a pipe or a device: the file is read twice, first to check it whole, then to send it.",
        $"'{path}' es una tubería o un dispositivo: el archivo se lee dos veces, primero para revisarlo completo y luego para enviarlo.");

    public static string NotSeekableAction => Say("Save it to a file first.", "Guárdelo primero en un archivo.");

    public static string NotEncoding(long line, string bytes, string encoding) => Say(
        $"Line {Number(line)}: the bytes {bytes} are not {encoding}.", $"Línea {Number(line)}: los bytes {bytes} no son {encoding}.");

    public static string OldEncodingAction(string option) => Say(
        $"If the file comes from Excel or an older system, give {option} windows-1252.",
        $"Si el archivo viene de Excel o de un sistema antiguo, indique {option} windows-1252.");

    public static string EncodingAction(string option) => Say(
        $"Give the encoding that the file was written in with {option}.", $"Indique con {option} la codificación en que se escribió el archivo.");

    public static string Utf16Action(string option) => Say(
        $"The file seems to be UTF-16 without a byte order mark: give {option} utf-16.",
        $"El archivo parece ser UTF-16 sin marca de orden de bytes: indique {option} utf-16.");

    public static string NotTextAction => Say(
        "The file does not look like text. If it is compressed, unpack it; if it comes from another program, save it there as CSV or .xlsx.",
        "El archivo no parece ser texto. Si está comprimido, descomprímalo; si viene de otro programa, guárdelo allí como CSV o .xlsx.");

    public static string CellTooLarge(long line, long millions) => Say(
        $"Line {Number(line)}: a cell is larger than {Number(millions)} million characters.",
        $"Línea {Number(line)}: una celda tiene más de {Number(millions)} millones de caracteres.");

    public static string CellTooLargeAction => Say(
        "Look for a quote that opens a cell and is not closed.", "Busque una comilla que abre una celda y no se cierra.");

    public static string QuotesDoNotMatch(long line) => Say(
        $"Line {Number(line)}: the quotes do not match: one is not closed, or stands inside a cell alone.",
        $"Línea {Number(line)}: las comillas no coinciden: una no se cierra, o está sola dentro de una celda.");

    public static string QuotesAction => Say(
        "Put the whole cell in quotes and write each quote inside it twice: \"5 \"\"A\"\" Street\".",
        "Ponga toda la celda entre comillas y escriba dos veces cada comilla que esté dentro: \"5 \"\"A\"\" Street\".");

    public static string WorkbookBroken(string path, string cause) => Say(
        $"'{path}' is no workbook that can be read: {cause}", $"'{path}' no es un libro que se pueda leer: {cause}");

    public static string WorkbookAction => Say(
        "Open it in the program that made it and save it as .xlsx without a password, or as CSV.",
        "Ábralo en el programa que lo hizo y guárdelo como .xlsx sin contraseña, o como CSV.");

    public static string NoWorksheet(string path, string name) => Say(
        $"'{path}' has no worksheet '{name}'.", $"'{path}' no tiene la hoja '{name}'.");

    public static string WorksheetAction(IEnumerable<string> names) => Say(
        $"It has: {string.Join(", ", names)}.", $"Tiene: {string.Join(", ", names)}.");

    public static string OtherWorksheets(string read, IEnumerable<string> others, string option) => Say(
        $"The worksheet '{read}' is read, and no other: {string.Join(", ", others)}. {option} names another.",
        $"Se lee la hoja '{read}', y ninguna otra: {string.Join(", ", others)}. {option} indica otra.");

    public static string JsonBroken(long line, string cause) => Say(
        $"Line {Number(line)}: this is no JSON: {cause}", $"Línea {Number(line)}: esto no es JSON: {cause}");

    public static string JsonAction => Say(
        "The file must be a list of objects, or an object on each line.", "El archivo debe ser una lista de objetos, o un objeto en cada línea.");

    public static string NoObject(string kind) => Say(
        $"{kind} stands where an object with a customer's fields should be.", $"{kind} aparece donde debería haber un objeto con los campos de un cliente.");

    public static string BehindList => Say("something stands behind the end of the list.", "hay algo después del final de la lista.");

    public static string ListOpen => Say("the list has no end.", "la lista no tiene final.");

    public static string ValueOpen => Say("an object has no end.", "un objeto no tiene final.");
}
