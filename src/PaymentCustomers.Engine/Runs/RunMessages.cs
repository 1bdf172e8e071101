using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Runs;

/// <summary>Messages about the outcomes of rows and the end of runs, in English and Spanish.</summary>
internal static class RunMessages
{
    public static string RunAgain => Say(
        "Run the same command again, with the same journal if you use one. Rows that are done are not sent again.",
        "Ejecute el mismo comando de nuevo, con la misma bitácora si usa una. Las filas terminadas no se envían otra vez.");

    /// <summary>The same if completed rows cannot be recognised: without a journal, at a provider without idempotency keys.</summary>
    public static string RunRestAgain(string provider) => Say(
        $"Run again only the rows that were not created, or add -SkipExisting (--skip-existing). Otherwise {provider} creates the other customers a second time. With a journal (-JournalPath, --journal), the same command continues where it stopped.",
        $"Ejecute de nuevo solo las filas que no se crearon, o agregue -SkipExisting (--skip-existing). De lo contrario, {provider} crea los demás clientes por segunda vez. Con una bitácora (-JournalPath, --journal), el mismo comando continúa donde se detuvo.");

    public static string RepeatsUnknown(long row) => Say(
        $"{RowMessages.Row(row)}: this row repeats an earlier row, and it is not known whether the customer of that row was created. This row was not sent.",
        $"{RowMessages.Row(row)}: esta fila repite una fila anterior, y no se sabe si el cliente de esa fila se creó. Esta fila no se envió.");

    public static string RepeatsFailed(long row) => Say(
        $"{RowMessages.Row(row)}: this row repeats an earlier row that failed. This row was not sent.",
        $"{RowMessages.Row(row)}: esta fila repite una fila anterior que falló. Esta fila no se envió.");

    public static string EndedElsewhere(long row, string? error) => Say(
        $"{RowMessages.Row(row)}: another worker of this run sent this row. The row has no customer{(error is null ? "" : $" ({error})")}.",
        $"{RowMessages.Row(row)}: otro proceso de esta ejecución envió esta fila. La fila no tiene cliente{(error is null ? "" : $" ({error})")}.");

    public static string EndedElsewhereAction => Say(
        "The report of that worker gives the reason. When all workers have finished, run the same command again: the row is retried.",
        "El informe de ese proceso indica el motivo. Cuando todos los procesos terminen, ejecute el mismo comando de nuevo: la fila se reintenta.");

    public static string Interrupted(long row) => Say(
        $"{RowMessages.Row(row)}: the run was stopped while the request for this row was in progress.",
        $"{RowMessages.Row(row)}: la ejecución se detuvo mientras la solicitud de esta fila estaba en curso.");

    public static string IdUnsound => Say(
        "The provider's response contains a customer id that is not valid.",
        "La respuesta del proveedor contiene un identificador de cliente que no es válido.");

    public static string AnswerDenied(string id) => Say(
        $"The provider answered with the customer {id}, and says in the same answer that the request failed.",
        $"El proveedor respondió con el cliente {id}, y dice en la misma respuesta que la solicitud falló.");

    public static string AnsweredDeleted(string id) => Say(
        $"The provider answered with customer {id} and says that this customer was deleted.",
        $"El proveedor respondió con el cliente {id} e indica que ese cliente fue eliminado.");

    public static string OfAnother(CustomerField field, string id) => Say(
        $"The provider answered with a different customer, {id}: its {field} is not the value that was sent.",
        $"El proveedor respondió con un cliente distinto, {id}: su {field} no es el valor que se envió.");

    public static string IdTaken(string id) => Say(
        $"The provider answered with customer {id}, which already belongs to another row of this run.",
        $"El proveedor respondió con el cliente {id}, que ya pertenece a otra fila de esta ejecución.");

    public static string OtherThanChanged(string id, string asked) => Say(
        $"The request was to change customer {asked}, but the provider answered with customer {id}.",
        $"La solicitud era modificar el cliente {asked}, pero el proveedor respondió con el cliente {id}.");

    public static string SameCustomer(long row) => Say(
        $"Id is the same as in row {Number(row)}, which changes this customer in a different way. Put all changes of one customer in one row",
        $"Id es igual al de la fila {Number(row)}, que modifica este cliente de otra manera. Ponga todos los cambios de un cliente en una sola fila");

    public static string ReplayGone(long row, string provider, string id) => Say(
        $"{RowMessages.Row(row)}: {provider} recognised the idempotency key of customer {id}, which was deleted later. No customer was created.",
        $"{RowMessages.Row(row)}: {provider} reconoció la clave de idempotencia del cliente {id}, que fue eliminado después. No se creó ningún cliente.");

