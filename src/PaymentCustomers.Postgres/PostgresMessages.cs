using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Postgres;

/// <summary>Messages about journals in a database, in English and Spanish.</summary>
internal static class PostgresMessages
{
    public static string PasswordInAddress => Say(
        "The address of the journal contains a password. Other users can see the arguments of a command.",
        "La dirección de la bitácora contiene una contraseña. Otros usuarios pueden ver los argumentos de un comando.");

    public static string NoAddress => Say(
        "The address of the journal is not valid.",
        "La dirección de la bitácora no es válida.");

    public static string NoRun => Say(
        "The address of the journal does not contain the name of a run.",
        "La dirección de la bitácora no contiene el nombre de una ejecución.");

    public static string RunName(int most) => Say(
        $"The name of the run in the address of the journal has more than {Number(most)} characters, or characters that are not allowed in a name.",
        $"El nombre de la ejecución en la dirección de la bitácora tiene más de {Number(most)} caracteres, o caracteres que no se permiten en un nombre.");

    public static string Option(string name) => Say(
        $"In the address of the journal, the value of '{name}' is not valid.",
        $"En la dirección de la bitácora, el valor de '{name}' no es válido.");

    public static string UnknownOption(string name, IReadOnlyList<string> known) => Say(
        $"In the address of the journal, '{name}' is not an option. The options are: {string.Join(", ", known)}.",
        $"En la dirección de la bitácora, '{name}' no es una opción. Las opciones son: {string.Join(", ", known)}.");

    /// <param name="form">The form of an address.</param>
    public static string AddressAction(string form) => Say(
        $"Write the address as {form}. Set the password in PGPASSWORD or in the file that PGPASSFILE specifies, or use -JournalCredential in PowerShell.",
        $"Escriba la dirección como {form}. Defina la contraseña en PGPASSWORD o en el archivo que indica PGPASSFILE, o use -JournalCredential en PowerShell.");

    public static string Failed(string address, string cause) => Say(
        $"The journal '{address}' could not be used, so nothing more was sent. {cause}",
        $"No se pudo usar la bitácora '{address}', por lo que no se envió nada más. {cause}");

    public static string FailedAction => Say(
        "Check the address, the password, the permissions of the database user, and that the database is running. Then run the same command again.",
        "Revise la dirección, la contraseña, los permisos del usuario de la base de datos y que la base de datos esté funcionando. Luego ejecute el mismo comando de nuevo.");

    public static string Tables(string address, int version) => version == 0
        ? Say(
            $"The database of the journal '{address}' does not have the tables of PaymentCustomers.",
            $"La base de datos de la bitácora '{address}' no tiene las tablas de PaymentCustomers.")
        : Say(
            $"The tables of the journal '{address}' have version {Number(version)}, but this version of PaymentCustomers needs version {Number(Schema.Version)}.",
            $"Las tablas de la bitácora '{address}' tienen la versión {Number(version)}, pero esta versión de PaymentCustomers necesita la versión {Number(Schema.Version)}.");

    public static string TablesAction(int version) => version > Schema.Version
        ? Say(
            "Use the version of PaymentCustomers that created the tables, or a newer one.",
            "Use la versión de PaymentCustomers que creó las tablas, o una más nueva.")
        : Say(
            "Run this command once, as a user who is allowed to create tables: payment-customers journal init ADDRESS.",
            "Ejecute este comando una vez, con un usuario que pueda crear tablas: payment-customers journal init DIRECCIÓN.");

    public static string NoSuchRun(string address) => Say(
        $"The database has no run with this name: '{address}'.",
        $"La base de datos no tiene ninguna ejecución con este nombre: '{address}'.");

    public static string NoSuchRunAction => Say(
        "Check the name in the address. Use the one that you specified with -JournalPath (--journal).",
        "Revise el nombre en la dirección. Use el mismo que indicó con -JournalPath (--journal).");

    public static string LeaseLost(TimeSpan lease) => Say(
        Invariant($"This worker was silent for {lease.TotalSeconds:0} s, so other workers may have taken over its rows. Nothing more was sent."),
        Invariant($"Este proceso no dio señales durante {lease.TotalSeconds:0} s, por lo que otros procesos pueden haber tomado sus filas. No se envió nada más."));

    public static string LeaseLostAction => Say(
        "Run the same command again: it starts as a new worker. If this happens often, the computer is too busy, or the lease in the address (lease=) is too short.",
        "Ejecute el mismo comando de nuevo: comienza como un proceso nuevo. Si ocurre a menudo, el equipo está demasiado ocupado, o el plazo en la dirección (lease=) es demasiado corto.");

    public static string Waiting(string address, string cause) => Say(
        $"The journal '{address}' is not available. The run waits for it and sends nothing in the meantime. {cause}",
        $"La bitácora '{address}' no está disponible. La ejecución la espera y mientras tanto no envía nada. {cause}");

    public static string GoesOn(string address, TimeSpan gone) => Say(
        Invariant($"The journal '{address}' is available again after {gone.TotalSeconds:0.0} s. The run continues."),
        Invariant($"La bitácora '{address}' está disponible de nuevo después de {gone.TotalSeconds:0.0} s. La ejecución continúa."));

    public static string StoppedByOther(string reason) => Say(
        $"Another worker of this account stopped because of {reason}. The same problem affects every worker, so this worker also stopped.",
        $"Otro proceso de esta cuenta se detuvo por {reason}. El mismo problema afecta a todos los procesos, por lo que este también se detuvo.");

    public static string StoppedByOtherAction => Say(
        "The report of that worker says what to do. Then run the same command again.",
        "El informe de ese proceso dice qué hacer. Luego ejecute el mismo comando de nuevo.");

    public static string Doubled(long row, string key, IReadOnlyList<string> ids) => Say(
        $"Row {Number(row)} has more than one customer with its idempotency key {key}: {string.Join(", ", ids)}. Keep one and delete the others.",
        $"La fila {Number(row)} tiene más de un cliente con su clave de idempotencia {key}: {string.Join(", ", ids)}. Conserve uno y elimine los demás.");
}
