using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>What Stripe alone has to say, in English and in Spanish.</summary>
internal static class StripeMessages
{
    public static string StripeCredential => Say(
        "-ApiKey with a secret or restricted key (sk_test_, sk_live_, rk_test_, rk_live_), or STRIPE_API_KEY",
        "-ApiKey con una clave secreta o restringida (sk_test_, sk_live_, rk_test_, rk_live_), o STRIPE_API_KEY");

    public static string StripeTakesKeyOnly => Say(
        "Stripe takes a secret key alone: use -ApiKey.",
        "Stripe acepta solo una clave secreta: use -ApiKey.");

    public static string StripePublishableKey => Say(
        "This is a publishable key (pk_…), made for browsers: it cannot create customers. Use a secret key (sk_…) or a restricted one (rk_…).",
        "Esta es una clave publicable (pk_…), hecha para navegadores: no puede crear clientes. Use una clave secreta (sk_…) o una restringida (rk_…).");

    public static string StripeKeyForm => Say(
        "A key of Stripe begins with sk_test_, sk_live_, rk_test_ or rk_live_; this one does not.",
        "Una clave de Stripe comienza con sk_test_, sk_live_, rk_test_ o rk_live_; esta no.");

    public static string Nobody => Say(
        "Nothing says who the customer is: give a name, an e-mail or a telephone number",
        "Nada dice quién es el cliente: indique un nombre, un correo o un teléfono");

    public static string PersonAndBusiness => Say(
        "Both a person (FirstName, LastName) and a company (BusinessName) are given: Stripe has one name",
        "Se indican a la vez una persona (FirstName, LastName) y una empresa (BusinessName): Stripe tiene un solo nombre");

    public static string HalfOfName => Say(
        "Stripe has one name, which is changed as a whole: give FirstName and LastName, or BusinessName",
        "Stripe tiene un solo nombre, que se cambia completo: indique FirstName y LastName, o BusinessName");

    public static string MetadataNested(string name) => Say(
        $"Metadata '{name}' holds an object or a list: Stripe keeps texts only",
        $"Metadata '{name}' contiene un objeto o una lista: Stripe solo guarda textos");

    public static string MetadataName(string name, int most) => Say(
        $"Metadata has a name that Stripe does not take, '{name}': 1 to {Number(most)} characters, without square brackets",
        $"Metadata tiene un nombre que Stripe no acepta, '{name}': de 1 a {Number(most)} caracteres, sin corchetes");

    public static string MetadataValue(string name, int length, int most) => Say(
        $"Metadata '{name}' has {Number(length)} characters: Stripe keeps {Number(most)} at most",
        $"Metadata '{name}' tiene {Number(length)} caracteres: Stripe guarda como máximo {Number(most)}");

    public static string MetadataCount(int count, int most) => Say(
        $"Metadata has {Number(count)} entries: {Number(most)} at most, because Stripe keeps 50 and one is for the idempotency key",
        $"Metadata tiene {Number(count)} entradas: como máximo {Number(most)}, porque Stripe guarda 50 y una es para la clave de idempotencia");
}
