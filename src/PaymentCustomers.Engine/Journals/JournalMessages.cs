using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Journals;

/// <summary>Messages about journals, in English and Spanish.</summary>
internal static class JournalMessages
{
    public static string OtherKeysLookedUp => Say(
        "An earlier version of PaymentCustomers started this journal and read some values differently (telephone numbers, names, documents). A row whose values are now different counts as a new row. Before it is sent, its document is looked up at the provider.",
        "Una versión anterior de PaymentCustomers inició esta bitácora y leía algunos valores de otra manera (teléfonos, nombres, documentos). Una fila cuyos valores ahora son distintos cuenta como una fila nueva. Antes de enviarla, se busca su documento en el proveedor.");

    public static string OtherKeys => Say(
        "An earlier version of PaymentCustomers started this journal and read some values differently (telephone numbers, names). A row whose values are now different counts as a new row: its customer is created a second time, unless you use -SkipExisting (--skip-existing).",
        "Una versión anterior de PaymentCustomers inició esta bitácora y leía algunos valores de otra manera (teléfonos, nombres). Una fila cuyos valores ahora son distintos cuenta como una fila nueva: su cliente se crea por segunda vez, salvo que use -SkipExisting (--skip-existing).");

    public static string JournalLocked(string path) => Say(
        $"The journal '{path}' is in use by another run.",
        $"La bitácora '{path}' está en uso por otra ejecución.");

    public static string NoJournal(string path) => Say(
        $"The file '{path}' is not a journal of PaymentCustomers. It was not changed.",
        $"El archivo '{path}' no es una bitácora de PaymentCustomers. No se modificó.");

    public static string JournalVersion(string path, int version) => Say(
        $"The journal '{path}' has format version {Number(version)}, which this version of PaymentCustomers does not support. It was not changed.",
        $"La bitácora '{path}' tiene la versión de formato {Number(version)}, que esta versión de PaymentCustomers no admite. No se modificó.");

    public static string JournalLine(string path, long line) => Say(
        $"The journal '{path}' is damaged in line {Number(line)}. It was not changed.",
        $"La bitácora '{path}' está dañada en la línea {Number(line)}. No se modificó.");

    /// <param name="path">The path of the journal.</param>
    /// <param name="what">The part of the header that differs: the name of a property of <see cref="JournalHeader"/>.</param>
    /// <param name="its">The value in the journal.</param>
    /// <param name="ours">The value of the run.</param>
    public static string JournalOfOther(string path, string what, string its, string ours) => Say(
        $"The journal '{path}' belongs to another {what.ToLowerInvariant()}: {its}, not {ours}. It was not changed.",
        $"La bitácora '{path}' pertenece a {Other(what)}: {its}, no {ours}. No se modificó.");

    public static string NoSharedJournals(string assembly, string cause) => Say(
        $"A journal in a database needs {assembly}, which could not be loaded. {cause}",
        $"Una bitácora en una base de datos necesita {assembly}, que no se pudo cargar. {cause}");

    public static string NotShared(string path) => Say(
        $"The journal '{path}' is a file. Only a journal in a database has workers.",
        $"La bitácora '{path}' es un archivo. Solo una bitácora en una base de datos tiene procesos.");

    public static string CredentialForFile => Say(
        "-JournalCredential works only with a journal in a database.",
        "-JournalCredential solo funciona con una bitácora en una base de datos.");

    public static string CredentialForFileAction => Say(
        "Omit -JournalCredential, or specify the address of a journal in a database (postgresql://…).",
        "Omita -JournalCredential, o indique la dirección de una bitácora en una base de datos (postgresql://…).");

    public static string NotFile => Say(
        "-Summary works only with a journal in a file, and this journal is in a database.",
        "-Summary solo funciona con una bitácora en un archivo, y esta bitácora está en una base de datos.");

    public static string NotFileAction => Say(
        "Omit -Summary, or specify a journal in a file.",
        "Omita -Summary, o indique una bitácora en un archivo.");

    public static string NotSharedAction => Say(
        "Omit -Worker, or specify the address of a journal in a database.",
        "Omita -Worker, o indique la dirección de una bitácora en una base de datos.");

