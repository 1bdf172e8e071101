using System.Text.Json;

namespace PaymentCustomers.Emulator;

/// <summary>A customer a provider has.</summary>
/// <param name="Id">UUID, given by the server.</param>
/// <param name="Account">Ordinal of the account it belongs to, from 1 per provider: says "the same" without saying the key.</param>
/// <param name="Sequence">Order of creation within its provider.</param>
/// <param name="Created">When it was stored.</param>
/// <param name="Key">OnePay: the <c>x-idempotency</c> it was created with. Dots: <c>metadata.payment_customers_key</c>. Null for a seeded one.</param>
/// <param name="Fields">What the client gave.</param>
/// <typeparam name="TFields">The provider's fields.</typeparam>
public sealed record StoredCustomer<TFields>(
    string Id, int Account, long Sequence, DateTimeOffset Created, string? Key, TFields Fields);

/// <summary>What can be given for a Dots customer (contracts/dots.md, "The object"); null is "not given".</summary>
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

    /// <summary><c>metadata</c>, an object with free values.</summary>
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

/// <summary>What can be given for a OnePay customer (contracts/onepay.md, "Create"); null is "not given".</summary>
public sealed record OnePayFields
{
    /// <summary><c>user_type</c>: natural, company.</summary>
    public string? UserType { get; init; }

    /// <summary><c>first_name</c></summary>
    public string? FirstName { get; init; }

    /// <summary><c>last_name</c></summary>
    public string? LastName { get; init; }

    /// <summary><c>email</c></summary>
    public string? Email { get; init; }

    /// <summary><c>phone</c>, E.164.</summary>
    public string? Phone { get; init; }

    /// <summary><c>document_type</c>: CC, CE, NIT, PASSPORT; RUT in old customers.</summary>
    public string? DocumentType { get; init; }

    /// <summary><c>document_number</c></summary>
    public string? DocumentNumber { get; init; }

    /// <summary><c>enable_notifications</c></summary>
    public bool EnableNotifications { get; init; }

    /// <summary><c>nationality</c>, ISO 3166-1 alpha-2.</summary>
    public string? Nationality { get; init; }

    /// <summary><c>birthdate</c>, YYYY-MM-DD.</summary>
    public string? BirthDate { get; init; }

    /// <summary><c>related_to</c></summary>
    public string? RelatedTo { get; init; }
}
