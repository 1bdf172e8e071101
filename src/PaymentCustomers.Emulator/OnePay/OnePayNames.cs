namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Realistic names with accents, apostrophes and hyphens, so that clients that damage UTF-8 are detected.</summary>
internal static class OnePayNames
{
    public static readonly string[] First =
    [
        "José", "María", "Andrés", "Lucía", "Nicolás", "Sofía", "Jesús", "Ángela", "Sebastián", "Inés",
        "Julián", "Mónica", "Óscar", "Verónica", "Camilo", "Yesenia", "Begoña", "Iván", "Zoé", "Íngrid",
    ];

    public static readonly string[] Last =
    [
        "Muñoz", "Gómez", "Rodríguez", "Peña", "Martínez", "Núñez", "Castaño", "Ramírez", "Ordóñez", "Vélez",
        "Bolaños", "Cárdenas", "Ibáñez", "Suárez", "Acuña", "Londoño", "Güiza", "Zúñiga", "Patiño", "Restrepo",
    ];

    // Prefixes of mobile numbers that are assigned.
    public static readonly string[] MobilePrefixes = ["300", "301", "302", "304", "310", "311", "314", "316", "318", "320", "321", "350"];

    public static readonly (string First, string Last)[] Companies =
    [
        ("Café de la Peña", "S.A.S."), ("Inversiones Muñoz", "& Cía. Ltda."), ("Droguería San José", "S.A."), ("Fundación Niñez", "E.S.A.L."), ("Tecnología Andina", "S.A.S."),
    ];
}
