using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Messages about reading and deleting customers, in English and Spanish.</summary>
internal static class CustomerMessages
{
    public static string Customer(string id) => Say($"Customer {id}", $"Cliente {id}");

    public static string Deleted(string id, string provider) => Say(
        $"Customer {id} was deleted at {provider}.",
        $"El cliente {id} fue eliminado en {provider}.");

    public static string CustomerList => Say("The list of customers", "La lista de clientes");

    public static string ListShrank => Say(
        "it became shorter while it was read, so customers may be missing",
        "se acortó mientras se leía, por lo que pueden faltar clientes");

    public static string ListShrankAction => Say(
        "Read the whole list before you delete customers: (Get-PaymentCustomer) | Remove-PaymentCustomer.",
        "Lea la lista completa antes de eliminar clientes: (Get-PaymentCustomer) | Remove-PaymentCustomer.");

    public static string ListWithoutEnd(int pages) => Say(
        $"it did not end after {Number(pages)} pages",
        $"no terminó después de {Number(pages)} páginas");

    public static string PageTwice => Say(
        "the provider returned the same page twice, so the list would never end",
        "el proveedor devolvió la misma página dos veces, por lo que la lista no terminaría nunca");

    public static string ConnectionCheck => Say("The check of the credential", "La comprobación de la credencial");

    public static string CheckAction(PaymentError error) => error.Id switch
    {
        PaymentErrorId.AuthenticationFailed => error.RecommendedAction ?? "",
        PaymentErrorId.ProviderRejected or PaymentErrorId.ResponseInvalid => Say(
            "Check -BaseUri: the address does not seem to be the provider's API. To connect without this check, use -SkipCheck.",
            "Revise -BaseUri: la dirección no parece ser la API del proveedor. Para conectarse sin esta comprobación, use -SkipCheck."),
        _ => Say(
            $"{error.RecommendedAction} To connect without this check, use -SkipCheck.",
            $"{error.RecommendedAction} Para conectarse sin esta comprobación, use -SkipCheck."),
    };
}
