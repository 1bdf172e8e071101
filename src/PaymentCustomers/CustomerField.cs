namespace PaymentCustomers;

/// <summary>
/// The fields of a customer, by the names that PowerShell shows. The engine's field catalog and each provider's own table
/// define what a field means to a provider.
/// </summary>
#pragma warning disable CA1028 // ConvertTo-Json writes a 64-bit enum as its name, and any other enum as a bare number.
public enum CustomerField : long
#pragma warning restore CA1028
{
    /// <summary>Given name of a person.</summary>
    FirstName,

    /// <summary>Middle names of a person.</summary>
    MiddleName,

    /// <summary>Family name of a person.</summary>
    LastName,

    /// <summary>Legal name of a company.</summary>
    BusinessName,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Telephone number: E.164 (<c>+573001234567</c>), or a national number together with a calling code.</summary>
    Phone,

    /// <summary>Calling code of the telephone number (ITU-T E.164), digits without plus; or an ISO country.</summary>
    CountryCode,

    /// <summary>Id of the provider's user that the customer belongs to: a UUID.</summary>
    UserId,

    /// <summary><c>natural</c> or <c>company</c>.</summary>
    CustomerType,

    /// <summary>Kind of identity document: <c>CC</c>, <c>CE</c>, <c>NIT</c> or <c>PASSPORT</c>.</summary>
    DocumentType,

    /// <summary>Number of the identity document.</summary>
    DocumentNumber,

    /// <summary>Whether the provider may send messages to the customer: <c>true</c> or <c>false</c>.</summary>
    EnableNotifications,

    /// <summary>Nationality, ISO 3166-1 alpha-2.</summary>
    Nationality,

    /// <summary>Date of birth, ISO 8601 <c>YYYY-MM-DD</c>.</summary>
    BirthDate,

    /// <summary>OnePay's <c>related_to</c>. OnePay's documentation does not explain it.</summary>
    RelatedTo,

    /// <summary>Country of the address, ISO 3166-1 alpha-2.</summary>
    Country,

    /// <summary>City of the address.</summary>
    City,

    /// <summary>State, department or province of the address.</summary>
    State,

    /// <summary>Postal code of the address.</summary>
    Postcode,

    /// <summary>First line of the address.</summary>
    AddressLine1,

    /// <summary>Second line of the address.</summary>
    AddressLine2,

    /// <summary>Additional data stored with the customer: a JSON object.</summary>
    Metadata,

    /// <summary>The idempotency key: repeating a create with the same key creates no second customer. At most 64 printable ASCII characters.</summary>
    IdempotencyKey,
}
