namespace PaymentCustomers.Emulator.Seeding;

/// <summary>Names as they occur, accents, apostrophes and hyphens included: a client that spoils UTF-8 shows on them.</summary>
internal static class Names
{
    public static readonly string[] ColombianFirst =
    [
        "José", "María", "Andrés", "Lucía", "Nicolás", "Sofía", "Jesús", "Ángela", "Sebastián", "Inés",
        "Julián", "Mónica", "Óscar", "Verónica", "Camilo", "Yesenia", "Begoña", "Iván", "Zoé", "Íngrid",
    ];

    public static readonly string[] ColombianLast =
    [
        "Muñoz", "Gómez", "Rodríguez", "Peña", "Martínez", "Núñez", "Castaño", "Ramírez", "Ordóñez", "Vélez",
        "Bolaños", "Cárdenas", "Ibáñez", "Suárez", "Acuña", "Londoño", "Güiza", "Zúñiga", "Patiño", "Restrepo",
    ];

    public static readonly string[] AmericanFirst =
    [
        "James", "Zoë", "Renée", "Chloë", "Jean-Luc", "André", "Brontë", "Emily", "Noël", "Mary-Kate",
        "Beyoncé", "Loïs", "Daniel", "Ana", "Sinéad", "Michael", "Grace", "Tyrone", "Anaïs", "William",
    ];

    public static readonly string[] AmericanLast =
    [
        "O'Brien", "Smith", "Johnson", "García", "Müller", "D'Angelo", "Smith-Jones", "Nguyễn", "Sørensen", "Brown",
        "Peña", "McDonald", "St. James", "Łukasik", "Okafor", "Washington", "Dvořák", "Lee", "Ångström", "Davis",
    ];

    public static readonly (string City, string State)[] AmericanCities =
    [
        ("Los Angeles", "CA"), ("Coeur d'Alene", "ID"), ("San José", "CA"), ("Saint Paul", "MN"), ("Española", "NM"),
        ("New York", "NY"), ("Cañon City", "CO"), ("Miami", "FL"), ("Baton Rouge", "LA"), ("Austin", "TX"),
    ];

    public static readonly string[] Streets = ["Main St", "Peña Blvd", "O'Farrell St", "5th Ave", "Rue Bourbon", "Calle Ocho"];

    public static readonly string[] AmericanBusinesses = ["Ramirez & Sons LLC", "Café Olé Inc.", "O'Malley's Roofing", "Blue Ridge Supply Co.", "Łuk Design Studio"];

    public static readonly (string First, string Last)[] ColombianCompanies =
    [
        ("Café de la Peña", "S.A.S."), ("Inversiones Muñoz", "& Cía. Ltda."), ("Droguería San José", "S.A."), ("Fundación Niñez", "E.S.A.L."), ("Tecnología Andina", "S.A.S."),
    ];
}
