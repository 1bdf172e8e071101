using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Messages about credentials, addresses and connections, in English and Spanish.</summary>
internal static class ConnectionMessages
{
    public static string KeyEmpty => Say("The API key is empty.", "La clave de API está vacía.");

    public static string KeyCharacters => Say(
        "The credential contains a space, a line break or another character that a key cannot have. Check that you copied it completely.",
        "La credencial contiene un espacio, un salto de línea u otro carácter que una clave no puede tener. Revise que la copió completa.");

    public static string BaseUriForm => Say(
        "The base address must be a complete https address. An http address is allowed only for this computer.",
        "La dirección base debe ser una dirección https completa. Una dirección http solo se permite para este equipo.");

    public static string BaseUriHasExtras => Say(
        "The base address cannot contain a user name, a query or a fragment.",
        "La dirección base no puede contener un nombre de usuario, una consulta ni un fragmento.");

    public static string UseHttps => Say(
        "Specify an address that starts with https in -BaseUri, or omit -BaseUri to use the provider's own address.",
        "Indique en -BaseUri una dirección que comience con https, u omita -BaseUri para usar la dirección del proveedor.");

    public static string AccountForm(int longest, int length) => Say(
        $"The name of the account (-Account, --account) can have {longest} characters at most, and no line breaks or other control characters; this one has {length} characters.",
        $"El nombre de la cuenta (-Account, --account) puede tener {longest} caracteres como máximo, sin saltos de línea ni otros caracteres de control; este tiene {length} caracteres.");

    public static string AccountAction => Say(
        "Specify a short name for the account, such as the name of the company.",
        "Indique un nombre corto para la cuenta, como el nombre de la empresa.");

    public static string ProxyToPlainHttp => Say(
        "A proxy cannot be used with an http address, because the proxy would receive the credential unencrypted. Nothing was sent.",
        "No se puede usar un proxy con una dirección http, porque el proxy recibiría la credencial sin cifrar. No se envió nada.");

    public static string LeaveOutProxy => Say(
        "Omit -Proxy (--proxy), or use an https address.",
        "Omita -Proxy (--proxy), o use una dirección https.");

    public static string ProxyForm => Say(
        "The proxy must be a complete address, such as http://proxy.example.com:8080.",
        "El proxy debe ser una dirección completa, como http://proxy.example.com:8080.");

    public static string ProxyHasUser => Say(
        "The address of the proxy cannot contain a user name or a password. Use -ProxyCredential for them.",
        "La dirección del proxy no puede contener un nombre de usuario ni una contraseña. Indíquelos con -ProxyCredential.");

    public static string NameProvider => Say(
        "Specify a provider with -Provider, or connect first with Connect-PaymentProvider. The rows are checked against the rules of this provider.",
        "Indique un proveedor con -Provider, o conéctese antes con Connect-PaymentProvider. Las filas se revisan con las reglas de ese proveedor.");

    public static string UnknownProvider(string name, IEnumerable<string> names)
    {
        var all = string.Join(", ", names);
        return Say($"'{name}' is not a provider. Use one of: {all}.", $"'{name}' no es un proveedor. Use uno de estos: {all}.");
    }

    public static string NoCredential(string provider, IEnumerable<string> variables)
    {
        var all = string.Join(", ", variables);
        return Say(
            $"No credential for {provider} was specified, and none was found in the environment variables ({all}).",
            $"No se indicó ninguna credencial para {provider}, y no se encontró ninguna en las variables de entorno ({all}).");
    }

    public static string OptionOfOther(string option, IEnumerable<string> providers, string provider)
    {
        var owners = string.Join(", ", providers);
        var name = $"-{option} (--{string.Concat(option.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant()})";
        return Say(
            $"{name} can be used only with {owners}, not with {provider}.",
            $"{name} solo se puede usar con {owners}, no con {provider}.");
    }

    public static string HeaderCharacters(string name) => Say(
        $"-{name} contains a character that a request header cannot have.",
        $"-{name} contiene un carácter que un encabezado de solicitud no puede tener.");

    public static string PlainHttp(string host) => Say(
        $"The base address uses http to '{host}', so the credential would be sent unencrypted. Use https. An http address is allowed only for this computer.",
        $"La dirección base usa http hacia '{host}', por lo que la credencial se enviaría sin cifrar. Use https. Una dirección http solo se permite para este equipo.");

    public static string NotConnected(string? provider) => provider is null
        ? Say("There is no connection to a payment provider.", "No hay ninguna conexión con un proveedor de pagos.")
        : Say($"There is no connection to {provider}.", $"No hay ninguna conexión con {provider}.");

    public static string ConnectFirst(string? provider) => Say(
        $"Run Connect-PaymentProvider -Provider {provider ?? "<name>"}, or specify -Provider with -Credential or -ApiKey.",
        $"Ejecute Connect-PaymentProvider -Provider {provider ?? "<nombre>"}, o indique -Provider con -Credential o -ApiKey.");

    public static string ConnectOrSet(string provider, IEnumerable<string> variables)
    {
        var all = variables.ToList();
        return Say(
            $"Run Connect-PaymentProvider -Provider {provider}, or specify -Provider with -Credential or -ApiKey, or set {string.Join(" and ", all)}.",
            $"Ejecute Connect-PaymentProvider -Provider {provider}, o indique -Provider con -Credential o -ApiKey, o defina {string.Join(" y ", all)}.");
    }

    public static string NoConnectionNamed(string name) => Say(
        $"There is no connection named '{name}' in this session.",
        $"No hay ninguna conexión llamada '{name}' en esta sesión.");

    public static string ConnectAs(string name) => Say(
        $"Run Connect-PaymentProvider -Name '{name}' first, or use a connection that Get-PaymentConnection lists. A connection of another process, such as a job, cannot be used here.",
        $"Ejecute antes Connect-PaymentProvider -Name '{name}', o use una conexión de las que muestra Get-PaymentConnection. Una conexión de otro proceso, como el de un trabajo, no se puede usar aquí.");
}
