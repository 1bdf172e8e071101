using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Postgres;

/// <summary>Journals in a database, in English and in Spanish.</summary>
internal static class PostgresMessages
{
    public static string PasswordInAddress => Say(
        "The journal's address holds a password, which others can see in an argument.",
        "La dirección de la bitácora contiene una contraseña, que otros pueden ver en un argumento.");

    public static string NoAddress => Say(
        "The journal's address is not understood.",
        "La dirección de la bitácora no se entiende.");

    public static string NoRun => Say(
        "The journal's address names no run.",
        "La dirección de la bitácora no nombra ninguna ejecución.");

    public static string RunName(int most) => Say(
        $"The name of the run in the journal's address has more than {Number(most)} characters, or characters that do not belong in a name.",
        $"El nombre de la ejecución en la dirección de la bitácora tiene más de {Number(most)} caracteres, o caracteres que no caben en un nombre.");

    public static string Option(string name) => Say(
        $"In the journal's address, the value of '{name}' is not understood.",
        $"En la dirección de la bitácora no se entiende el valor de '{name}'.");

    public static string UnknownOption(string name, IReadOnlyList<string> known) => Say(
        $"In the journal's address, '{name}' is not known. Known are: {string.Join(", ", known)}.",
        $"En la dirección de la bitácora no se conoce '{name}'. Se conocen: {string.Join(", ", known)}.");

    /// <param name="form">The form of an address.</param>
    public static string AddressAction(string form) => Say(
        $"Write it as {form}, and give the password in PGPASSWORD or in the file that PGPASSFILE names.",
        $"Escríbala como {form}, y dé la contraseña en PGPASSWORD o en el archivo que indica PGPASSFILE.");

    public static string Failed(string address, string cause) => Say(
        $"The journal '{address}' cannot be used, so nothing more was sent. {cause}",
        $"La bitácora '{address}' no se puede usar, así que no se envió nada más. {cause}");

    public static string FailedAction => Say(
        "Check the address, the password and the rights of the database user, and whether the database is up; then run the same again.",
        "Revise la dirección, la contraseña, los permisos del usuario y si la base de datos funciona; después ejecute lo mismo de nuevo.");

    public static string Tables(string address, int version) => version == 0
        ? Say(
            $"The database of the journal '{address}' has no tables of PaymentCustomers.",
            $"La base de datos de la bitácora '{address}' no tiene las tablas de PaymentCustomers.")
        : Say(
            $"The tables of the journal '{address}' have version {Number(version)}, which is not that of this version of PaymentCustomers ({Number(Schema.Version)}).",
            $"Las tablas de la bitácora '{address}' tienen la versión {Number(version)}, que no es la de esta versión de PaymentCustomers ({Number(Schema.Version)}).");

    public static string TablesAction(int version) => version > Schema.Version
        ? Say("Use the version of PaymentCustomers that made them, or a newer one.", "Use la versión de PaymentCustomers que las hizo, o una más nueva.")
        : Say(
            "Run once, as a user who may create tables: payment-customers journal init ADDRESS.",
            "Ejecute una vez, con un usuario que pueda crear tablas: payment-customers journal init DIRECCIÓN.");

    public static string NoSuchRun(string address) => Say(
        $"The database has no run of this name: '{address}'.",
        $"La base de datos no tiene ninguna ejecución con este nombre: '{address}'.");

    public static string NoSuchRunAction => Say(
        "Check the name in the address: it is the one that was given with -JournalPath (--journal).",
        "Revise el nombre en la dirección: es el que se indicó con -JournalPath (--journal).");

    public static string LeaseLost(TimeSpan lease) => Say(
        Invariant($"This worker was not heard of for {lease.TotalSeconds:0} s, so that others may have taken its rows over. Nothing more was sent."),
        Invariant($"No se supo de este proceso durante {lease.TotalSeconds:0} s, así que otros pueden haber tomado sus filas. No se envió nada más."));

    public static string LeaseLostAction => Say(
        "Run the same again: it begins as a new worker. If it happens often, the machine is too busy, or the lease in the address (lease=) too short.",
        "Ejecute lo mismo de nuevo: comienza como un proceso nuevo. Si ocurre a menudo, el equipo está demasiado ocupado o el plazo en la dirección (lease=) es demasiado corto.");

    public static string Waiting(string address, string cause) => Say(
        $"The journal '{address}' cannot be reached: the run waits for it, and sends nothing that is not recorded. {cause}",
        $"No se puede llegar a la bitácora '{address}': la ejecución la espera y no envía nada que no esté registrado. {cause}");

    public static string GoesOn(string address, TimeSpan gone) => Say(
        Invariant($"The journal '{address}' is there again after {gone.TotalSeconds:0.0} s: the run goes on."),
        Invariant($"La bitácora '{address}' está de nuevo disponible después de {gone.TotalSeconds:0.0} s: la ejecución continúa."));

    public static string StoppedByOther(string reason) => Say(
        $"Another worker of this account met {reason}, which every worker would meet: this one stopped too.",
        $"Otro proceso de esta cuenta encontró {reason}, que encontraría cualquiera: este también se detuvo.");

    public static string StoppedByOtherAction => Say(
        "The report of that worker says what to do. Then run the same again.",
        "El informe de ese proceso dice qué hacer. Después ejecute lo mismo de nuevo.");

    public static string Doubled(long row, string key, IReadOnlyList<string> ids) => Say(
        $"Row {Number(row)} has more than one customer with its idempotency key {key}: {string.Join(", ", ids)}. Keep one and delete the others.",
        $"La fila {Number(row)} tiene más de un cliente con su clave de idempotencia {key}: {string.Join(", ", ids)}. Conserve uno y elimine los demás.");
}
