using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Http;

/// <summary>One request and its answer. Causes that the system names stand in the language of the system, in English and in Spanish.</summary>
internal static class HttpMessages
{
    public static string MayNotLeave => Say(
        "The request was kept back: this worker was not heard of for so long that another may take its rows over.",
        "La solicitud se retuvo: no se supo de este proceso durante tanto tiempo que otro puede tomar sus filas.");

    public static string UnreachableAction => Say(
        "Nothing was sent. Check the address, the network and the proxy, then run the same again.",
        "No se envió nada. Revise la dirección, la red y el proxy, y ejecute lo mismo de nuevo.");

    public static string NoSuchIdAction => Say(
        "Nothing was sent. Give the id as the provider gave it.",
        "No se envió nada. Indique el identificador tal como lo dio el proveedor.");

    public static string NoSuchId(string id) => Say($"'{id}' is the id of no customer.", $"'{id}' no es el identificador de ningún cliente.");

    public static string Unreachable(string provider, string cause) => Say(
        $"{provider} could not be reached. {cause}",
        $"No se pudo llegar a {provider}. {cause}");

    public static string ConnectionLost(string provider, string cause) => Say(
        $"The connection to {provider} broke before the answer was whole. {cause}",
        $"La conexión con {provider} se cortó antes de que la respuesta llegara completa. {cause}");

    public static string TimedOut(string provider) => Say($"{provider} did not answer in time.", $"{provider} no respondió a tiempo.");

    public static string AnswerTooLarge(int bytes) => Say(
        $"The answer is larger than {Number(bytes)} bytes.",
        $"La respuesta supera los {Number(bytes)} bytes.");

    public static string Refused(string subject, string provider, int status, string? code, string? text)
    {
        var codeText = code is null ? "" : $" {code}";
        var rest = $"{Number(status)}{codeText}{(text is null ? "." : $": {text}")}";
        return Say($"{subject}: {provider} answered {rest}", $"{subject}: {provider} respondió {rest}");
    }

    public static string Unreadable(string subject, string provider, int status, string? mediaType) => Say(
        $"{subject}: {provider} answered {Number(status)} with something that is not a customer ({mediaType ?? "no content type"}).",
        $"{subject}: {provider} respondió {Number(status)} con algo que no es un cliente ({mediaType ?? "sin tipo de contenido"}).");

    public static string RefusedAction(PaymentErrorId id, string provider) => id switch
    {
        PaymentErrorId.AuthenticationFailed => Say(
            $"Check the credential: {provider} does not know it. Nothing more was sent.",
            $"Revise la credencial: {provider} no la reconoce. No se envió nada más."),
        PaymentErrorId.AccessDenied => Say(
            $"{provider} knows the credential but does not allow this: check the account's state and permissions.",
            $"{provider} reconoce la credencial, pero no permite esto: revise el estado y los permisos de la cuenta."),
        PaymentErrorId.CustomerNotFound => Say("It does not exist, or belongs to another account.", "No existe, o pertenece a otra cuenta."),
        PaymentErrorId.RateLimited => Say(
            "Send fewer requests, and run the same again later.",
            "Envíe menos solicitudes, y ejecute lo mismo de nuevo más tarde."),
        PaymentErrorId.ProviderUnavailable => Say("Run the same again later.", "Ejecute lo mismo de nuevo más tarde."),
        PaymentErrorId.ResponseInvalid => Say(
            "The address answered with a redirect, which is not followed. Check -BaseUri (--base-uri).",
            "La dirección respondió con una redirección, que no se sigue. Revise -BaseUri (--base-uri)."),
        _ => Say("Correct what the provider names and send the row again.", "Corrija lo que señala el proveedor y envíe la fila de nuevo."),
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
