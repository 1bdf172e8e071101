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

    public static string PersonAndBusiness => Say(
        "Both a person (FirstName, LastName) and a company (BusinessName) are given: Dots takes one of them",
        "Se indican a la vez una persona (FirstName, LastName) y una empresa (BusinessName): Dots acepta una de las dos");

    public static string NeitherPersonNorBusiness => Say(
        "Neither a person (FirstName and LastName) nor a company (BusinessName) is given: Dots takes one of them",
        "No se indica ni una persona (FirstName y LastName) ni una empresa (BusinessName): Dots exige una de las dos");

    public static string NameIncomplete(string missing) => Say(
        $"{missing} is missing: a person has FirstName and LastName",
        $"Falta {missing}: una persona tiene FirstName y LastName");
}
