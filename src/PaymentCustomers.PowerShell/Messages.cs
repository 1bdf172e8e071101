using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.PowerShell;

/// <summary>Every sentence that the cmdlets themselves say to people, in English and in Spanish; the others are the engine's.</summary>
internal static class Messages
{
    // Before the run

    public static string CannotBeTogether(string first, string second) => Say(
        $"-{first} and -{second} cannot be used together.",
        $"-{first} y -{second} no se pueden usar juntos.");

    public static string LeaveOut(string parameter) => Say($"Leave out -{parameter}.", $"Omita -{parameter}.");

    public static string WithoutValue(string parameter) => Say(
        $"-{parameter} was given without a value. Nothing was sent.",
        $"-{parameter} se indicó sin valor. No se envió nada.");

    public static string GiveValueOrLeaveOut(string parameter) => Say(
        $"Check the variable behind -{parameter}: it is empty. Without -{parameter} something else would be used in its place.",
        $"Revise la variable que sigue a -{parameter}: está vacía. Sin -{parameter} se usaría otra cosa en su lugar.");

    public static string NotAnId(string type) => Say(
        $"An object of type {type} came in where the id of a customer is wanted. Nothing was sent.",
        $"Llegó un objeto de tipo {type} donde se espera el identificador de un cliente. No se envió nada.");

    public static string GiveIds => Say(
        "Give ids as text or GUIDs, or objects that have them in their property Id.",
        "Indique los identificadores como texto o GUID, u objetos que los tengan en su propiedad Id.");

    public static string NeedsProvider(string parameter) => Say(
        $"-{parameter} needs -Provider beside it.",
        $"-{parameter} necesita también -Provider.");

    public static string AddProvider(IEnumerable<string> names)
    {
        var all = names.ToList();
        return Say($"Add -Provider: {string.Join(" or ", all)}.", $"Agregue -Provider, con uno de estos: {string.Join(", ", all)}.");
    }

    public static string NoPlainSecret => Say(
        "A key is not taken in plain text, where the history and logs would keep it. Use Read-Host -AsSecureString, Get-Secret, or the provider's environment variable.",
        "No se acepta una clave en texto sin cifrar, que quedaría en el historial y en los registros. Use Read-Host -AsSecureString, Get-Secret o la variable de entorno del proveedor.");

    public static string Connected(PaymentConnection connection) => Say(
        $"Connected to {connection.Provider}, {connection.Environment}, at {connection.BaseUri}.",
        $"Conectado a {connection.Provider}, {connection.Environment}, en {connection.BaseUri}.");

    // The input

    public static string NoUsableColumn(string names) => Say(
        $"None of the input's columns is a field of a customer: {names}. Nothing was sent.",
        $"Ninguna columna de la entrada es un campo de un cliente: {names}. No se envió nada.");

    public static string NameColumns => Say(
        "Name the columns like the fields that Get-PaymentProvider lists. If the file has lines above its header, skip them: Get-Content FILE | Select-Object -Skip 3 | ConvertFrom-Csv.",
        "Nombre las columnas como los campos que muestra Get-PaymentProvider. Si el archivo tiene líneas encima de su encabezado, sáltelas: Get-Content ARCHIVO | Select-Object -Skip 3 | ConvertFrom-Csv.");

    public static string SkipSepLine => Say(
        "The file begins with a line such as sep=; which tells a spreadsheet the delimiter, and Import-Csv takes it for the header. Skip that line, and give the delimiter: Get-Content FILE | Select-Object -Skip 1 | ConvertFrom-Csv -Delimiter ';'.",
        "El archivo comienza con una línea como sep=; que dice a una hoja de cálculo el delimitador, e Import-Csv la toma por el encabezado. Sáltela, e indique el delimitador: Get-Content ARCHIVO | Select-Object -Skip 1 | ConvertFrom-Csv -Delimiter ';'.");

    public static string NameDelimiter(string delimiter) => Say(
        $"All columns stand in one name, because the file has another delimiter: read it with Import-Csv -Delimiter {delimiter}.",
        $"Todas las columnas aparecen en un solo nombre, porque el archivo tiene otro delimitador: léalo con Import-Csv -Delimiter {delimiter}.");

