using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>Messages about reconciling doubtful creates, in English and Spanish.</summary>
internal static class ReconciliationMessages
{
    public static string NotShown => Say(
        "the customer list does not show whether the customer of this row was created.",
        "la lista de clientes no muestra si el cliente de esta fila se creó.");

    /// <param name="last">The error of the last attempt to read the list.</param>
    public static string NotLookedUp(string last) => Say(
        $"The customer list could not be read for several rows before this one, so this row was not searched for. Last error: {last}",
        $"La lista de clientes no se pudo leer para varias filas anteriores a esta, por lo que esta fila no se buscó. Último error: {last}");

    public static string LookLaterAction => Say(
        "Run the same command with the same journal again later. The row is searched for before it is sent.",
        "Ejecute el mismo comando con la misma bitácora más tarde. La fila se busca antes de enviarla.");

    public static string Paused(int failures, string last) => Say(
        $"The customer list could not be read {Number(failures)} times in a row. For now, rows are no longer searched for. Last error: {last}",
        $"La lista de clientes no se pudo leer {Number(failures)} veces seguidas. Por ahora, no se buscan más filas. Último error: {last}");

    public static string WithoutId => Say(
        "the customer list contains the customer of this row, but without a valid id.",
        "la lista de clientes contiene el cliente de esta fila, pero sin un identificador válido.");

    public static string WithoutIdAction => Say(
        "Report the problem to the provider. Run the row again when the list shows the customer's id.",
        "Reporte el problema al proveedor. Ejecute la fila de nuevo cuando la lista muestre el identificador del cliente.");

    public static string OtherThanListed(string id) => Say(
        $"the customer list shows the id {id} for the customer of this row, but this is the id of another customer.",
        $"la lista de clientes muestra el identificador {id} para el cliente de esta fila, pero es el identificador de otro cliente.");

    /// <param name="id">The id.</param>
    /// <param name="row">The other row with the id; null if it is not known.</param>
    public static string OfSeveral(string id, long? row) => row is { } other
        ? Say(
            $"the provider shows the customer of this row with the id {id}, which is also the id of row {Number(other)}. That row is about another person.",
            $"el proveedor muestra el cliente de esta fila con el identificador {id}, que también es el de la fila {Number(other)}. Esa fila es de otra persona.")
        : Say(
            $"the customer list shows the id {id} for several customers.",
            $"la lista de clientes muestra el identificador {id} para varios clientes.");

    public static string IdOfThisRow => Say(
        "It belongs to the customer of this row, so the other row has the wrong customer.",
        "Pertenece al cliente de esta fila, por lo que la otra fila tiene el cliente equivocado.");

    public static string IdOfAnother => Say("It does not belong to the customer of this row.", "No pertenece al cliente de esta fila.");

    public static string Looking(int keys) => Say(
        $"Searching the customer list for {Number(keys)} idempotency keys, because it is not known whether the customers of their rows were created.",
        $"Buscando {Number(keys)} claves de idempotencia en la lista de clientes, porque no se sabe si los clientes de sus filas se crearon.");

    /// <param name="keys">Each key with its customers.</param>
    public static string Doubled(IReadOnlyList<string> keys)
    {
        var all = string.Join("; ", keys);
        return Say(
            $"{Number(keys.Count)} idempotency keys of this run have more than one customer. Keep one customer for each key and delete the others: {all}.",
            $"{Number(keys.Count)} claves de idempotencia de esta ejecución tienen más de un cliente. Conserve un cliente por cada clave y elimine los demás: {all}.");
    }

    public static string NotAudited(string cause) => Say(
        $"At the end of the run, the customer list could not be read to look for keys with more than one customer. {cause}",
        $"Al final de la ejecución no se pudo leer la lista de clientes para buscar claves con más de un cliente. {cause}");

    public static string NotThereAction => Say(
        "The customer is not in the provider's customer list. Run the row again.",
        "El cliente no está en la lista de clientes del proveedor. Ejecute la fila de nuevo.");
}
