using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Journals;

/// <summary>The record of a run, in English and in Spanish.</summary>
internal static class JournalMessages
{
    public static string OtherKeysLookedUp => Say(
        "The journal was begun by an earlier version, which read some values otherwise (telephone numbers, names, documents). A row that comes out differently counts as another row: before it is sent, its document is looked up.",
        "La bitácora la inició una versión anterior, que leía algunos valores de otro modo (teléfonos, nombres, documentos). Una fila que por eso resulte distinta cuenta como otra fila: antes de enviarla se busca su documento.");

    public static string OtherKeys => Say(
        "The journal was begun by an earlier version, which read some values otherwise (telephone numbers, names). A row that comes out differently counts as another row: its customer is created once more, unless -SkipExisting (--skip-existing) is given.",
        "La bitácora la inició una versión anterior, que leía algunos valores de otro modo (teléfonos, nombres). Una fila que por eso resulte distinta cuenta como otra fila: su cliente se crea una vez más, salvo que se indique -SkipExisting (--skip-existing).");

    public static string JournalLocked(string path) => Say(
        $"The journal '{path}' is in use: another run has it open.",
        $"La bitácora '{path}' está en uso: otra ejecución la tiene abierta.");

    public static string NoJournal(string path) => Say(
        $"The file '{path}' is no journal of PaymentCustomers. It was not changed.",
        $"El archivo '{path}' no es una bitácora de PaymentCustomers. No se modificó.");

    public static string JournalVersion(string path, int version) => Say(
        $"The journal '{path}' has version {Number(version)}, which this version of PaymentCustomers does not know. It was not changed.",
        $"La bitácora '{path}' tiene la versión {Number(version)}, que esta versión de PaymentCustomers no conoce. No se modificó.");

    public static string JournalLine(string path, long line) => Say(
        $"The journal '{path}' is broken in line {Number(line)}. It was not changed.",
        $"La bitácora '{path}' está dañada en la línea {Number(line)}. No se modificó.");

    /// <param name="path">The file.</param>
    /// <param name="what">Which part of the header differs: the name of a property of <see cref="JournalHeader"/>.</param>
    /// <param name="its">What the file has.</param>
    /// <param name="ours">What the run has.</param>
    public static string JournalOfOther(string path, string what, string its, string ours) => Say(
        $"The journal '{path}' is of another {what.ToLowerInvariant()}: {its}, not {ours}. It was not changed.",
        $"La bitácora '{path}' es de {Other(what)}: {its}, no {ours}. No se modificó.");

    public static string NoSharedJournals(string assembly, string cause) => Say(
        $"Journals in a database need {assembly}, which cannot be loaded. {cause}",
        $"Las bitácoras en una base de datos necesitan {assembly}, que no se puede cargar. {cause}");

    public static string NotShared(string path) => Say(
        $"The journal '{path}' is a file: one run alone works on it, and it has no workers.",
        $"La bitácora '{path}' es un archivo: una sola ejecución trabaja en ella y no tiene procesos.");

    public static string NotFile => Say(
        "The journal is in a database, and -Summary is for journals in files.",
        "La bitácora está en una base de datos, y -Summary es para bitácoras en archivos.");

    public static string NotFileAction => Say(
        "Leave -Summary away, or give the file of a journal.",
        "Omita -Summary, o indique el archivo de una bitácora.");

    public static string NotSharedAction => Say(
        "Leave -Worker away, or give the address of a journal in a database.",
        "Omita -Worker, o indique la dirección de una bitácora en una base de datos.");

    public static string JournalUnreadable(string path, string cause) => Say(
        $"The journal '{path}' cannot be read. {cause}",
        $"La bitácora '{path}' no se puede leer. {cause}");

    public static string NoJournalFile(string path) => Say($"There is no journal '{path}'.", $"No existe la bitácora '{path}'.");

    public static string NoJournalFileAction => Say(
        "Check the path: it is the one that was given with -JournalPath (--journal).",
        "Revise la ruta: es la que se indicó con -JournalPath (--journal).");

    public static string OtherInput(string its, string ours) => Say(
        $"The journal was begun with '{its}', and this is '{ours}'. What the journal knows is not sent again, all other rows are.",
        $"La bitácora se inició con '{its}', y este es '{ours}'. Lo que la bitácora conoce no se envía de nuevo; todas las demás filas, sí.");

    public static string InputChanged(string name) => Say(
        $"'{name}' was changed since the journal was begun. A row that was changed counts as another row; all others go on where they stopped.",
        $"'{name}' cambió desde que se inició la bitácora. Una fila que cambió cuenta como otra fila; todas las demás continúan donde se detuvieron.");

    public static string JournalFailed(string path, string cause) => Say(
        $"The journal '{path}' cannot be written, so nothing more was sent. {cause}",
        $"La bitácora '{path}' no se puede escribir, así que no se envió nada más. {cause}");

    public static string NoLock(string path, string cause) => Say(
        $"The journal '{path}' cannot be locked, so a second run could use it at the same time. Nothing was sent. {cause}",
        $"La bitácora '{path}' no se puede bloquear, así que una segunda ejecución podría usarla al mismo tiempo. No se envió nada. {cause}");

    public static string NoLockAction => Say(
        "Put the journal on a local disk of this machine.",
        "Ponga la bitácora en un disco local de este equipo.");

    public static string LockNotHeld => Say(
        "The file system accepts locks and does not hold them.",
        "El sistema de archivos acepta bloqueos y no los mantiene.");

    public static string Moved => Say(
        "The file was removed or replaced while it was open.",
        "El archivo se eliminó o se reemplazó mientras estaba abierto.");

    public static string SameAccountAction(string account) => Say(
        $"If it is the same account and only its key was changed, add -Account {account} (--account {account}): the run goes on with this journal, and keys stay the same. Otherwise give the journal of this run, or the path of a new one.",
        $"Si es la misma cuenta y solo cambió su clave, agregue -Account {account} (--account {account}): la ejecución continúa con esta bitácora y las claves siguen siendo las mismas. Si no, indique la bitácora de esta ejecución, o la ruta de una nueva.");

    public static string JournalAction(PaymentErrorId id) => id switch
    {
        PaymentErrorId.JournalLocked => Say(
            "Wait for the other run to end, or give this one a journal of its own.",
            "Espere a que termine la otra ejecución, o dé a esta una bitácora propia."),
        PaymentErrorId.JournalMismatch => Say(
            "Give the journal of this run, or the path of a new one.",
            "Indique la bitácora de esta ejecución, o la ruta de una nueva."),
        PaymentErrorId.JournalCorrupt => Say(
            "Mend or remove the line if you know what it said, or keep the file and begin a new journal: with keys made of content OnePay creates nothing twice; at Dots use -SkipExisting.",
            "Corrija o quite la línea si sabe qué decía, o conserve el archivo y comience una bitácora nueva: con claves hechas del contenido, OnePay no crea nada dos veces; en Dots use -SkipExisting."),
        _ => Say(
            "Check the path, its permissions and the room on the disk, then run the same again with the same journal.",
            "Revise la ruta, sus permisos y el espacio en el disco, y ejecute lo mismo de nuevo con la misma bitácora."),
    };

    private static string Other(string what) => what switch
    {
        nameof(JournalHeader.Provider) => "otro proveedor",
        nameof(JournalHeader.Environment) => "otro entorno",
        _ => "otra cuenta",
    };
}
