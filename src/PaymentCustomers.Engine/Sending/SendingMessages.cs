using static System.FormattableString;
using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Sending;

/// <summary>Messages about retries and waits, in English and Spanish.</summary>
internal static class SendingMessages
{
    public static string Again(string what, TimeSpan delay, string cause, int attempt, int most) => Say(
        Invariant($"{what}: retry in {delay.TotalSeconds:0.0} s ({cause}, attempt {attempt} of {most})."),
        Invariant($"{what}: reintento en {delay.TotalSeconds:0.0} s ({cause}, intento {attempt} de {most})."));

    public static string Slower(double perSecond) => Say(
        Invariant($"The provider answered 429. From now on, at most {perSecond:0.#} requests per second are sent; later a few more are tried."),
        Invariant($"El proveedor respondió 429. A partir de ahora se envían como máximo {perSecond:0.#} solicitudes por segundo; después se prueban unas pocas más."));

    public static string Held(TimeSpan delay, DateTimeOffset until) => Say(
        Invariant($"The provider asked to wait. Nothing is sent for {delay.TotalSeconds:0.#} s, until {until:HH:mm:ss'Z'}."),
        Invariant($"El proveedor pidió esperar. No se envía nada durante {delay.TotalSeconds:0.#} s, hasta las {until:HH:mm:ss'Z'}."));
}
