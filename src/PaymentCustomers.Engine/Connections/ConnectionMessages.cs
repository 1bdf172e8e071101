using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Connections;

/// <summary>Credentials, addresses and connections, in English and in Spanish.</summary>
internal static class ConnectionMessages
{
    public static string KeyEmpty => Say("The API key is empty.", "La clave de API está vacía.");

    public static string KeyCharacters => Say(
        "The credential holds a space, a line break or another character that no key has. Was it cut or pasted wrongly?",
        "La credencial contiene un espacio, un salto de línea u otro carácter que ninguna clave tiene. ¿Se cortó o se pegó mal?");

    public static string BaseUriForm => Say(
        "The base address must be a whole https address, or http to this machine.",
        "La dirección base debe ser una dirección https completa, o http hacia este equipo.");

    public static string BaseUriHasExtras => Say(
        "The base address cannot hold a user, a query or a fragment.",
        "La dirección base no puede contener un usuario, una consulta ni un fragmento.");

    public static string UseHttps => Say(
        "Give -BaseUri an address that begins with https, or leave it out for the provider's own.",
        "Indique en -BaseUri una dirección que comience con https, u omítalo para usar la del proveedor.");

    public static string AccountForm(int longest, int length) => Say(
        $"The name of the account (-Account, --account) can have {longest} characters at most, and no line breaks or other control characters; this one has {length} characters.",
        $"El nombre de la cuenta (-Account, --account) puede tener {longest} caracteres como máximo, sin saltos de línea ni otros caracteres de control; este tiene {length} caracteres.");

    public static string AccountAction => Say(
        "Give a short name for the account, such as the company's name.",
        "Indique un nombre corto para la cuenta, como el nombre de la empresa.");

    public static string ProxyToPlainHttp => Say(
        "A plain http address is not reached through a proxy: the proxy would get the credential in clear. Nothing was sent.",
        "A una dirección http sin cifrar no se llega por un proxy: el proxy recibiría la credencial en claro. No se envió nada.");

    public static string LeaveOutProxy => Say(
        "Leave out -Proxy (--proxy), or use an https address.",
        "Omita -Proxy (--proxy), o use una dirección https.");

    public static string ProxyForm => Say(
        "The proxy must be a whole address, such as http://proxy.example.com:8080.",
        "El proxy debe ser una dirección completa, como http://proxy.example.com:8080.");

    public static string ProxyHasUser => Say(
        "The proxy's address cannot hold a user or a password: give them with -ProxyCredential.",
        "La dirección del proxy no puede contener usuario ni contraseña: indíquelos con -ProxyCredential.");

    public static string NameProvider => Say(
        "Say which provider's rules to check by: -Provider, or connect first with Connect-PaymentProvider.",
        "Indique con las reglas de qué proveedor se revisa: -Provider, o conéctese antes con Connect-PaymentProvider.");

    public static string UnknownProvider(string name, IEnumerable<string> names)
    {
        var all = string.Join(", ", names);
        return Say($"'{name}' is no provider. There are: {all}.", $"'{name}' no es un proveedor. Existen: {all}.");
    }

    public static string NoCredential(string provider, IEnumerable<string> variables)
    {
        var all = string.Join(", ", variables);
        return Say(
            $"No credential for {provider} was given, and the environment has none ({all}).",
            $"No se indicó ninguna credencial para {provider}, y las variables de entorno no tienen ninguna ({all}).");
    }

    public static string OptionOfOther(string option, IEnumerable<string> providers, string provider)
    {
        var owners = string.Join(", ", providers);
        var name = $"-{option} (--{string.Concat(option.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant()})";
        return Say(
            $"{name} is an option of {owners}; {provider} does not have it.",
            $"{name} es una opción de {owners}; {provider} no la tiene.");
    }

    public static string HeaderCharacters(string name) => Say(
        $"-{name} holds a character that cannot stand in a request.",
        $"-{name} contiene un carácter que no puede ir en una solicitud.");

    public static string PlainHttp(string host) => Say(
        $"The base address uses plain http to '{host}': the credential would go over the network in clear. Use https; http is for this machine only.",
        $"La dirección base usa http sin cifrar hacia '{host}': la credencial viajaría legible por la red. Use https; http es solo para este equipo.");

    public static string NotConnected(string? provider) => provider is null
        ? Say("There is no connection to a payment provider.", "No hay ninguna conexión con un proveedor de pagos.")
        : Say($"There is no connection to {provider}.", $"No hay ninguna conexión con {provider}.");

    public static string ConnectFirst(string? provider) => Say(
        $"Run Connect-PaymentProvider -Provider {provider ?? "<name>"}, or give -Provider with -Credential or -ApiKey.",
        $"Ejecute Connect-PaymentProvider -Provider {provider ?? "<nombre>"}, o indique -Provider con -Credential o -ApiKey.");

    public static string ConnectOrSet(string provider, IEnumerable<string> variables)
    {
        var all = variables.ToList();
        return Say(
            $"Run Connect-PaymentProvider -Provider {provider}, or give -Provider with -Credential or -ApiKey, or set {string.Join(" and ", all)}.",
            $"Ejecute Connect-PaymentProvider -Provider {provider}, o indique -Provider con -Credential o -ApiKey, o defina {string.Join(" y ", all)}.");
    }

    public static string NoConnectionNamed(string name) => Say(
        $"There is no connection named '{name}' in this session.",
        $"No hay ninguna conexión llamada '{name}' en esta sesión.");

    public static string ConnectAs(string name) => Say(
        $"Run Connect-PaymentProvider -Name '{name}' first, or take one that Get-PaymentConnection lists. A connection of another process, such as a job's, cannot be used here.",
        $"Ejecute antes Connect-PaymentProvider -Name '{name}', o use una de las que muestra Get-PaymentConnection. Una conexión de otro proceso, como el de un trabajo, no se puede usar aquí.");
}
