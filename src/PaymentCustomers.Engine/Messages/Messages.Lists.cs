using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine;

// Reading the list of customers, page by page.
internal static partial class Messages
{
    public static string CustomerList => Say("The list of customers", "La lista de clientes");

    public static string FilterAction(CustomerField field) => Say(
        $"Leave -{field} out: no customer can be found by it. Get-PaymentProvider lists the fields of each provider.",
        $"Omita -{field}: no se puede encontrar ningún cliente por ese campo. Get-PaymentProvider muestra los campos de cada proveedor.");

    public static string ListBroken(string provider, string problem) => Say(
        $"The list of {provider} cannot be followed to its end: {problem}.",
        $"La lista de {provider} no se puede recorrer hasta el final: {problem}.");

    public static string ListShrank => Say(
        "it became shorter while it was read, so that customers may be missing",
        "se acortó mientras se leía, de modo que pueden faltar clientes");

    public static string ListShrankAction => Say(
        "Read the whole list before you delete any of it: (Get-PaymentCustomer) | Remove-PaymentCustomer.",
        "Lea toda la lista antes de borrar algo de ella: (Get-PaymentCustomer) | Remove-PaymentCustomer.");

    public static string ListBrokenAction => Say(
        "What was read before is complete up to here. Report it to the provider with the request id.",
        "Lo leído antes está completo hasta aquí. Repórtelo al proveedor con el identificador de la solicitud.");

    public static string PageWithoutEnd => Say(
        "it says that there are more, but the page's last customer has no id to go on from",
        "dice que hay más, pero el último cliente de la página no tiene un identificador desde el cual continuar");

    public static string PageWithoutName => Say(
        "neither its pages nor their customers say which they are, so that one cannot be told from another",
        "ni sus páginas ni sus clientes dicen cuáles son, de modo que no se distingue una página de otra");

    public static string PageTwice => Say(
        "the same page came twice, so that the list would never end",
        "la misma página llegó dos veces, de modo que la lista no terminaría nunca");

    public static string OtherPage(int asked, int given) => Say(
        $"page {Number(asked)} was asked for and page {Number(given)} came",
        $"se pidió la página {Number(asked)} y llegó la página {Number(given)}");

    public static string CannotLook => Say(
        "The list of customers could not be read to find out.",
        "No se pudo leer la lista de clientes para averiguarlo.");

    public static string Looking(int keys) => Say(
        $"Looking for {Number(keys)} keys in the list of customers, because it is not known whether their rows were created.",
        $"Buscando {Number(keys)} claves en la lista de clientes, porque no se sabe si sus filas se crearon.");
}
