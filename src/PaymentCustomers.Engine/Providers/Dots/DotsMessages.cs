using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>What Dots alone has to say, in English and in Spanish.</summary>
internal static class DotsMessages
{
    public static string DotsCredential => Say(
        "-Credential with the client id as user name and the API key as password, or DOTS_CLIENT_ID and DOTS_API_KEY",
        "-Credential con el client id como nombre de usuario y la clave de API como contraseña, o DOTS_CLIENT_ID y DOTS_API_KEY");

    public static string DotsNeedsClientId => Say(
        "Dots takes a client id and an API key: use -Credential, with the client id as user name.",
        "Dots exige un client id y una clave de API: use -Credential, con el client id como nombre de usuario.");

    public static string ClientIdHasColon => Say("A client id cannot hold a colon.", "Un client id no puede contener dos puntos.");

    public static string PageWithoutEnd => Say(
        "it says that there are more, but the page's last customer has no id to go on from",
        "dice que hay más, pero el último cliente de la página no tiene un identificador desde el cual continuar");

    public static string PersonAndBusiness => Say(
        "Both a person (FirstName, LastName) and a company (BusinessName) are given: Dots takes one of them",
        "Se indican a la vez una persona (FirstName, LastName) y una empresa (BusinessName): Dots acepta una de las dos");

    public static string NeitherPersonNorBusiness => Say(
        "Neither a person (FirstName and LastName) nor a company (BusinessName) is given: Dots takes one of them",
        "No se indica ni una persona (FirstName y LastName) ni una empresa (BusinessName): Dots exige una de las dos");

    public static string NameIncomplete(string missing) => Say(
        $"{missing} is missing: a person has FirstName and LastName",
        $"Falta {missing}: una persona tiene FirstName y LastName");

    public static string AddressIncomplete(string missing) => Say(
        $"{missing} is missing: an address needs Country, City, State, Postcode and AddressLine1",
        $"Falta {missing}: una dirección necesita Country, City, State, Postcode y AddressLine1");

    public static string CountryAlone => Say(
        "Country stands alone and is not sent, because an address needs more; it only says how a telephone number is read",
        "Country está solo y no se envía, porque una dirección necesita más; solo dice cómo se lee un número de teléfono");

    public static string AddressLeft => Say(
        "The address is incomplete and was left out (-IncompleteAddress Leave): it needs Country, City, State, Postcode and AddressLine1",
        "La dirección está incompleta y se omitió (-IncompleteAddress Leave): necesita Country, City, State, Postcode y AddressLine1");

    public static string PostcodeShort(string country, int digits) => Say(
        $"has fewer than the {Number(digits)} digits of {country}: a spreadsheet takes the zeros at the beginning of a number. Format the column as text there, and export it again",
        $"tiene menos de los {Number(digits)} dígitos de {country}: una hoja de cálculo quita los ceros al comienzo de un número. Dé allí formato de texto a la columna, y expórtela de nuevo");

    public static string CountriesDisagree(string code, string country) => Say(
        $"CountryCode says {code}, but Country says {country}",
        $"CountryCode dice {code}, pero Country dice {country}");
}
