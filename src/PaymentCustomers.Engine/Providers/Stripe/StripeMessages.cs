using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers.Stripe;

/// <summary>Messages that concern only Stripe, in English and Spanish.</summary>
internal static class StripeMessages
{
    public static string StripeCredential => Say(
        "-ApiKey with a secret or restricted key (sk_test_, sk_live_, rk_test_, rk_live_), or STRIPE_API_KEY",
        "-ApiKey con una clave secreta o restringida (sk_test_, sk_live_, rk_test_, rk_live_), o STRIPE_API_KEY");

    public static string StripeTakesKeyOnly => Say(
        "Stripe uses only a secret key. Use -ApiKey.",
        "Stripe usa solo una clave secreta. Use -ApiKey.");

    public static string StripePublishableKey => Say(
        "This is a publishable key (pk_…) for browsers. It cannot create customers. Use a secret key (sk_…) or a restricted key (rk_…).",
        "Esta es una clave publicable (pk_…) para navegadores. No puede crear clientes. Use una clave secreta (sk_…) o una restringida (rk_…).");

    public static string StripeKeyForm => Say(
        "A key of Stripe starts with sk_test_, sk_live_, rk_test_ or rk_live_. This key does not.",
        "Una clave de Stripe comienza con sk_test_, sk_live_, rk_test_ o rk_live_. Esta clave no comienza así.");

    public static string Nobody => Say(
        "The row does not identify the customer. Provide a name, an e-mail address or a telephone number",
        "La fila no identifica al cliente. Indique un nombre, un correo electrónico o un teléfono");

    public static string PersonAndBusiness => Say(
        "The row has both a person (FirstName, LastName) and a company (BusinessName). Stripe accepts only one name",
        "La fila tiene a la vez una persona (FirstName, LastName) y una empresa (BusinessName). Stripe acepta un solo nombre");

    public static string HalfOfName => Say(
        "Stripe stores one name, which is changed as a whole. Provide FirstName and LastName, or BusinessName",
        "Stripe guarda un solo nombre, que se cambia completo. Indique FirstName y LastName, o BusinessName");

    public static string MetadataNested(string name) => Say(
        $"Metadata '{name}' contains an object or a list. Stripe accepts only text",
        $"Metadata '{name}' contiene un objeto o una lista. Stripe solo acepta texto");

    public static string MetadataName(string name, int most) => Say(
        $"Stripe does not accept the metadata name '{name}'. A name has 1 to {Number(most)} characters, without square brackets",
        $"Stripe no acepta el nombre de metadatos '{name}'. Un nombre tiene de 1 a {Number(most)} caracteres, sin corchetes");

    public static string MetadataValue(string name, int length, int most) => Say(
        $"Metadata '{name}' has {Number(length)} characters. Stripe accepts at most {Number(most)}",
        $"Metadata '{name}' tiene {Number(length)} caracteres. Stripe acepta como máximo {Number(most)}");

    public static string MetadataCount(int count, int most) => Say(
        $"Metadata has {Number(count)} entries, but at most {Number(most)} are allowed. Stripe accepts 50, and one is used for the idempotency key",
        $"Metadata tiene {Number(count)} entradas, pero se permiten como máximo {Number(most)}. Stripe acepta 50, y una se usa para la clave de idempotencia");
}
