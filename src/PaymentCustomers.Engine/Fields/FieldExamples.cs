namespace PaymentCustomers.Engine.Fields;

/// <summary>An example customer of Colombia, which every provider takes.</summary>
internal static class FieldExamples
{
    private static readonly Dictionary<CustomerField, string> Values = new()
    {
        [CustomerField.FirstName] = "Ana",
        [CustomerField.MiddleName] = "María",
        [CustomerField.LastName] = "Gómez",
        [CustomerField.Email] = "ana.gomez@example.com",
        [CustomerField.Phone] = "3001234567",
        [CustomerField.CountryCode] = "57",
        [CustomerField.CustomerType] = "natural",
        [CustomerField.DocumentType] = "CC",
        [CustomerField.DocumentNumber] = "1060500333",
        [CustomerField.EnableNotifications] = "false",
        [CustomerField.Nationality] = "CO",
        [CustomerField.BirthDate] = "1990-01-31",
        [CustomerField.Country] = "CO",
        [CustomerField.City] = "Bogotá",
        [CustomerField.State] = "Cundinamarca",
        [CustomerField.Postcode] = "110111",
        [CustomerField.AddressLine1] = "Cra.7#71-21",
        [CustomerField.AddressLine2] = "501",
        [CustomerField.Metadata] = """{"plan":"gold"}""",
    };

    /// <summary>The example of a field; null if there is none.</summary>
    public static string? Of(CustomerField field) => Values.GetValueOrDefault(field);
}
