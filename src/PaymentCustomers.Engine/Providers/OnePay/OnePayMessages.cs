using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>What OnePay alone has to say, in English and in Spanish.</summary>
internal static class OnePayMessages
{
    public static string OnePayCredential => Say(
        "-ApiKey with a key that begins with sk_test_ or sk_live_, or ONEPAY_API_KEY",
        "-ApiKey con una clave que comience con sk_test_ o sk_live_, u ONEPAY_API_KEY");

    public static string OnePayTakesKeyOnly => Say(
        "OnePay takes a secret key alone: use -ApiKey.",
        "OnePay acepta solo una clave secreta: use -ApiKey.");

    public static string OnePayPublicKey => Say(
        "This is a public key (pk_…), made for browsers: it cannot create customers. Use the secret key (sk_…).",
        "Esta es una clave pública (pk_…), hecha para navegadores: no puede crear clientes. Use la clave secreta (sk_…).");

    public static string OnePayKeyForm => Say(
        "A secret key of OnePay begins with sk_test_ or sk_live_; this one does not.",
        "Una clave secreta de OnePay comienza con sk_test_ o sk_live_; esta no.");

    public static string CedulaForm => Say("is not the number of a CC: digits only", "no es el número de una CC: solo dígitos");

    public static string DocumentLength(string kind, int least, int most) => Say(
        $"is not the number of a {kind}: it has {Number(least)} to {Number(most)} characters",
        $"no es el número de un documento {kind}: tiene de {Number(least)} a {Number(most)} caracteres");

    public static string DocumentMarks(string kind) => Say(
        $"is not the number of a {kind}: only letters, digits, and . - / or spaces between them",
        $"no es el número de un documento {kind}: solo letras, dígitos, y . - / o espacios entre ellos");

    public static string PersonAndCompany => Say(
        "Both a person (FirstName, LastName) and a company (BusinessName) are given: OnePay takes one of them",
        "Se indican a la vez una persona (FirstName, LastName) y una empresa (BusinessName): OnePay acepta una de las dos");

    public static string CompanyOfOneWord => Say(
        "BusinessName has one word, and OnePay needs two parts: give the legal name with its form (S.A.S.), or split it over FirstName and LastName",
        "BusinessName tiene una sola palabra, y OnePay necesita dos partes: dé la razón social con su forma (S.A.S.), o repártala entre FirstName y LastName");

    public static string CompanyWithoutNit => Say(
        "BusinessName is the legal name of a company, and the document is a person's: give a NIT, or FirstName and LastName",
        "BusinessName es la razón social de una empresa, y el documento es de una persona: dé un NIT, o FirstName y LastName");

    public static string DocumentOfOtherType(string document, string type) => Say(
        $"DocumentType '{document}' does not go with CustomerType '{type}': natural goes with CC, CE or PASSPORT, company with NIT",
        $"DocumentType '{document}' no corresponde a CustomerType '{type}': a natural corresponde CC, CE o PASSPORT; a company, NIT");

    public static string PageWithoutName => Say(
        "neither its pages nor their customers say which they are, so that one cannot be told from another",
        "ni sus páginas ni sus clientes dicen cuáles son, de modo que no se distingue una página de otra");

    public static string OtherPage(int asked, int given) => Say(
        $"page {Number(asked)} was asked for and page {Number(given)} came",
        $"se pidió la página {Number(asked)} y llegó la página {Number(given)}");
}
