using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>Messages about reconciling doubtful creates, in English and Spanish.</summary>
internal static class ReconciliationMessages
{
    public static string CannotLook => Say(
        "the customer list could not be read to check this row.",
        "no se pudo leer la lista de clientes para comprobar esta fila.");

    public static string WithoutId => Say(
        "the customer list contains the customer of this row, but without a valid id.",
        "la lista de clientes contiene el cliente de esta fila, pero sin un identificador válido.");

    public static string WithoutIdAction => Say(
        "Report the problem to the provider. Run the row again when the list shows the customer's id.",
        "Reporte el problema al proveedor. Ejecute la fila de nuevo cuando la lista muestre el identificador del cliente.");

    public static string OtherThanListed(string id) => Say(
        $"the customer list shows the id {id} for the customer of this row, but this is the id of another customer.",
        $"la lista de clientes muestra el identificador {id} para el cliente de esta fila, pero es el identificador de otro cliente.");

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
