using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>Messages about files that are read, in English and Spanish.</summary>
internal static class ReadingMessages
{
    public static string IsFolder(string path) => Say($"'{path}' is a folder, not a file.", $"'{path}' es una carpeta, no un archivo.");

    public static string NoFile(string path) => Say($"The file '{path}' does not exist.", $"El archivo '{path}' no existe.");

    public static string NoFileAction(string folder) => Say(
        $"Check the path. The current folder is '{folder}'.",
        $"Revise la ruta. La carpeta actual es '{folder}'.");

    public static string Unreadable(string path, string cause) => Say($"'{path}' cannot be read: {cause}", $"No se puede leer '{path}': {cause}");

    public static string UnreadableAction => Say(
        "Close the program that has the file open, and check the permissions of the file.",
        "Cierre el programa que tiene abierto el archivo, y revise los permisos del archivo.");

    public static string NotSeekable(string path) => Say(
        $"'{path}' is a pipe or a device, which can be read only once. The file is read twice: first to check it, then to send its rows.",
        $"'{path}' es una tubería o un dispositivo, que solo se puede leer una vez. El archivo se lee dos veces: primero para revisarlo y luego para enviar sus filas.");

    public static string NotSeekableAction => Say("Save the data to a file first.", "Guarde primero los datos en un archivo.");

    public static string NotEncoding(long line, string bytes, string encoding) => Say(
        $"Line {Number(line)}: the bytes {bytes} are not valid in {encoding}.",
        $"Línea {Number(line)}: los bytes {bytes} no son válidos en {encoding}.");

    public static string OldEncodingAction(string option) => Say(
        $"If the file comes from Excel or an older system, use {option} windows-1252.",
        $"Si el archivo viene de Excel o de un sistema antiguo, use {option} windows-1252.");

    public static string MacEncodingAction(string option, string encoding) => Say(
        $"The file seems to come from an older program for Mac. Use {option} {encoding}.",
        $"El archivo parece venir de un programa antiguo para Mac. Use {option} {encoding}.");

    public static string DosEncodingAction(string option, string encoding) => Say(
        $"The file seems to come from a program for DOS. Use {option} {encoding}.",
        $"El archivo parece venir de un programa para DOS. Use {option} {encoding}.");

    public static string IsWebPage(string path) => Say(
        $"'{path}' contains HTML or XML, whatever its name is.",
        $"'{path}' contiene HTML o XML, sin importar su nombre.");

    public static string WebPageAction => Say(
        "Open it in Excel or in the program that created it, and save it as .xlsx or CSV.",
        "Ábralo en Excel o en el programa que lo creó, y guárdelo como .xlsx o CSV.");

    public static string MemberTwice(string name) => Say(
        $"the object has the member '{name}' twice.",
        $"el objeto tiene dos veces el miembro '{name}'.");

    public static string EncodingAction(string option) => Say(
        $"Specify the encoding of the file with {option}.",
        $"Indique la codificación del archivo con {option}.");

    public static string Utf16Action(string option) => Say(
        $"The file seems to be UTF-16 without a byte order mark. Use {option} utf-16.",
        $"El archivo parece ser UTF-16 sin marca de orden de bytes. Use {option} utf-16.");

    public static string NotTextAction => Say(
        "The file does not look like text. If it is compressed, unpack it; if it comes from another program, save it there as CSV or .xlsx.",
        "El archivo no parece ser texto. Si está comprimido, descomprímalo; si viene de otro programa, guárdelo allí como CSV o .xlsx.");

    public static string CellTooLarge(long line, long millions) => Say(
        $"Line {Number(line)}: a cell is larger than {Number(millions)} million characters.",
        $"Línea {Number(line)}: una celda tiene más de {Number(millions)} millones de caracteres.");

    public static string CellTooLargeAction => Say(
        "Look for a quotation mark that opens a cell and is not closed.",
        "Busque una comilla que abre una celda y no se cierra.");

    public static string QuotesDoNotMatch(long line) => Say(
        $"Line {Number(line)}: the quotation marks do not match. One is not closed, or stands alone inside a cell.",
        $"Línea {Number(line)}: las comillas no coinciden. Una no se cierra, o está sola dentro de una celda.");

    public static string QuotesAction => Say(
        "Put the whole cell in quotation marks and write each quotation mark inside it twice: \"5 \"\"A\"\" Street\".",
        "Ponga toda la celda entre comillas y escriba dos veces cada comilla que esté dentro: \"5 \"\"A\"\" Street\".");

    public static string WorkbookBroken(string path, string cause) => Say(
        $"'{path}' cannot be read as a workbook: {cause}",
        $"'{path}' no se puede leer como libro de Excel: {cause}");

    public static string WorkbookAction => Say(
        "Open it in the program that created it, and save it as .xlsx without a password, or as CSV.",
        "Ábralo en el programa que lo creó, y guárdelo como .xlsx sin contraseña, o como CSV.");

    public static string NoWorksheets => Say(
        "no worksheets were found. The format 'Strict Open XML' of Excel is not supported.",
        "no se encontraron hojas. El formato 'Strict Open XML' de Excel no se admite.");

    public static string NoWorksheet(string path, string name) => Say(
        $"'{path}' has no worksheet '{name}'.", $"'{path}' no tiene la hoja '{name}'.");

    public static string WorksheetAction(IEnumerable<string> names) => Say(
        $"Its worksheets are: {string.Join(", ", names)}.",
        $"Sus hojas son: {string.Join(", ", names)}.");

    public static string OtherWorksheets(string read, IEnumerable<string> others, string option) => Say(
        $"Only the worksheet '{read}' is read. The workbook also has: {string.Join(", ", others)}. To read another worksheet, use {option}.",
        $"Solo se lee la hoja '{read}'. El libro también tiene: {string.Join(", ", others)}. Para leer otra hoja, use {option}.");

    public static string JsonBroken(long line, string cause) => Say(
        $"Line {Number(line)}: this is not valid JSON: {cause}",
        $"Línea {Number(line)}: esto no es JSON válido: {cause}");

    public static string JsonAction => Say(
        "The file must contain a list of objects, or one object on each line.",
        "El archivo debe contener una lista de objetos, o un objeto en cada línea.");

    public static string NoObject(string kind) => Say(
        $"{kind} was found instead of an object with the fields of a customer.",
        $"se encontró {kind} en lugar de un objeto con los campos de un cliente.");

    public static string BehindList => Say("there is content after the end of the list.", "hay contenido después del final de la lista.");

    public static string ListOpen => Say("the list is not closed.", "la lista no está cerrada.");

    public static string ValueOpen => Say("an object is not closed.", "un objeto no está cerrado.");
}
