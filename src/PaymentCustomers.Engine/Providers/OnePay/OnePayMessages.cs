using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers.OnePay;

/// <summary>Messages that concern only OnePay, in English and Spanish.</summary>
internal static class OnePayMessages
{
    public static string OnePayCredential => Say(
        "-ApiKey with a key that begins with sk_test_ or sk_live_, or ONEPAY_API_KEY",
        "-ApiKey con una clave que comience con sk_test_ o sk_live_, u ONEPAY_API_KEY");

    public static string OnePayTakesKeyOnly => Say(
        "OnePay uses only a secret key. Use -ApiKey.",
        "OnePay usa solo una clave secreta. Use -ApiKey.");

    public static string OnePayPublicKey => Say(
        "This is a public key (pk_…) for browsers. It cannot create customers. Use the secret key (sk_…).",
        "Esta es una clave pública (pk_…) para navegadores. No puede crear clientes. Use la clave secreta (sk_…).");

    public static string OnePayKeyForm => Say(
        "A secret key of OnePay starts with sk_test_ or sk_live_. This key does not.",
        "Una clave secreta de OnePay comienza con sk_test_ o sk_live_. Esta clave no comienza así.");

    public static string CedulaForm => Say("is not the number of a CC: a CC has only digits", "no es el número de una CC: una CC solo tiene dígitos");

    public static string DocumentOfZeros => Say("has only zeros, so it is not the number of a document", "tiene solo ceros, por lo que no es el número de un documento");

    public static string DocumentLength(string kind, int least, int most) => Say(
        $"is not the number of a {kind}: the number must have {Number(least)} to {Number(most)} characters",
        $"no es el número de un documento {kind}: el número debe tener de {Number(least)} a {Number(most)} caracteres");

    public static string DocumentMarks(string kind) => Say(
        $"is not the number of a {kind}: the number can have only the letters A to Z, digits, spaces, and . - /",
        $"no es el número de un documento {kind}: el número solo puede tener las letras de la A a la Z, dígitos, espacios y . - /");

    public static string PersonAndCompany => Say(
        "The row has both a person (FirstName, LastName) and a company (BusinessName). OnePay accepts only one of them",
        "La fila tiene a la vez una persona (FirstName, LastName) y una empresa (BusinessName). OnePay acepta solo una de las dos");

    public static string CompanyOfOneWord => Say(
        "BusinessName has only one word, but OnePay needs two parts. Provide the legal name with its legal form, such as S.A.S., or split it into FirstName and LastName",
        "BusinessName tiene una sola palabra, pero OnePay necesita dos partes. Indique la razón social con su tipo de sociedad, como S.A.S., o divídala en FirstName y LastName");

    public static string CompanyWithoutNit => Say(
        "BusinessName is the legal name of a company, but the document belongs to a person. Provide a NIT, or FirstName and LastName",
        "BusinessName es la razón social de una empresa, pero el documento es de una persona. Indique un NIT, o FirstName y LastName");

    public static string DocumentOfOtherType(string document, string type) => Say(
        $"DocumentType '{document}' does not match CustomerType '{type}'. Use CC, CE or PASSPORT for natural, and NIT for company",
        $"DocumentType '{document}' no corresponde a CustomerType '{type}'. Use CC, CE o PASSPORT para natural, y NIT para company");

    public static string PageWithoutName => Say(
        "the pages have no number and the customers have no id, so one page cannot be told from another",
        "las páginas no tienen número y los clientes no tienen identificador, por lo que no se distingue una página de otra");

    public static string OtherPage(int asked, int given) => Say(
        $"page {Number(asked)} was requested, but the provider returned page {Number(given)}",
        $"se solicitó la página {Number(asked)}, pero el proveedor devolvió la página {Number(given)}");
}