    public static string JournalUnreadable(string path, string cause) => Say(
        $"The journal '{path}' cannot be read. {cause}",
        $"La bitácora '{path}' no se puede leer. {cause}");

    public static string NoJournalFile(string path) => Say($"The journal '{path}' does not exist.", $"La bitácora '{path}' no existe.");

    public static string NoJournalFileAction => Say(
        "Check the path. Use the one that you specified with -JournalPath (--journal).",
        "Revise la ruta. Use la misma que indicó con -JournalPath (--journal).");

    public static string OtherInput(string its, string ours) => Say(
        $"The journal was started with '{its}', but this input is '{ours}'. Rows that are done in the journal are not sent again. All other rows are sent.",
        $"La bitácora se inició con '{its}', pero esta entrada es '{ours}'. Las filas que están terminadas en la bitácora no se envían de nuevo. Todas las demás filas se envían.");

    public static string InputChanged(string name) => Say(
        $"'{name}' has changed since the journal was started. A changed row counts as a new row. All other rows continue where they stopped.",
        $"'{name}' cambió desde que se inició la bitácora. Una fila modificada cuenta como una fila nueva. Todas las demás filas continúan donde se detuvieron.");

    public static string JournalFailed(string path, string cause) => Say(
        $"The journal '{path}' could not be written, so nothing more was sent. {cause}",
        $"No se pudo escribir la bitácora '{path}', por lo que no se envió nada más. {cause}");

    public static string NoLock(string path, string cause) => Say(
        $"The journal '{path}' cannot be locked, so a second run could use it at the same time. Nothing was sent. {cause}",
        $"La bitácora '{path}' no se puede bloquear, por lo que una segunda ejecución podría usarla al mismo tiempo. No se envió nada. {cause}");

    public static string NoLockAction => Say(
        "Put the journal on a local disk of this computer.",
        "Ponga la bitácora en un disco local de este equipo.");

    public static string LockNotHeld => Say(
        "The file system accepts locks but does not enforce them.",
        "El sistema de archivos acepta bloqueos, pero no los aplica.");

    public static string Moved => Say(
        "The file was deleted or replaced while it was open.",
        "El archivo fue eliminado o reemplazado mientras estaba abierto.");

    public static string SameAccountAction(string account) => Say(
        $"If this is the same account and only its key has changed, add -Account {account} (--account {account}): the run then continues with this journal and the same idempotency keys. Otherwise, specify the journal of this run, or the path of a new one.",
        $"Si es la misma cuenta y solo cambió su clave, agregue -Account {account} (--account {account}): la ejecución continúa con esta bitácora y las mismas claves de idempotencia. De lo contrario, indique la bitácora de esta ejecución, o la ruta de una nueva.");

    public static string JournalAction(PaymentErrorId id) => id switch
    {
        PaymentErrorId.JournalLocked => Say(
            "Wait until the other run ends, or use another journal for this run.",
            "Espere a que termine la otra ejecución, o use otra bitácora para esta."),
        PaymentErrorId.JournalMismatch => Say(
            "Specify the journal of this run, or the path of a new one.",
            "Indique la bitácora de esta ejecución, o la ruta de una nueva."),
        PaymentErrorId.JournalCorrupt => Say(
            "If you know what the damaged line said, correct or remove the line. Otherwise, keep the file and start a new journal. With idempotency keys made from the content of the rows, OnePay does not create a customer twice. At Dots, use -SkipExisting.",
            "Si sabe qué decía la línea dañada, corrija o quite la línea. De lo contrario, conserve el archivo y comience una bitácora nueva. Con claves de idempotencia hechas a partir del contenido de las filas, OnePay no crea un cliente dos veces. En Dots, use -SkipExisting."),
        _ => Say(
            "Check the path, its permissions and the free space on the disk. Then run the same command again with the same journal.",
            "Revise la ruta, sus permisos y el espacio libre en el disco. Luego ejecute el mismo comando de nuevo con la misma bitácora."),
    };

    private static string Other(string what) => what switch
    {
        nameof(JournalHeader.Provider) => "otro proveedor",
        nameof(JournalHeader.Environment) => "otro entorno",
        _ => "otra cuenta",
    };
}