    public static string ReadAsCsv => Say(
        "These are lines of text or files, not rows: read the file with Import-Csv.",
        "Estas son líneas de texto o archivos, no filas: lea el archivo con Import-Csv.");

    public static string ShardInvalid(string shard) => Say(
        $"'{shard}' is no part of a file: give its number and how many there are, such as 2/8, the second of eight.",
        $"'{shard}' no es una parte de un archivo: indique su número y cuántas hay, por ejemplo 2/8, la segunda de ocho.");

    public static string DateFormatInvalid(string format) => Say(
        $"'{format}' is no form of a date: it needs a day, a month and a year, such as dd/MM/yyyy.",
        $"'{format}' no es una forma de fecha: necesita un día, un mes y un año, como dd/MM/yyyy.");

    public static string MaximumTimeInvalid => Say(
        "It takes a time from one second to 24 days, such as 00:30:00 or (New-TimeSpan -Minutes 30).",
        "Admite un tiempo de un segundo a 24 días, como 00:30:00 o (New-TimeSpan -Minutes 30).");

    public static string JournalOfOtherValues => Say(
        "The journal was begun with other values for all rows on the command line. A row that comes out differently by that counts as another row: its customer is created once more. To go on with the earlier run, give the same values.",
        "La bitácora se inició con otros valores para todas las filas en la línea de comandos. Una fila que por eso resulte distinta cuenta como otra fila: su cliente se crea una vez más. Para continuar la ejecución anterior, dé los mismos valores.");

    public static string RunStopped(string reason) => Say($"The run stopped. {reason}", $"La ejecución se detuvo. {reason}");

    public static string RunAgain(string journal) => Say(
        $"Run the same command again: it goes on with the journal '{journal}'.",
        $"Ejecute el mismo comando otra vez: continúa con la bitácora '{journal}'.");

    public static string NoScriptForFile => Say(
        "A value holds for all rows of the file here, and a script block is none: say with -Map which column is which field.",
        "Aquí un valor rige para todas las filas del archivo, y un bloque de script no lo es: diga con -Map qué columna es qué campo.");

    public static string NoEncoding(string name) => Say(
        $"'{name}' is no encoding. Common ones are utf-8, utf-16, windows-1252, iso-8859-1.",
        $"'{name}' no es una codificación. Las comunes son utf-8, utf-16, windows-1252, iso-8859-1.");

    public static string OneFileForSeveral => Say(
        "One file of results was named for several files. Nothing was sent of this one.",
        "Se nombró un solo archivo de resultados para varios archivos. De este no se envió nada.");

    public static string OneFileForSeveralAction => Say(
        "Import them one by one, or leave -RejectPath and -OutputPath away: each file gets its own.",
        "Impórtelos uno por uno, u omita -RejectPath y -OutputPath: cada archivo tendrá los suyos.");

    public static string MoreErrors(long rows, string id, string? path) => Say(
        $"{Number(rows)} more rows have {id}.{(path is null ? "" : $" All are in '{path}'.")}",
        $"{Number(rows)} filas más tienen {id}.{(path is null ? "" : $" Todas están en '{path}'.")}");

    public static string LiveCaption => Say("These are real customers", "Estos son clientes reales");

    public static string LiveQuestion(PaymentImportCheck check, string host)
    {
        var notified = check.Notified == 0
            ? Say("nobody is written to", "no se le escribe a nadie")
            : Say($"{check.Provider} writes to {Number(check.Notified)} of them, by WhatsApp or e-mail", $"{check.Provider} les escribe a {Number(check.Notified)} de ellos, por WhatsApp o correo");
        return Say(
            $"Create {Number(check.Valid)} customers of the {Number(check.Rows)} rows in '{check.Path}' at {check.Provider} {check.Environment} (account {check.Account}, {host})? Notifications: {notified}.",
            $"¿Crear {Number(check.Valid)} clientes de las {Number(check.Rows)} filas de '{check.Path}' en {check.Provider} {check.Environment} (cuenta {check.Account}, {host})? Notificaciones: {notified}.");
    }

    public static string MetadataTooDeep(int most) => Say(
        $"Metadata is nested more than {Number(most)} levels deep, or holds itself.",
        $"Metadata tiene más de {Number(most)} niveles de anidamiento, o se contiene a sí misma.");

    public static string SeveralValues(int count) => Say(
        $"{Number(count)} values stand where a field takes one",
        $"hay {Number(count)} valores donde un campo admite uno solo");

