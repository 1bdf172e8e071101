using System.Text.Json;

namespace PaymentCustomers.Emulator.Stripe;

/// <summary>Writes customers like the published file: with every member, and null for missing values.</summary>
internal static class StripeWriter
{
    public static void Customer(Utf8JsonWriter json, StoredCustomer<StripeFields> customer, bool isLive)
    {
        json.WriteStartObject();
        CustomerFields(json, customer, isLive);
        json.WriteEndObject();
    }

    /// <summary>The members of the object, for writers that add their own.</summary>
    public static void CustomerFields(Utf8JsonWriter json, StoredCustomer<StripeFields> customer, bool isLive)
    {
        var fields = customer.Fields;
        json.WriteString("id", customer.Id);
        json.WriteString("object", "customer");
        Address(json, fields.Address);
        json.WriteNumber("balance", fields.Balance);
        json.WriteNumber("created", customer.Created.ToUnixTimeSeconds());
        json.WriteNull("currency");
        json.WriteBoolean("delinquent", false);
        json.WriteString("description", fields.Description);
        json.WriteString("email", fields.Email);
        json.WriteString("invoice_prefix", fields.InvoicePrefix);
        json.WriteBoolean("livemode", isLive);
        json.WriteStartObject("metadata");
        foreach (var (name, value) in fields.Metadata)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteString("name", fields.Name);
        json.WriteString("phone", fields.Phone);
        json.WriteStartArray("preferred_locales");
        foreach (var locale in fields.PreferredLocales)
            json.WriteStringValue(locale);
        json.WriteEndArray();
        json.WriteString("tax_exempt", fields.TaxExempt ?? "none");
    }

    public static void Deleted(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("object", "customer");
        json.WriteBoolean("deleted", true);
        json.WriteEndObject();
    }

    private static void Address(Utf8JsonWriter json, StripeAddress? address)
    {
        if (address is null)
        {
            json.WriteNull("address");
            return;
        }

        json.WriteStartObject("address");
        json.WriteString("city", address.City);
        json.WriteString("country", address.Country);
        json.WriteString("line1", address.Line1);
        json.WriteString("line2", address.Line2);
        json.WriteString("postal_code", address.PostalCode);
        json.WriteString("state", address.State);
        json.WriteEndObject();
    }
}
