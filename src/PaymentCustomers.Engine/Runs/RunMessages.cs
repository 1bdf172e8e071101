using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Runs;

/// <summary>What becomes of rows when a run ends or stops, in English and in Spanish.</summary>
internal static class RunMessages
{
    public static string RunAgain => Say(
        "Run the same again, with the same journal if there is one: what is done is not sent twice.",
        "Ejecute lo mismo de nuevo, con la misma bitácora si la hay: lo que ya está hecho no se envía dos veces.");

    /// <summary>The same where nothing tells a row that is done: no journal, and a provider that keeps no keys.</summary>
    public static string RunRestAgain(string provider) => Say(
        $"Run only the rows again that were not created, or add -SkipExisting (--skip-existing): {provider} would create the others once more. With a journal (-JournalPath, --journal) the same run goes on where it stopped.",
        $"Ejecute de nuevo solo las filas que no se crearon, o agregue -SkipExisting (--skip-existing): {provider} crearía las demás otra vez. Con una bitácora (-JournalPath, --journal) la misma ejecución continúa donde se detuvo.");

    public static string RepeatsUnknown(long row) => Say(
        $"{RowMessages.Row(row)}: the same row stands above, and it is not known whether that one was created; it was not sent again.",
        $"{RowMessages.Row(row)}: la misma fila está más arriba, y no se sabe si aquella se creó; no se envió de nuevo.");

    public static string RepeatsFailed(long row) => Say(
        $"{RowMessages.Row(row)}: the same row stands above, and failed there; it was not sent again.",
        $"{RowMessages.Row(row)}: la misma fila está más arriba, y allí falló; no se envió de nuevo.");

    public static string EndedElsewhere(long row, string? error) => Say(
        $"{RowMessages.Row(row)}: another worker of this run sent it, and it has no customer{(error is null ? "" : $" ({error})")}.",
        $"{RowMessages.Row(row)}: otro proceso de esta ejecución la envió, y no tiene cliente{(error is null ? "" : $" ({error})")}.");

    public static string EndedElsewhereAction => Say(
        "The report of that worker says why. When all workers have ended, run the same again: the row is tried once more.",
        "El informe de ese proceso dice por qué. Cuando todos hayan terminado, ejecute lo mismo de nuevo: la fila se intenta otra vez.");

    public static string Interrupted(long row) => Say(
        $"{RowMessages.Row(row)}: the run was stopped while the row was on its way.",
        $"{RowMessages.Row(row)}: la ejecución se detuvo mientras la fila estaba en camino.");

    public static string IdUnsound => Say(
        "The provider's answer has an id that no customer can have.",
        "La respuesta del proveedor tiene un identificador que ningún cliente puede tener.");

    public static string AnswerDenied(string id) => Say(
        $"The provider answered with the customer {id}, and says in the same answer that the request failed.",
        $"El proveedor respondió con el cliente {id}, y dice en la misma respuesta que la solicitud falló.");

    public static string AnsweredDeleted(string id) => Say(
        $"The provider answered with the customer {id}, which it says was deleted.",
        $"El proveedor respondió con el cliente {id}, y dice que se eliminó.");

    public static string OfAnother(CustomerField field, string id) => Say(
        $"The provider answered with another customer, {id}: its {field} is not the one that was sent.",
        $"El proveedor respondió con otro cliente, {id}: su {field} no es el que se envió.");

    public static string IdTaken(string id) => Say(
        $"The provider answered with the customer {id}, which another row of this run has already.",
        $"El proveedor respondió con el cliente {id}, que otra fila de esta ejecución ya tiene.");

    public static string OtherThanChanged(string id, string asked) => Say(
        $"The provider answered with the customer {id}; {asked} was to be changed.",
        $"El proveedor respondió con el cliente {id}; se iba a modificar {asked}.");

    public static string SameCustomer(long row) => Say(
        $"Id is that of row {Number(row)}, which changes the customer otherwise: put the changes of one customer into one row",
        $"Id es el de la fila {Number(row)}, que modifica el cliente de otra manera: ponga los cambios de un cliente en una sola fila");

