namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Names as they occur, accents, apostrophes and hyphens included: a client that spoils UTF-8 shows on them.</summary>
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

    // Of mobile numbers; others are not given out.
    public static readonly string[] MobilePrefixes = ["300", "301", "302", "304", "310", "311", "314", "316", "318", "320", "321", "350"];

    public static readonly (string First, string Last)[] Companies =
    [
        ("Café de la Peña", "S.A.S."), ("Inversiones Muñoz", "& Cía. Ltda."), ("Droguería San José", "S.A."), ("Fundación Niñez", "E.S.A.L."), ("Tecnología Andina", "S.A.S."),
    ];
}
