using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.PowerShell;

/// <summary>The messages of the cmdlets, in English and Spanish. All other messages come from the engine.</summary>
internal static class Messages
{
    // Before the run

    public static string CannotBeTogether(string first, string second) => Say(
        $"-{first} and -{second} cannot be used together.",
        $"-{first} y -{second} no se pueden usar juntos.");

    public static string LeaveOut(string parameter) => Say($"Omit -{parameter}.", $"Omita -{parameter}.");

    public static string WithoutValue(string parameter) => Say(
        $"-{parameter} has an empty value. Nothing was sent.",
        $"-{parameter} tiene un valor vacío. No se envió nada.");

    public static string GiveValueOrLeaveOut(string parameter) => Say(
        $"Check the variable that you passed to -{parameter}: it is empty. If you omit -{parameter}, another value is used instead.",
        $"Revise la variable que pasó a -{parameter}: está vacía. Si omite -{parameter}, se usa otro valor en su lugar.");

    public static string NotAnId(string type) => Say(
        $"An object of type {type} was received instead of the id of a customer. Nothing was sent.",
        $"Se recibió un objeto de tipo {type} en lugar del identificador de un cliente. No se envió nada.");

    public static string GiveIds => Say(
        "Specify ids as text or GUIDs, or objects with a property Id.",
        "Indique los identificadores como texto o GUID, u objetos con una propiedad Id.");

    public static string NeedsProvider(string parameter) => Say(
        $"-{parameter} can be used only together with -Provider.",
        $"-{parameter} solo se puede usar junto con -Provider.");

    public static string AddProvider(IEnumerable<string> names)
    {
        var all = names.ToList();
        return Say($"Add -Provider: {string.Join(" or ", all)}.", $"Agregue -Provider, con uno de estos: {string.Join(", ", all)}.");
    }

    public static string NoPlainSecret => Say(
        "A key is not accepted as plain text, because the history and logs would keep it. Use Read-Host -AsSecureString, Get-Secret, or the provider's environment variable.",
        "No se acepta una clave como texto sin cifrar, porque quedaría en el historial y en los registros. Use Read-Host -AsSecureString, Get-Secret o la variable de entorno del proveedor.");

    public static string Connected(PaymentConnection connection) => Say(
        $"Connected to {connection.Provider}, {connection.Environment}, at {connection.BaseUri}.",
        $"Conectado a {connection.Provider}, {connection.Environment}, en {connection.BaseUri}.");

    // The input

    public static string NoUsableColumn(string names) => Say(
        $"None of the columns in the input is a customer field: {names}. Nothing was sent.",
        $"Ninguna columna de la entrada es un campo de cliente: {names}. No se envió nada.");

    public static string NameColumns => Say(
        "Name the columns like the fields that Get-PaymentProvider lists. If the file has lines above the header, skip them: Get-Content FILE | Select-Object -Skip 3 | ConvertFrom-Csv.",
        "Nombre las columnas como los campos que muestra Get-PaymentProvider. Si el archivo tiene líneas antes del encabezado, omítalas: Get-Content ARCHIVO | Select-Object -Skip 3 | ConvertFrom-Csv.");

    public static string SkipSepLine => Say(
        "The file starts with a line such as sep=; that tells a spreadsheet the delimiter. Import-Csv reads this line as the header. Skip the line and specify the delimiter: Get-Content FILE | Select-Object -Skip 1 | ConvertFrom-Csv -Delimiter ';'.",
        "El archivo comienza con una línea como sep=; que indica el delimitador a una hoja de cálculo. Import-Csv lee esa línea como el encabezado. Omita la línea e indique el delimitador: Get-Content ARCHIVO | Select-Object -Skip 1 | ConvertFrom-Csv -Delimiter ';'.");

    public static string NameDelimiter(string delimiter) => Say(
        $"All columns were read as one, because the file has a different delimiter. Read it with Import-Csv -Delimiter {delimiter}.",
        $"Todas las columnas se leyeron como una sola, porque el archivo tiene otro delimitador. Léalo con Import-Csv -Delimiter {delimiter}.");