    public static string ReplayGone(long row, string provider, string id) => Say(
        $"{RowMessages.Row(row)}: {provider} recognised the idempotency key of customer {id}, which was deleted since. No customer was created.",
        $"{RowMessages.Row(row)}: {provider} reconoció la clave de idempotencia del cliente {id}, que se eliminó después. No se creó ningún cliente.");

    public static string Doubled(long row, IReadOnlyList<string> ids)
    {
        var all = string.Join(", ", ids);
        return Say(
            $"{RowMessages.Row(row)}: {Number(ids.Count)} customers carry the idempotency key of this row: {all}.",
            $"{RowMessages.Row(row)}: {Number(ids.Count)} clientes llevan la clave de idempotencia de esta fila: {all}.");
    }

    public static string SamePerson(CustomerField field, long row) => Say(
        $"{field} is that of row {Number(row)}, and the rest of the row is not the same: one of the two is wrong, or -DuplicateIdentity (--duplicate-identity) says what to do",
        $"{field} es el de la fila {Number(row)}, y el resto de la fila no es igual: una de las dos está mal, o -DuplicateIdentity (--duplicate-identity) dice qué hacer");

    public static string KeyOfAnother(long row) => Say(
        $"IdempotencyKey is that of row {Number(row)}, which says something else: a key stands for one row",
        $"IdempotencyKey es la de la fila {Number(row)}, que dice otra cosa: una clave vale para una sola fila");

    public static string TooManyErrors(long rows) => Say(
        $"{Number(rows)} rows failed, as many as were allowed.", $"{Number(rows)} filas fallaron, tantas como se permitieron.");

    public static string TooManyErrorsAction => Say(
        "Correct what is wrong and run the same again: it goes on where it stopped.",
        "Corrija lo que está mal y ejecute lo mismo otra vez: continúa donde se detuvo.");

    public static string NameOnly => Say(
        "the same names stand above, and nothing else tells the two apart: add an e-mail, a telephone number or metadata, or take one of the rows out",
        "los mismos nombres están más arriba, y nada más distingue a las dos: agregue un correo, un teléfono o metadatos, o quite una de las filas");

    public static string ReplayGoneAction => Say(
        "To create the customer again, give the row an idempotency key of its own (IdempotencyKey).",
        "Para crear de nuevo el cliente, dé a la fila una clave de idempotencia propia (IdempotencyKey).");

    public static string NotSent(long row) => Say(
        $"{RowMessages.Row(row)}: nothing was sent, because the run stopped before.",
        $"{RowMessages.Row(row)}: no se envió nada, porque la ejecución se detuvo antes.");

    public static string RunStoppedToWait(string provider, TimeSpan wait, DateTimeOffset until) => wait == TimeSpan.MaxValue
        ? Say(
            $"{provider} asks to wait without end: the run stopped.",
            $"{provider} pide esperar sin fin: la ejecución se detuvo.")
        : Say(
            Invariant($"{provider} asks to wait {wait.TotalSeconds:0} s: the run stopped. Come back at {until:yyyy-MM-dd HH:mm:ss'Z'}."),
            Invariant($"{provider} pide esperar {wait.TotalSeconds:0} s: la ejecución se detuvo. Vuelva después del {until:yyyy-MM-dd HH:mm:ss'Z'}."));

    public static string TimeIsOver(TimeSpan time) => Say(
        Invariant($"The run may take {time:c}, and that time is over: nothing more was sent."),
        Invariant($"La ejecución puede durar {time:c}, y ese tiempo terminó: no se envió nada más."));

    public static string ProviderGone(string provider, int rows, string last) => Say(
        $"{Number(rows)} rows in a row failed because {provider} was not there: the run stopped. The last said: {last}",
        $"{Number(rows)} filas seguidas fallaron porque {provider} no estaba disponible: la ejecución se detuvo. La última dijo: {last}");

    public static string OutcomeUnknown(string message, ProviderOperation operation)
    {
        var first = char.IsPunctuation(message[^1]) ? message : $"{message}.";
        return operation == ProviderOperation.Create
            ? Say($"{first} It is not known whether the customer was created.", $"{first} No se sabe si el cliente se creó.")
            : Say($"{first} It is not known whether the customer was changed.", $"{first} No se sabe si el cliente se modificó.");
    }
}
