using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Customers;

/// <summary>Reading and deleting customers, in English and in Spanish.</summary>
internal static class CustomerMessages
{
    public static string Customer(string id) => Say($"Customer {id}", $"Cliente {id}");

    public static string Deleted(string id, string provider) => Say(
        $"Customer {id} was deleted at {provider}.",
        $"El cliente {id} fue eliminado en {provider}.");

    public static string CustomerList => Say("The list of customers", "La lista de clientes");

    public static string ListShrank => Say(
        "it became shorter while it was read, so that customers may be missing",
        "se acortó mientras se leía, de modo que pueden faltar clientes");

    public static string ListShrankAction => Say(
        "Read the whole list before you delete any of it: (Get-PaymentCustomer) | Remove-PaymentCustomer.",
        "Lea toda la lista antes de borrar algo de ella: (Get-PaymentCustomer) | Remove-PaymentCustomer.");

    public static string ListWithoutEnd(int pages) => Say(
        $"after {Number(pages)} pages it still goes on",
        $"después de {Number(pages)} páginas todavía continúa");

    public static string PageTwice => Say(
        "the same page came twice, so that the list would never end",
        "la misma página llegó dos veces, de modo que la lista no terminaría nunca");

    public static string ConnectionCheck => Say("The check of the credential", "La comprobación de la credencial");

    public static string CheckAction(PaymentError error) => error.Id switch
    {
        PaymentErrorId.AuthenticationFailed => error.RecommendedAction ?? "",
        PaymentErrorId.ProviderRejected or PaymentErrorId.ResponseInvalid => Say(
            "Check -BaseUri: something else than the provider's API seems to be there. -SkipCheck connects without asking.",
            "Revise -BaseUri: allí parece haber algo distinto de la API del proveedor. -SkipCheck conecta sin preguntar."),
        _ => Say(
            $"{error.RecommendedAction} -SkipCheck connects without asking.",
            $"{error.RecommendedAction} -SkipCheck conecta sin preguntar."),
    };
}