    public static string Doubled(long row, IReadOnlyList<string> ids)
    {
        var all = string.Join(", ", ids);
        return Say(
            $"{RowMessages.Row(row)}: {Number(ids.Count)} customers have the idempotency key of this row: {all}.",
            $"{RowMessages.Row(row)}: {Number(ids.Count)} clientes tienen la clave de idempotencia de esta fila: {all}.");
    }

    public static string SamePerson(CustomerField field, long row) => Say(
        $"{field} is the same as in row {Number(row)}, but other values are different. Correct one of the two rows, or choose with -DuplicateIdentity (--duplicate-identity) what to do with such rows",
        $"{field} es igual al de la fila {Number(row)}, pero otros valores son distintos. Corrija una de las dos filas, o elija con -DuplicateIdentity (--duplicate-identity) qué hacer con esas filas");

    public static string KeyOfAnother(long row) => Say(
        $"IdempotencyKey is the same as in row {Number(row)}, which has different values. Use each idempotency key for one row only",
        $"IdempotencyKey es igual a la de la fila {Number(row)}, que tiene otros valores. Use cada clave de idempotencia para una sola fila");

    public static string TooManyErrors(long rows) => Say(
        $"The run reached the limit of failed rows: {Number(rows)} (-MaximumErrorCount, --max-errors).",
        $"La ejecución llegó al límite de filas fallidas: {Number(rows)} (-MaximumErrorCount, --max-errors).");

    public static string TooManyErrorsAction => Say(
        "Correct the rows and run the same command again: it continues where it stopped.",
        "Corrija las filas y ejecute el mismo comando de nuevo: continúa donde se detuvo.");

    public static string NameOnly => Say(
        "an earlier row has the same names, and no other value tells the two customers apart. Add an e-mail address, a telephone number or metadata, or remove one of the rows",
        "una fila anterior tiene los mismos nombres, y ningún otro valor distingue a los dos clientes. Agregue un correo electrónico, un teléfono o metadatos, o quite una de las filas");

    public static string ReplayGoneAction => Say(
        "To create the customer again, give the row a new idempotency key (IdempotencyKey).",
        "Para crear el cliente de nuevo, asigne a la fila una clave de idempotencia nueva (IdempotencyKey).");

    public static string NotSent(long row) => Say(
        $"{RowMessages.Row(row)}: nothing was sent for this row, because the run stopped before it.",
        $"{RowMessages.Row(row)}: no se envió nada por esta fila, porque la ejecución se detuvo antes.");

    public static string RunStoppedToWait(string provider, TimeSpan wait, DateTimeOffset until) => wait == TimeSpan.MaxValue
        ? Say(
            $"{provider} asked to wait without a time limit. The run stopped.",
            $"{provider} pidió esperar sin límite de tiempo. La ejecución se detuvo.")
        : Say(
            Invariant($"{provider} asked to wait {wait.TotalSeconds:0} s. The run stopped. Run it again after {until:yyyy-MM-dd HH:mm:ss'Z'}."),
            Invariant($"{provider} pidió esperar {wait.TotalSeconds:0} s. La ejecución se detuvo. Ejecútela de nuevo después del {until:yyyy-MM-dd HH:mm:ss'Z'}."));

    public static string TimeIsOver(TimeSpan time) => Say(
        Invariant($"The run reached its maximum time of {time:c}. Nothing more was sent."),
        Invariant($"La ejecución llegó a su tiempo máximo de {time:c}. No se envió nada más."));

    public static string ProviderGone(string provider, int rows, string last) => Say(
        $"{Number(rows)} consecutive rows failed because {provider} was not available. The run stopped. Last error: {last}",
        $"{Number(rows)} filas consecutivas fallaron porque {provider} no estaba disponible. La ejecución se detuvo. Último error: {last}");

    public static string OutcomeUnknown(string message, ProviderOperation operation) => operation == ProviderOperation.Create
        ? Say($"{Sentence(message)} It is not known whether the customer was created.", $"{Sentence(message)} No se sabe si el cliente se creó.")
        : Say($"{Sentence(message)} It is not known whether the customer was changed.", $"{Sentence(message)} No se sabe si el cliente se modificó.");

    /// <param name="message">Why the row is given up.</param>
    /// <param name="lookup">Why its customer could not be looked up.</param>
    public static string AndNotLookedUp(string message, string lookup) => Say(
        $"{Sentence(message)} The customer could not be looked up: {lookup}",
        $"{Sentence(message)} No se pudo buscar el cliente: {lookup}");

    private static string Sentence(string message) => char.IsPunctuation(message[^1]) ? message : $"{message}.";
}
