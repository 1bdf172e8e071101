using PaymentCustomers.Engine.Providers;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine;

// Providers, credentials, addresses: what stands before the first request.
internal static partial class Messages
{
    public static string DotsCredential => Say(
        "-Credential with the client id as user name and the API key as password, or DOTS_CLIENT_ID and DOTS_API_KEY",
        "-Credential con el client id como nombre de usuario y la clave de API como contraseña, o DOTS_CLIENT_ID y DOTS_API_KEY");

    public static string OnePayCredential => Say(
        "-ApiKey with a key that begins with sk_test_ or sk_live_, or ONEPAY_API_KEY",
        "-ApiKey con una clave que comience con sk_test_ o sk_live_, u ONEPAY_API_KEY");

    public static string DotsNeedsClientId => Say(
        "Dots takes a client id and an API key: use -Credential, with the client id as user name.",
        "Dots exige un client id y una clave de API: use -Credential, con el client id como nombre de usuario.");

    public static string ClientIdHasColon => Say("A client id cannot hold a colon.", "Un client id no puede contener dos puntos.");

    public static string OnePayTakesKeyOnly => Say(
        "OnePay takes a secret key alone: use -ApiKey.",
        "OnePay acepta solo una clave secreta: use -ApiKey.");

    public static string OnePayPublicKey => Say(
        "This is a public key (pk_…), made for browsers: it cannot create customers. Use the secret key (sk_…).",
        "Esta es una clave pública (pk_…), hecha para navegadores: no puede crear clientes. Use la clave secreta (sk_…).");

    public static string OnePayKeyForm => Say(
        "A secret key of OnePay begins with sk_test_ or sk_live_; this one does not.",
        "Una clave secreta de OnePay comienza con sk_test_ o sk_live_; esta no.");

    public static string KeyEmpty => Say("The API key is empty.", "La clave de API está vacía.");

    public static string KeyCharacters => Say(
        "The credential holds a space, a line break or another character that no key has. Was it cut or pasted wrongly?",
        "La credencial contiene un espacio, un salto de línea u otro carácter que ninguna clave tiene. ¿Se cortó o se pegó mal?");

    public static string SeeCredential => Say(
        "Give the provider's own credential. Get-PaymentProvider tells which kind each takes.",
        "Indique la credencial propia del proveedor. Get-PaymentProvider dice de qué tipo es la de cada uno.");

    public static string BaseUriForm => Say(
        "The base address must be a whole https address, or http to this machine.",
        "La dirección base debe ser una dirección https completa, o http hacia este equipo.");

    public static string BaseUriHasExtras => Say(
        "The base address cannot hold a user, a query or a fragment.",
        "La dirección base no puede contener un usuario, una consulta ni un fragmento.");

    public static string UseHttps => Say(
        "Give -BaseUri an address that begins with https, or leave it out for the provider's own.",
        "Indique en -BaseUri una dirección que comience con https, u omítalo para usar la del proveedor.");

    public static string ProxyForm => Say(
        "The proxy must be a whole address, such as http://proxy.example.com:8080.",
        "El proxy debe ser una dirección completa, como http://proxy.example.com:8080.");

    public static string ProxyHasUser => Say(
        "The proxy's address cannot hold a user or a password: give them with -ProxyCredential.",
        "La dirección del proxy no puede contener usuario ni contraseña: indíquelos con -ProxyCredential.");

    public static string SeeProviders => Say(
        "Get-PaymentProvider shows what each provider can do.",
        "Get-PaymentProvider muestra lo que puede hacer cada proveedor.");

    public static string NameProvider => Say(
        "Say which provider's rules to check by: -Provider, or connect first with Connect-PaymentProvider.",
        "Indique con las reglas de qué proveedor se revisa: -Provider, o conéctese antes con Connect-PaymentProvider.");

    public static string ConnectionCheck => Say("The check of the credential", "La comprobación de la credencial");

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

    public static string KeyOfOtherEnvironment(PaymentEnvironment own, PaymentEnvironment asked) => Say(
        $"The key belongs to the {own} environment, but {asked} was asked for.",
        $"La clave pertenece al entorno {own}, pero se pidió {asked}.");

    public static string LeaveEnvironmentOut(PaymentEnvironment asked) => Say(
        $"Leave -Environment out, because the key tells it, or give a key of {asked}.",
        $"Omita -Environment, porque la clave ya lo dice, o indique una clave de {asked}.");

    public static string AppIdIsForDots(string provider) => Say(
        $"-AppId (--app-id) is for Dots; {provider} has no apps.",
        $"-AppId (--app-id) es para Dots; {provider} no tiene aplicaciones.");

    public static string HeaderCharacters(string name) => Say(
        $"-{name} holds a character that cannot stand in a request.",
        $"-{name} contiene un carácter que no puede ir en una solicitud.");

    public static string PlainHttp(string host) => Say(
        $"The base address uses plain http to '{host}': the credential would go over the network in clear. Use https; http is for this machine only.",
        $"La dirección base usa http sin cifrar hacia '{host}': la credencial viajaría legible por la red. Use https; http es solo para este equipo.");

    public static string NotConnected(string? provider) => provider is null
        ? Say("There is no connection to a payment provider.", "No hay ninguna conexión con un proveedor de pagos.")
        : Say($"There is no connection to {provider}.", $"No hay ninguna conexión con {provider}.");

    public static string Disconnected(string name) => Say(
        $"The connection '{name}' was disconnected.",
        $"La conexión '{name}' está desconectada.");

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

    public static string OperationUnsupported(string provider, ProviderOperation operation) => Say(
        $"{provider} has no way to {(operation == ProviderOperation.Delete ? "delete" : operation.ToString().ToLowerInvariant())} customers.",
        $"{provider} no permite {Verb(operation)} clientes.");

    public static string OperationAction(string provider, ProviderOperation operation) => operation == ProviderOperation.Delete
        ? Say(
            $"Nothing was sent. It cannot be done at {provider}: the customers stay. Get-PaymentProvider shows what each provider can do.",
            $"No se envió nada. No se puede hacer en {provider}: los clientes se quedan. Get-PaymentProvider muestra lo que puede hacer cada proveedor.")
        : SeeProviders;

    private static string Verb(ProviderOperation operation) => operation switch
    {
        ProviderOperation.Create => "crear",
        ProviderOperation.Retrieve => "consultar",
        ProviderOperation.List => "listar",
        _ => "eliminar",
    };
}
