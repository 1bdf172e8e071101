using System.Text.Json;

namespace PaymentCustomers.Emulator;

/// <summary>The fields of a Dots customer (contracts/dots.md, "The object"); null means "not given".</summary>
public sealed record DotsFields
{
    /// <summary><c>user_id</c>, a UUID.</summary>
    public string? UserId { get; init; }

    /// <summary><c>email</c></summary>
    public string? Email { get; init; }

    /// <summary><c>country_code</c>, the calling code without a plus.</summary>
    public string? CountryCode { get; init; }

    /// <summary><c>phone_number</c>, national digits.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary><c>first_name</c></summary>
    public string? FirstName { get; init; }

    /// <summary><c>middle_name</c></summary>
    public string? MiddleName { get; init; }

    /// <summary><c>last_name</c></summary>
    public string? LastName { get; init; }

    /// <summary><c>business_name</c></summary>
    public string? BusinessName { get; init; }

    /// <summary><c>address</c></summary>
    public DotsAddress? Address { get; init; }

    /// <summary><c>metadata</c>, an object with any values.</summary>
    public JsonElement? Metadata { get; init; }
}

/// <summary>The address of a Dots customer.</summary>
/// <param name="Country"><c>country</c></param>
/// <param name="City"><c>city</c></param>
/// <param name="State"><c>state</c></param>
/// <param name="Postcode"><c>postcode</c></param>
/// <param name="Line1"><c>line_1</c></param>
/// <param name="Line2"><c>line_2</c>, the only optional one.</param>
public sealed record DotsAddress(string Country, string City, string State, string Postcode, string Line1, string? Line2);
