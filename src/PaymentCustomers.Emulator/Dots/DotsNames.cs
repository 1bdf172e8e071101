namespace PaymentCustomers.Emulator.Dots;

/// <summary>Realistic names with accents, apostrophes and hyphens, so that clients that damage UTF-8 are detected.</summary>
internal static class DotsNames
{
    public static readonly string[] First =
    [
        "James", "Zoë", "Renée", "Chloë", "Jean-Luc", "André", "Brontë", "Emily", "Noël", "Mary-Kate",
        "Beyoncé", "Loïs", "Daniel", "Ana", "Sinéad", "Michael", "Grace", "Tyrone", "Anaïs", "William",
    ];

    public static readonly string[] Last =
    [
        "O'Brien", "Smith", "Johnson", "García", "Müller", "D'Angelo", "Smith-Jones", "Nguyễn", "Sørensen", "Brown",
        "Peña", "McDonald", "St. James", "Łukasik", "Okafor", "Washington", "Dvořák", "Lee", "Ångström", "Davis",
    ];

    public static readonly (string City, string State)[] Cities =
    [
        ("Los Angeles", "CA"), ("Coeur d'Alene", "ID"), ("San José", "CA"), ("Saint Paul", "MN"), ("Española", "NM"),
        ("New York", "NY"), ("Cañon City", "CO"), ("Miami", "FL"), ("Baton Rouge", "LA"), ("Austin", "TX"),
    ];

    // A number with an unassigned area code would not be realistic.
    public static readonly string[] AreaCodes = ["202", "206", "212", "305", "310", "312", "404", "415", "512", "617", "713", "786"];

    public static readonly string[] Streets = ["Main St", "Peña Blvd", "O'Farrell St", "5th Ave", "Rue Bourbon", "Calle Ocho"];

    public static readonly string[] Businesses = ["Ramirez & Sons LLC", "Café Olé Inc.", "O'Malley's Roofing", "Blue Ridge Supply Co.", "Łuk Design Studio"];
}