    public static string Unreadable(string cause) => Say($"cannot be read: {cause}", $"no se puede leer: {cause}");

    public static string TotalCountMismatch(long announced, long came) => Say(
        $"{Number(announced)} rows were announced and {Number(came)} came.",
        $"Se anunciaron {Number(announced)} filas y llegaron {Number(came)}.");

    public static string TotalCountAction => Say(
        "Check what -TotalCount counts, and whether the input was read whole. Rows that did not come were not sent; run the same again with the same journal.",
        "Revise qué cuenta -TotalCount, y si la entrada se leyó completa. Las filas que no llegaron no se enviaron; ejecute lo mismo de nuevo con la misma bitácora.");

    public static string RowsThatDidNotCome(long rows) => Say(
        $"{Number(rows)} of the rows that were announced had not come in by then; nothing was sent for them.",
        $"{Number(rows)} de las filas anunciadas aún no habían llegado; de ellas no se envió nada.");

    public static string NoRow => Say("No row came in.", "No llegó ninguna fila.");

    public static string FieldsLeftOut(string provider, IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say($"{provider} has no such fields, they were left out: {names}.", $"{provider} no tiene estos campos, se omitieron: {names}.");
    }

    // What -WhatIf and -Confirm ask

    public static string Row(long row, string values) => Say($"row {Number(row)} ({values})", $"fila {Number(row)} ({values})");

    public static string RowAlone(long row) => Say($"row {Number(row)}", $"fila {Number(row)}");

    public static string CreateAt(PaymentConnection connection) => Say(
        $"Create customer at {connection.Provider} ({connection.Environment})",
        $"Crear cliente en {connection.Provider} ({connection.Environment})");

    public static string ChangeAt(PaymentConnection connection) => Say(
        $"Change customer at {connection.Provider} ({connection.Environment})",
        $"Modificar cliente en {connection.Provider} ({connection.Environment})");

    public static string Change(string id, IEnumerable<string> given, IReadOnlyList<CustomerField> cleared)
    {
        var changes = string.Join(", ", given);
        var emptied = string.Join(", ", cleared);
        return cleared.Count == 0
            ? Say($"Customer {id}: {changes}", $"Cliente {id}: {changes}")
            : Say($"Customer {id}: {changes}; emptied: {emptied}", $"Cliente {id}: {changes}; se vacía: {emptied}");
    }

    public static string IdMissing => Say(
        "The customer's id is missing: give -Id, or a column Id",
        "Falta el identificador del cliente: indique -Id, o una columna Id");

    public static string OfOtherProvider(string provider, string connected) => Say(
        $"The customer is one of {provider}, and the connection is to {connected}",
        $"El cliente es de {provider}, y la conexión es con {connected}");

    public static string DeleteAt(PaymentConnection connection) => Say(
        $"Delete customer at {connection.Provider} ({connection.Environment})",
        $"Eliminar cliente en {connection.Provider} ({connection.Environment})");

    public static string Disconnect => Say("Disconnect", "Desconectar");

    public static string StartEmulator => Say("Start the emulator", "Iniciar el emulador");

    public static string StopEmulator => Say("Stop the emulator", "Detener el emulador");

    // Progress

    public static string CreatingCustomers => Say("Creating customers", "Creando clientes");

    public static string Done => Say("Done", "Listo");

    public static string Progress(long rows, long? all, long failed, long unknown, double perSecond, DateTimeOffset? heldUntil)
    {
        var done = all is null ? Number(rows) : Say($"{Number(rows)} of {Number(all.Value)}", $"{Number(rows)} de {Number(all.Value)}");
        var doubtful = unknown == 0 ? "" : Say($", {Number(unknown)} unknown", $", {Number(unknown)} dudosas");
        var wait = heldUntil is not { } until ? "" : Say(
            Invariant($", the provider asks to wait until {until:HH:mm:ss'Z'}"),
            Invariant($", el proveedor pide esperar hasta las {until:HH:mm:ss'Z'}"));
        return Say(
            Invariant($"{done} rows, {failed} failed{doubtful}, {perSecond:0} a second{wait}"),
            Invariant($"{done} filas, {failed} fallidas{doubtful}, {perSecond:0} por segundo{wait}"));
    }
}
