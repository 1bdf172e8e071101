using PaymentCustomers.Engine.Providers;
using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine;

// Requests and what came back. Causes that the system names stand in the system's language.
internal static partial class Messages
{
    public static string UnreachableAction => Say(
        "Nothing was sent. Check the address, the network and the proxy, then run the same again.",
        "No se envió nada. Revise la dirección, la red y el proxy, y ejecute lo mismo de nuevo.");

    public static string NoSuchIdAction => Say(
        "Nothing was sent. Give the id as the provider gave it.",
        "No se envió nada. Indique el identificador tal como lo dio el proveedor.");

    public static string Customer(string id) => Say($"Customer {id}", $"Cliente {id}");

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

    public static string OutcomeUnknown(string message)
    {
        var first = char.IsPunctuation(message[^1]) ? message : $"{message}.";
        return Say($"{first} It is not known whether the customer was created.", $"{first} No se sabe si el cliente se creó.");
    }

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

    public static string AmbiguousAction(IPaymentProvider provider, ProviderOperation operation) => operation switch
    {
        ProviderOperation.Create when provider.Capabilities.HonoursKey => Say(
            "Run the same row again: its idempotency key makes that harmless.",
            "Ejecute la misma fila de nuevo: su clave de idempotencia lo hace inofensivo."),
        ProviderOperation.Create => Say(
            "Look for the idempotency key with Get-PaymentCustomer before sending the row again: it may have been created.",
            "Busque la clave de idempotencia con Get-PaymentCustomer antes de enviar la fila de nuevo: es posible que se haya creado."),
        _ => Say("Run the same again.", "Ejecute lo mismo de nuevo."),
    };

    // The log

    public static string Attempted(string method, string address, string outcome, TimeSpan elapsed, string? key)
    {
        var attempt = Invariant($"{method} {address} {outcome} {elapsed.TotalMilliseconds:0} ms");
        return key is null ? attempt : Say($"{attempt} key {key}", $"{attempt} clave {key}");
    }

    public static string Again(string what, TimeSpan delay, string cause, int attempt, int most) => Say(
        Invariant($"{what} again in {delay.TotalSeconds:0.0} s ({cause}, attempt {attempt} of {most})."),
        Invariant($"{what}: reintento en {delay.TotalSeconds:0.0} s ({cause}, intento {attempt} de {most})."));

    public static string Held(TimeSpan delay, DateTimeOffset until) => Say(
        Invariant($"The provider asks to wait: nothing is sent for {delay.TotalSeconds:0.#} s, until {until:HH:mm:ss'Z'}."),
        Invariant($"El proveedor pide esperar: no se envía nada durante {delay.TotalSeconds:0.#} s, hasta las {until:HH:mm:ss'Z'}."));

    public static string BodyNotJson(int bytes) => Say(
        $"({Number(bytes)} bytes that are not JSON)",
        $"({Number(bytes)} bytes que no son JSON)");
}
