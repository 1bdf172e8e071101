using System.Globalization;
using System.Text.Json;

namespace PaymentCustomers.Emulator.Dots;

/// <summary>Writes customers as in responses of Dots (contracts/dots.md, "The object").</summary>
internal static class DotsWriter
{
    /// <summary>The members in the response to a create, a subset of the object.</summary>
    public static void Created(Utf8JsonWriter json, StoredCustomer<DotsFields> customer, AbsentFields absent)
    {
        json.WriteStartObject();
        Contact(json, customer, absent);
        json.WriteEndObject();
    }

    /// <summary>The full object.</summary>
    public static void Full(
        Utf8JsonWriter json, StoredCustomer<DotsFields> customer, AbsentFields absent, DotsListMetadata metadata = DotsListMetadata.AsGiven)
    {
        json.WriteStartObject();
        FullFields(json, customer, absent, metadata);
        json.WriteEndObject();
    }

    /// <summary>The members of the full object, for writers that add their own.</summary>
    public static void FullFields(
        Utf8JsonWriter json, StoredCustomer<DotsFields> customer, AbsentFields absent, DotsListMetadata metadata = DotsListMetadata.AsGiven)
    {
        var fields = customer.Fields;
        Contact(json, customer, absent);
        Text(json, "first_name", fields.FirstName, absent);
        Text(json, "middle_name", fields.MiddleName, absent);
        Text(json, "last_name", fields.LastName, absent);
        Text(json, "business_name", fields.BusinessName, absent);
        Address(json, fields.Address, absent);
        if (metadata == DotsListMetadata.AsGiven)
            Metadata(json, fields.Metadata, absent);
        else
            WrongMetadata(json, metadata);
        json.WriteString("created", Timestamp(customer.Created));
        json.WriteString("updated", Timestamp(customer.Created));
    }

    private static void Contact(Utf8JsonWriter json, StoredCustomer<DotsFields> customer, AbsentFields absent)
    {
        json.WriteString("id", customer.Id);
        Text(json, "user_id", customer.Fields.UserId, absent);
        Text(json, "email", customer.Fields.Email, absent);
        Text(json, "country_code", customer.Fields.CountryCode, absent);
        Text(json, "phone_number", customer.Fields.PhoneNumber, absent);
    }

    private static void Address(Utf8JsonWriter json, DotsAddress? address, AbsentFields absent)
    {
        if (address is null && absent == AbsentFields.Omitted)
            return;
        if (address is null && absent == AbsentFields.Nulls)
        {
            json.WriteNull("address");
            return;
        }

        json.WriteStartObject("address");
        Text(json, "country", address?.Country, absent);
        Text(json, "city", address?.City, absent);
        Text(json, "state", address?.State, absent);
        Text(json, "postcode", address?.Postcode, absent);
        Text(json, "line_1", address?.Line1, absent);
        Text(json, "line_2", address?.Line2, absent);
        json.WriteEndObject();
    }

    private static void Metadata(Utf8JsonWriter json, JsonElement? metadata, AbsentFields absent)
    {
        if (metadata is null && absent == AbsentFields.Omitted)
            return;
        json.WritePropertyName("metadata");
        if (metadata is { } given)
        {
            given.WriteTo(json);
        }
        else if (absent == AbsentFields.Nulls)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }
    }

    private static void WrongMetadata(Utf8JsonWriter json, DotsListMetadata form)
    {
        switch (form)
        {
            case DotsListMetadata.Null:
                json.WriteNull("metadata");
                break;
            case DotsListMetadata.Empty:
                json.WriteStartObject("metadata");
                json.WriteEndObject();
                break;
            case DotsListMetadata.Text:
                json.WriteString("metadata", "none");
                break;
            default:
                break;
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? value, AbsentFields absent)
    {
        if (value is null && absent == AbsentFields.Omitted)
            return;
        json.WriteString(name, value ?? (absent == AbsentFields.EmptyStrings ? "" : null));
    }

    private static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
