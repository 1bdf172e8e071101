using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Reconciliation;

/// <summary>Finding out whether a doubtful create was carried out, in English and in Spanish.</summary>
internal static class ReconciliationMessages
{
    public static string CannotLook => Say(
        "The list of customers could not be read to find out.",
        "No se pudo leer la lista de clientes para averiguarlo.");

    public static string Looking(int keys) => Say(
        $"Looking for {Number(keys)} keys in the list of customers, because it is not known whether their rows were created.",
        $"Buscando {Number(keys)} claves en la lista de clientes, porque no se sabe si sus filas se crearon.");

    /// <param name="keys">Each key with its customers.</param>
    public static string Doubled(IReadOnlyList<string> keys)
    {
        var all = string.Join("; ", keys);
        return Say(
            $"{Number(keys.Count)} idempotency keys of this run are carried by several customers. Keep one of each and delete the others: {all}.",
            $"{Number(keys.Count)} claves de idempotencia de esta ejecución las llevan varios clientes. Conserve uno de cada una y elimine los demás: {all}.");
    }

    public static string NotAudited(string cause) => Say(
        $"At the end of the run, the list of customers could not be read to see whether two carry one key. {cause}",
        $"Al final de la ejecución no se pudo leer la lista de clientes para ver si dos llevan una misma clave. {cause}");

    public static string NotThereAction => Say(
        "It is not in the provider's list of customers: run the row again.",
        "No está en la lista de clientes del proveedor: ejecute de nuevo la fila.");
}
