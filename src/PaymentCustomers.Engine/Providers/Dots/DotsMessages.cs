using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Providers.Dots;

/// <summary>Messages that concern only Dots, in English and Spanish.</summary>
internal static class DotsMessages
{
    public static string DotsCredential => Say(
        "-Credential with the client id as user name and the API key as password, or DOTS_CLIENT_ID and DOTS_API_KEY",
        "-Credential con el client id como nombre de usuario y la clave de API como contraseña, o DOTS_CLIENT_ID y DOTS_API_KEY");

    public static string DotsNeedsClientId => Say(
        "Dots requires a client id and an API key. Use -Credential, with the client id as user name.",
        "Dots exige un client id y una clave de API. Use -Credential, con el client id como nombre de usuario.");

    public static string ClientIdHasColon => Say("A client id cannot contain a colon.", "Un client id no puede contener dos puntos.");

    public static string PersonAndBusiness => Say(
        "The row has both a person (FirstName, LastName) and a company (BusinessName). Dots accepts only one of them",
        "La fila tiene a la vez una persona (FirstName, LastName) y una empresa (BusinessName). Dots acepta solo una de las dos");

    public static string NeitherPersonNorBusiness => Say(
        "The row has neither a person (FirstName and LastName) nor a company (BusinessName). Dots requires one of them",
        "La fila no tiene ni una persona (FirstName y LastName) ni una empresa (BusinessName). Dots exige una de las dos");

    public static string NameIncomplete(string missing) => Say(
        $"{missing} is missing: a person needs FirstName and LastName",
        $"Falta {missing}: una persona necesita FirstName y LastName");
}
