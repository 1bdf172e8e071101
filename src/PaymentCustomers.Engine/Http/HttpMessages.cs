using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Http;

/// <summary>Messages about requests and responses, in English and Spanish. Causes that the system reports are in the system's language.</summary>
internal static class HttpMessages
{
    public static string MayNotLeave => Say(
        "The request was not sent. This worker was silent for so long that another worker may take over its rows.",
        "La solicitud no se envió. Este proceso no dio señales durante tanto tiempo que otro proceso puede tomar sus filas.");

    public static string UnreachableAction => Say(
        "Nothing was sent. Check the address, the network and the proxy. Then run the same command again.",
        "No se envió nada. Revise la dirección, la red y el proxy. Luego ejecute el mismo comando de nuevo.");

    public static string NoSuchIdAction => Say(
        "Nothing was sent. Use the id exactly as the provider returned it.",
        "No se envió nada. Use el identificador exactamente como lo entregó el proveedor.");

    public static string NoSuchId(string id) => Say($"'{id}' is not a valid customer id.", $"'{id}' no es un identificador de cliente válido.");

    public static string Unreachable(string provider, string cause) => Say(
        $"Could not connect to {provider}. {cause}",
        $"No se pudo conectar con {provider}. {cause}");

    public static string ConnectionLost(string provider, string cause) => Say(
        $"The connection to {provider} was lost before the complete response arrived. {cause}",
        $"La conexión con {provider} se perdió antes de que llegara la respuesta completa. {cause}");

    public static string TimedOut(string provider) => Say(
        $"The request to {provider} timed out.",
        $"Se agotó el tiempo de espera de la solicitud a {provider}.");

    public static string AnswerTooLarge(int bytes) => Say(
        $"The response is larger than {Number(bytes)} bytes.",
        $"La respuesta supera los {Number(bytes)} bytes.");

    public static string Refused(string subject, string provider, int status, string? code, string? text)
    {
        var codeText = code is null ? "" : $" {code}";
        var rest = $"{Number(status)}{codeText}{(text is null ? "." : $": {text}")}";
        return Say($"{subject}: {provider} answered {rest}", $"{subject}: {provider} respondió {rest}");
    }

    public static string Unreadable(string subject, string provider, int status, string? mediaType) => Say(
        $"{subject}: {provider} answered {Number(status)}, but the content is not a customer ({mediaType ?? "no content type"}).",
        $"{subject}: {provider} respondió {Number(status)}, pero el contenido no es un cliente ({mediaType ?? "sin tipo de contenido"}).");

    public static string RefusedAction(PaymentErrorId id, string provider) => id switch
    {
        PaymentErrorId.AuthenticationFailed => Say(
            $"{provider} does not accept the credential. Check the credential. Nothing more was sent.",
            $"{provider} no acepta la credencial. Revise la credencial. No se envió nada más."),
        PaymentErrorId.AccessDenied => Say(
            $"{provider} accepts the credential but does not allow this operation. Check the state and the permissions of the account.",
            $"{provider} acepta la credencial, pero no permite esta operación. Revise el estado y los permisos de la cuenta."),
        PaymentErrorId.CustomerNotFound => Say(
            "The customer does not exist, or it belongs to another account.",
            "El cliente no existe, o pertenece a otra cuenta."),
        PaymentErrorId.RateLimited => Say(
            "Send fewer requests, and run the same command again later.",
            "Envíe menos solicitudes, y ejecute el mismo comando de nuevo más tarde."),
        PaymentErrorId.ProviderUnavailable => Say("Run the same command again later.", "Ejecute el mismo comando de nuevo más tarde."),
        PaymentErrorId.ResponseInvalid => Say(
            "The server answered with a redirect, which is not followed. Check -BaseUri (--base-uri).",
            "El servidor respondió con una redirección, que no se sigue. Revise -BaseUri (--base-uri)."),
        _ => Say(
            "Correct the values that the provider reports, and send the row again.",
            "Corrija los valores que indica el proveedor, y envíe la fila de nuevo."),
    };

    public static string Attempted(string method, string address, string outcome, TimeSpan elapsed, string? key)
    {
        var attempt = Invariant($"{method} {address} {outcome} {elapsed.TotalMilliseconds:0} ms");
        return key is null ? attempt : Say($"{attempt} key {key}", $"{attempt} clave {key}");
    }

    public static string BodyNotJson(int bytes) => Say(
        $"({Number(bytes)} bytes that are not JSON)",
        $"({Number(bytes)} bytes que no son JSON)");

    public static string Disconnected(string name) => Say(
        $"The connection '{name}' was disconnected.",
        $"La conexión '{name}' está desconectada.");
}
