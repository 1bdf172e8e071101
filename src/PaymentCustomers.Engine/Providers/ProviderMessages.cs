using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers;

/// <summary>What every provider may have to say, in English and in Spanish.</summary>
internal static class ProviderMessages
{
    public static string PhoneWithoutCode => Say(
        "Phone has no calling code: write it as +573001234567, or give CountryCode beside it",
        "Phone no tiene indicativo: escríbalo como +573001234567, o indique también CountryCode");

    public static string ExtensionLeftOut => Say(
        "Phone had an extension, which was left out: the provider takes none",
        "Phone tenía una extensión, que se omitió: el proveedor no la admite");

    public static string ListBroken(string provider, string problem) => Say(
        $"The list of {provider} cannot be followed to its end: {problem}.",
        $"La lista de {provider} no se puede recorrer hasta el final: {problem}.");

    public static string ListBrokenAction => Say(
        "What was read before is complete up to here. Report it to the provider with the request id.",
        "Lo leído antes está completo hasta aquí. Repórtelo al proveedor con el identificador de la solicitud.");

    public static string PageWithoutEnd => Say(
        "it says that there are more, but the page's last customer has no id to go on from",
        "dice que hay más, pero el último cliente de la página no tiene un identificador desde el cual continuar");

    public static string SeeProviders => Say(
        "Get-PaymentProvider shows what each provider can do.",
        "Get-PaymentProvider muestra lo que puede hacer cada proveedor.");

    public static string SeeCredential => Say(
        "Give the provider's own credential. Get-PaymentProvider tells which kind each takes.",
        "Indique la credencial propia del proveedor. Get-PaymentProvider dice de qué tipo es la de cada uno.");

    public static string OperationUnsupported(string provider, ProviderOperation operation) => Say(
        $"{provider} has no way to {Infinitive(operation)} customers.",
        $"{provider} no permite {Verb(operation)} clientes.");

    public static string OperationAction(string provider, ProviderOperation operation) => operation == ProviderOperation.Delete
        ? Say(
            $"Nothing was sent. It cannot be done at {provider}: the customers stay. Get-PaymentProvider shows what each provider can do.",
            $"No se envió nada. No se puede hacer en {provider}: los clientes se quedan. Get-PaymentProvider muestra lo que puede hacer cada proveedor.")
        : SeeProviders;

    private static string Infinitive(ProviderOperation operation) => operation switch
    {
        ProviderOperation.Update => "change",
        _ => operation.ToString().ToLowerInvariant(),
    };

    private static string Verb(ProviderOperation operation) => operation switch
    {
        ProviderOperation.Create => "crear",
        ProviderOperation.Retrieve => "consultar",
        ProviderOperation.List => "listar",
        ProviderOperation.Update => "modificar",
        _ => "eliminar",
    };

    public static string FilterAction(CustomerField field) => Say(
        $"Leave -{field} out: no customer can be found by it. Get-PaymentProvider lists the fields of each provider.",
        $"Omita -{field}: no se puede encontrar ningún cliente por ese campo. Get-PaymentProvider muestra los campos de cada proveedor.");

    public static string FieldUnsupported(string field, string provider) => Say(
        $"{field} is no field of {provider}",
        $"{field} no es un campo de {provider}");

    public static string KeyOfOtherEnvironment(PaymentEnvironment own, PaymentEnvironment asked) => Say(
        $"The key belongs to the {own} environment, but {asked} was asked for.",
        $"La clave pertenece al entorno {own}, pero se pidió {asked}.");

    public static string LeaveEnvironmentOut(PaymentEnvironment asked) => Say(
        $"Leave -Environment out, because the key tells it, or give a key of {asked}.",
        $"Omita -Environment, porque la clave ya lo dice, o indique una clave de {asked}.");

    public static string AmbiguousAction(PaymentProvider provider, ProviderOperation operation) => operation switch
    {
        ProviderOperation.Create when provider.Capabilities.HonoursKey => Say(
            "Run the same row again: its idempotency key makes that harmless.",
            "Ejecute la misma fila de nuevo: su clave de idempotencia lo hace inofensivo."),
        ProviderOperation.Create => Say(
            "Send the row again as it comes back (in the file of rejects, or in TargetObject), ten minutes later: it is looked up by its idempotency key first.",
            "Envíe la fila de nuevo tal como vuelve (en el archivo de rechazos, o en TargetObject), diez minutos después: primero se busca por su clave de idempotencia."),
        ProviderOperation.Update => Say(
            "Run the same row again: the same change made twice is the same change.",
            "Ejecute la misma fila de nuevo: el mismo cambio hecho dos veces es el mismo cambio."),
        _ => Say("Run the same again.", "Ejecute lo mismo de nuevo."),
    };

    public static string AddressIncomplete(CustomerField missing, IReadOnlyList<CustomerField> needed) => Say(
        $"{missing} is missing: an address needs {List(needed, "and")} (-IncompleteAddress Leave, --incomplete-address leave, sends the customer without address)",
        $"Falta {missing}: una dirección necesita {List(needed, "y")} (-IncompleteAddress Leave, --incomplete-address leave, envía el cliente sin dirección)");

    public static string CountryAlone(IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say(
            $"{names} stands alone and is not sent, because an address needs more; a country only says how a telephone number is read",
            $"{names} está solo y no se envía, porque una dirección necesita más; un país solo dice cómo se lee un número de teléfono");
    }

    public static string AddressLeft(IReadOnlyList<CustomerField> needed) => Say(
        $"The address is incomplete and was left out (-IncompleteAddress Leave): it needs {List(needed, "and")}",
        $"La dirección está incompleta y se omitió (-IncompleteAddress Leave): necesita {List(needed, "y")}");

    public static string PostcodeShort(string country, int digits) => Say(
        $"has fewer than the {Number(digits)} digits of {country}: a spreadsheet takes the zeros at the beginning of a number. Format the column as text there, and export it again",
        $"tiene menos de los {Number(digits)} dígitos de {country}: una hoja de cálculo quita los ceros al comienzo de un número. Dé allí formato de texto a la columna, y expórtela de nuevo");

    public static string CountriesDisagree(string code, string country) => Say(
        $"CountryCode says {code}, but Country says {country}",
        $"CountryCode dice {code}, pero Country dice {country}");

    private static string List(IReadOnlyList<CustomerField> fields, string and) =>
        fields.Count == 1 ? fields[0].ToString() : $"{string.Join(", ", fields.SkipLast(1))} {and} {fields[^1]}";
}
