namespace PaymentCustomers.Emulator.Stripe;

/// <summary>A place where seeded customers live, with local names.</summary>
internal sealed record StripePlace(
    string Country, string Locale, string PhonePrefix, int PhoneDigits, string[] Names, string Business, string Street, (string City, string? State, string PostalCode)[] Cities);

/// <summary>
/// Places around the world with names in their own scripts, so that clients that damage UTF-8, or count bytes instead of characters,
/// are detected.
/// </summary>
internal static class StripeNames
{
    public static readonly StripePlace[] Places =
    [
        new("US", "en-US", "+1415555", 4, ["Mary-Kate O'Brien", "Zoë Washington", "Jean-Luc St. James"], "Ramirez & Sons LLC", "5th Ave",
            [("San José", "CA", "95112"), ("Coeur d'Alene", "ID", "83814")]),
        new("DE", "de-DE", "+491525", 7, ["Jürgen Müller", "Anneliese Groß", "Björn Schäfer"], "Bäckerei Weiß GmbH & Co. KG", "Königstraße",
            [("Köln", null, "50667"), ("München", null, "80331")]),
        new("FR", "fr-FR", "+3367", 7, ["Chloë D'Aubigné", "François Lefèvre", "Anaïs Noël"], "Café de l'Île SARL", "rue de l'Église",
            [("Besançon", null, "25000"), ("Saint-Étienne", null, "42000")]),
        new("GB", "en-GB", "+447700900", 3, ["Siân Llewellyn", "Niamh O'Sullivan", "Alastair MacDonald"], "Smith-Jones & Partners Ltd", "St. Mary's Road",
            [("Stoke-on-Trent", "Staffordshire", "ST1 1AA"), ("London", null, "EC1A 1BB")]),
        new("ES", "es-ES", "+3461", 7, ["Begoña Núñez", "Íñigo Zúñiga", "María José Peña"], "Droguería San José S.L.", "Calle Ocho",
            [("La Coruña", "Galicia", "15001"), ("Cádiz", "Andalucía", "11001")]),
        new("PL", "pl-PL", "+4851", 7, ["Łukasz Wiśniewski", "Małgorzata Żak", "Grażyna Dąbrowska"], "Łódzka Piekarnia Sp. z o.o.", "ul. Świętokrzyska",
            [("Łódź", null, "90-001"), ("Gdańsk", null, "80-001")]),
        new("JP", "ja-JP", "+8190", 8, ["山田 太郎", "佐藤 花子", "髙橋 健"], "株式会社さくら", "丸の内1丁目",
            [("千代田区", "東京都", "100-0005"), ("大阪市", "大阪府", "530-0001")]),
        new("CO", "es-CO", "+57300", 7, ["José Muñoz", "Ángela Londoño", "Óscar Güiza"], "Café de la Peña S.A.S.", "Carrera 7",
            [("Bogotá", "Cundinamarca", "110111"), ("Medellín", "Antioquia", "050001")]),
    ];
}