    public static string ReadAsCsv => Say(
        "The input is lines of text or files, not rows. Read the file with Import-Csv.",
        "La entrada son líneas de texto o archivos, no filas. Lea el archivo con Import-Csv.");

    public static string ShardInvalid(string shard) => Say(
        $"'{shard}' is not a valid part of a file. Specify the number of the part and the number of parts, such as 2/8 for the second of eight.",
        $"'{shard}' no es una parte válida de un archivo. Indique el número de la parte y el número de partes, por ejemplo 2/8 para la segunda de ocho.");

    public static string ThrottleLimitInvalid(string text, int least, int most) => Say(
        $"'{text}' is not a number of requests at once. Specify a whole number from {least} to {most}, or Auto.",
        $"'{text}' no es un número de solicitudes a la vez. Indique un número entero de {least} a {most}, o Auto.");

    public static string ThrottleLimitAuto => Say("as many requests at once as the provider takes", "tantas solicitudes a la vez como acepte el proveedor");

    public static string ThrottleLimitOf(string count) => Say($"{count} requests at once", $"{count} solicitudes a la vez");

    public static string DateFormatInvalid(string format) => Say(
        $"'{format}' is not a date format. A date format has a day, a month and a year, such as dd/MM/yyyy.",
        $"'{format}' no es un formato de fecha. Un formato de fecha tiene día, mes y año, como dd/MM/yyyy.");

    public static string MaximumTimeInvalid => Say(
        "Specify a time from one second to 24 days, such as 00:30:00 or (New-TimeSpan -Minutes 30).",
        "Indique un tiempo de un segundo a 24 días, como 00:30:00 o (New-TimeSpan -Minutes 30).");

    public static string JournalOfOtherValues => Say(
        "The journal was started with other values for all rows on the command line. A row whose values are now different counts as a new row: its customer is created a second time. To continue the earlier run, specify the same values.",
        "La bitácora se inició con otros valores para todas las filas en la línea de comandos. Una fila cuyos valores ahora son distintos cuenta como una fila nueva: su cliente se crea por segunda vez. Para continuar la ejecución anterior, indique los mismos valores.");

    public static string RunStopped(string reason) => Say($"The run stopped. {reason}", $"La ejecución se detuvo. {reason}");

    public static string RunAgain(string journal) => Say(
        $"Run the same command again. It continues with the journal '{journal}'.",
        $"Ejecute el mismo comando de nuevo. Continúa con la bitácora '{journal}'.");

    public static string NoScriptForFile => Say(
        "Here, a value applies to all rows of the file, so a script block cannot be used. Use -Map to specify which column contains which field.",
        "Aquí, un valor se aplica a todas las filas del archivo, por lo que no se puede usar un bloque de script. Use -Map para indicar qué columna contiene qué campo.");

    public static string NoEncoding(string name) => Say(
        $"'{name}' is not an encoding. Common encodings are utf-8, utf-16, windows-1252 and iso-8859-1.",
        $"'{name}' no es una codificación. Las codificaciones comunes son utf-8, utf-16, windows-1252 e iso-8859-1.");

    public static string OneFileForSeveral => Say(
        "The same result file was specified for several files. Nothing was sent for this file.",
        "Se indicó el mismo archivo de resultados para varios archivos. No se envió nada de este archivo.");

    public static string OneFileForSeveralAction => Say(
        "Import the files one by one, or omit -RejectPath and -OutputPath: each file then has its own result files.",
        "Importe los archivos uno por uno, u omita -RejectPath y -OutputPath: así cada archivo tiene sus propios archivos de resultados.");

    public static string MoreErrors(long rows, string id, string? path) => Say(
        $"{Number(rows)} more rows have {id}.{(path is null ? "" : $" All of them are in '{path}'.")}",
        $"{Number(rows)} filas más tienen {id}.{(path is null ? "" : $" Todas están en '{path}'.")}");

