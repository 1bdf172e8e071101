using System.Globalization;
using System.Text.Json;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Writes customers as in responses of OnePay (contracts/onepay.md, "Create"): flat, and without some of the fields that were sent.</summary>
internal static class OnePayWriter
{
    public static void Customer(Utf8JsonWriter json, StoredCustomer<OnePayFields> customer, string bearer, EmulatorOptions options)
    {
        json.WriteStartObject();
        CustomerFields(json, customer, options);
        if (options.OnePayIncludeIsTest)
            json.WriteBoolean("is_test", bearer.StartsWith("sk_test_", StringComparison.Ordinal));
        json.WriteEndObject();
    }

    /// <summary>The members of the object, for writers that add their own.</summary>
    public static void CustomerFields(Utf8JsonWriter json, StoredCustomer<OnePayFields> customer, EmulatorOptions options)
    {
        var fields = customer.Fields;
        json.WriteString("id", customer.Id);
        json.WriteString("first_name", fields.FirstName);
        json.WriteString("last_name", fields.LastName);
        json.WriteString("email", fields.Email);
        json.WriteString("phone", fields.Phone);
        json.WriteString("document_type", fields.DocumentType);
        json.WriteString("document_number", fields.DocumentNumber);
        Optional(json, "nationality", fields.Nationality, options.OnePayAbsentFields);
        Optional(json, "birthdate", fields.BirthDate, options.OnePayAbsentFields);
        json.WriteString("created_at", Timestamp(customer.Created, options.OnePayTimestamps));
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value, AbsentFields absent)
    {
        if (value is null && absent == AbsentFields.Omitted)
            return;
        json.WriteString(name, value ?? (absent == AbsentFields.EmptyStrings ? "" : null));
    }

    private static string Timestamp(DateTimeOffset time, OnePayTimestamps form)
    {
        var format = form switch
        {
            OnePayTimestamps.Microseconds => "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
            OnePayTimestamps.NoFraction => "yyyy-MM-dd'T'HH:mm:ss'Z'",
            _ => "yyyy-MM-dd'T'HH:mm:ss'+00:00'",
        };
        return time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }
}
