using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers;

/// <summary>Messages that concern all providers, in English and Spanish.</summary>
internal static class ProviderMessages
{
    public static string PhoneWithoutCode => Say(
        "Phone has no calling code. Write it with the calling code, such as +573001234567, or also provide CountryCode",
        "Phone no tiene indicativo. Escríbalo con el indicativo, como +573001234567, o indique también CountryCode");

    public static string ExtensionLeftOut => Say(
        "Phone had an extension, which was removed: the provider does not accept extensions",
        "Phone tenía una extensión, que se quitó: el proveedor no admite extensiones");

    public static string ListBroken(string provider, string problem) => Say(
        $"The customer list of {provider} could not be read completely: {problem}.",
        $"No se pudo leer completa la lista de clientes de {provider}: {problem}.");

    public static string ListBrokenAction => Say(
        "The customers before this point were read. Report the problem to the provider with the request id.",
        "Los clientes anteriores a este punto se leyeron. Reporte el problema al proveedor con el identificador de la solicitud.");

    public static string PageWithoutEnd => Say(
        "the provider says that there are more customers, but the last customer of the page has no id to continue from",
        "el proveedor indica que hay más clientes, pero el último cliente de la página no tiene un identificador desde el cual continuar");

    public static string SeeProviders => Say(
        "Get-PaymentProvider shows what each provider supports.",
        "Get-PaymentProvider muestra lo que admite cada proveedor.");

    public static string SeeCredential => Say(
        "Use the credential of this provider. Get-PaymentProvider shows which kind of credential each provider uses.",
        "Use la credencial de este proveedor. Get-PaymentProvider muestra qué tipo de credencial usa cada proveedor.");

    public static string OperationUnsupported(string provider, ProviderOperation operation) => Say(
        $"{provider} does not allow you to {Infinitive(operation)} customers.",
        $"{provider} no permite {Verb(operation)} clientes.");

    public static string OperationAction(string provider, ProviderOperation operation) => operation == ProviderOperation.Delete
        ? Say(
            $"Nothing was sent. {provider} keeps its customers. Get-PaymentProvider shows what each provider supports.",
            $"No se envió nada. {provider} conserva sus clientes. Get-PaymentProvider muestra lo que admite cada proveedor.")
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
        $"Omit -{field}: customers cannot be searched by this field. Get-PaymentProvider lists the fields of each provider.",
        $"Omita -{field}: no se pueden buscar clientes por este campo. Get-PaymentProvider muestra los campos de cada proveedor.");

    public static string FieldUnsupported(string field, string provider) => Say(
        $"{field} is not a field of {provider}",
        $"{field} no es un campo de {provider}");

    public static string KeyOfOtherEnvironment(PaymentEnvironment own, PaymentEnvironment asked) => Say(
        $"The key belongs to the {own} environment, but {asked} was requested.",
        $"La clave pertenece al entorno {own}, pero se solicitó {asked}.");

    public static string LeaveEnvironmentOut(PaymentEnvironment asked) => Say(
        $"Omit -Environment, because the key determines it, or use a key of {asked}.",
        $"Omita -Environment, porque la clave lo determina, o use una clave de {asked}.");

    public static string AmbiguousAction(PaymentProvider provider, ProviderOperation operation) => operation switch
    {
        ProviderOperation.Create when provider.Capabilities.HonoursKey => Say(
            "Run the same row again. Its idempotency key prevents a second customer.",
            "Ejecute la misma fila de nuevo. Su clave de idempotencia evita un segundo cliente."),
        ProviderOperation.Create => Say(
            "Wait ten minutes. Then send the row again exactly as it was returned (in the reject file or in TargetObject). Before it is sent, it is looked up by its idempotency key.",
            "Espere diez minutos. Luego envíe la fila de nuevo exactamente como se devolvió (en el archivo de rechazos o en TargetObject). Antes de enviarla, se busca por su clave de idempotencia."),
        ProviderOperation.Update => Say(
            "Run the same row again. Making the same change twice gives the same result.",
            "Ejecute la misma fila de nuevo. Hacer el mismo cambio dos veces da el mismo resultado."),
        _ => Say("Run the same command again.", "Ejecute el mismo comando de nuevo."),
    };

    public static string AddressIncomplete(CustomerField missing, IReadOnlyList<CustomerField> needed) => Say(
        $"{missing} is missing: an address needs {List(needed, "and")}. To send the customer without the address, use -IncompleteAddress Leave (--incomplete-address leave)",
        $"Falta {missing}: una dirección necesita {List(needed, "y")}. Para enviar el cliente sin la dirección, use -IncompleteAddress Leave (--incomplete-address leave)");

    public static string CountryAlone(IEnumerable<CustomerField> fields)
    {
        var names = string.Join(", ", fields);
        return Say(
            $"{names} is not sent, because the rest of the address is missing. Without an address, the country is only used to read telephone numbers",
            $"{names} no se envía, porque falta el resto de la dirección. Sin dirección, el país solo se usa para leer los números de teléfono");
    }

    public static string AddressLeft(IReadOnlyList<CustomerField> needed) => Say(
        $"The address is incomplete and was not sent (-IncompleteAddress Leave): an address needs {List(needed, "and")}",
        $"La dirección está incompleta y no se envió (-IncompleteAddress Leave): una dirección necesita {List(needed, "y")}");

    public static string PostcodeChanged(string country, int digits) => Say(
        $"does not have the {Number(digits)} digits of {country}. A spreadsheet removes zeros at the beginning of a number, and adds dots and commas. Format the column as text in the spreadsheet and export it again",
        $"no tiene los {Number(digits)} dígitos de {country}. Una hoja de cálculo quita los ceros al comienzo de un número, y agrega puntos y comas. Dé formato de texto a la columna en la hoja de cálculo y expórtela de nuevo");

    public static string CountriesDisagree(string code, string country) => Say(
        $"CountryCode is {code}, but Country is {country}",
        $"CountryCode es {code}, pero Country es {country}");

    private static string List(IReadOnlyList<CustomerField> fields, string and) =>
        fields.Count == 1 ? fields[0].ToString() : $"{string.Join(", ", fields.SkipLast(1))} {and} {fields[^1]}";
}