    public static string LiveCaption => Say("These are real customers", "Estos son clientes reales");

    public static string LiveQuestion(PaymentImportCheck check, string host)
    {
        var notified = check.Notified == 0
            ? Say("no customer receives a message", "ningún cliente recibe mensajes")
            : Say(
                $"{check.Provider} sends messages to {Number(check.Notified)} of them, by WhatsApp or e-mail",
                $"{check.Provider} envía mensajes a {Number(check.Notified)} de ellos, por WhatsApp o correo");
        return Say(
            $"Create {Number(check.Valid)} customers from the {Number(check.Rows)} rows in '{check.Path}' at {check.Provider} {check.Environment} (account {check.Account}, {host})? Notifications: {notified}.",
            $"¿Crear {Number(check.Valid)} clientes con las {Number(check.Rows)} filas de '{check.Path}' en {check.Provider} {check.Environment} (cuenta {check.Account}, {host})? Notificaciones: {notified}.");
    }

    public static string MetadataTooDeep(int most) => Say(
        $"Metadata is nested more than {Number(most)} levels deep, or contains itself.",
        $"Metadata tiene más de {Number(most)} niveles de anidamiento, o se contiene a sí misma.");

    public static string SeveralValues(int count) => Say(
        $"{Number(count)} values were specified, but the field accepts only one",
        $"se indicaron {Number(count)} valores, pero el campo acepta uno solo");

    public static string Unreadable(string cause) => Say($"cannot be read: {cause}", $"no se puede leer: {cause}");

    public static string TotalCountMismatch(long announced, long came) => Say(
        $"{Number(announced)} rows were expected (-TotalCount), but {Number(came)} rows were received.",
        $"Se esperaban {Number(announced)} filas (-TotalCount), pero se recibieron {Number(came)} filas.");

    public static string TotalCountAction => Say(
        "Check the value of -TotalCount, and check that the input was read completely. Nothing was sent for rows that were not received. Then run the same command again with the same journal.",
        "Revise el valor de -TotalCount, y que la entrada se haya leído completa. No se envió nada de las filas que no se recibieron. Luego ejecute el mismo comando de nuevo con la misma bitácora.");

    public static string RowsThatDidNotCome(long rows) => Say(
        $"{Number(rows)} of the expected rows were not yet received when the run stopped. Nothing was sent for them.",
        $"{Number(rows)} de las filas esperadas aún no se habían recibido cuando la ejecución se detuvo. No se envió nada de ellas.");

    public static string NoRow => Say("No rows were received.", "No se recibió ninguna fila.");

    public static string FieldsLeftOut(string provider, IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say(
            $"{provider} does not have these fields, so they were ignored: {names}.",
            $"{provider} no tiene estos campos, por lo que se ignoraron: {names}.");
    }

    // Prompts of -WhatIf and -Confirm

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
            : Say($"Customer {id}: {changes}; cleared: {emptied}", $"Cliente {id}: {changes}; se vacía: {emptied}");
    }

    public static string IdMissing => Say(
        "The id of the customer is missing. Specify -Id, or add a column Id",
        "Falta el identificador del cliente. Indique -Id, o agregue una columna Id");

    public static string OfOtherProvider(string provider, string connected) => Say(
        $"The customer belongs to {provider}, but the connection is to {connected}",
        $"El cliente es de {provider}, pero la conexión es con {connected}");

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
            Invariant($", waiting until {until:HH:mm:ss'Z'} as the provider asked"),
            Invariant($", en espera hasta las {until:HH:mm:ss'Z'} a pedido del proveedor"));
        return Say(
            Invariant($"{done} rows, {failed} failed{doubtful}, {perSecond:0} per second{wait}"),
            Invariant($"{done} filas, {failed} fallidas{doubtful}, {perSecond:0} por segundo{wait}"));
    }
}
