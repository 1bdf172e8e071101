using System.Management.Automation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

// The customer's fields; each is a value for all rows of the file. A convention test compares them with the engine's catalog.
public sealed partial class ImportPaymentCustomerCommand
{
    /// <summary>Given name of a person.</summary>
    [Parameter]
    [Alias("first_name", "GivenName")]
    [FieldText(RefusesScripts = true)]
    public string? FirstName { get; set; }

    /// <summary>Middle names of a person (Dots).</summary>
    [Parameter]
    [Alias("middle_name")]
    [FieldText(RefusesScripts = true)]
    public string? MiddleName { get; set; }

    /// <summary>Family name of a person.</summary>
    [Parameter]
    [Alias("last_name", "Surname")]
    [FieldText(RefusesScripts = true)]
    public string? LastName { get; set; }

    /// <summary>Legal name of a company (Dots).</summary>
    [Parameter]
    [Alias("business_name", "Company", "CompanyName")]
    [FieldText(RefusesScripts = true)]
    public string? BusinessName { get; set; }

    /// <summary>E-mail address.</summary>
    [Parameter]
    [Alias("email_address", "EmailAddress", "Mail")]
    [FieldText(RefusesScripts = true)]
    public string? Email { get; set; }

    /// <summary>Telephone number: +573001234567, or a national number together with -CountryCode.</summary>
    [Parameter]
    [Alias("phone_number", "PhoneNumber", "Mobile")]
    [FieldText(RefusesScripts = true)]
    public string? Phone { get; set; }

    /// <summary>Calling code of the telephone number (57), or an ISO country (CO).</summary>
    [Parameter]
    [Alias("country_code", "CallingCode")]
    [FieldText(RefusesScripts = true)]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? CountryCode { get; set; }

    /// <summary>Id of the provider's user that the customer belongs to, a UUID (Dots).</summary>
    [Parameter]
    [Alias("user_id")]
    [FieldText(RefusesScripts = true)]
    public string? UserId { get; set; }

    /// <summary>natural or company (OnePay).</summary>
    [Parameter]
    [Alias("user_type", "UserType")]
    [FieldText(RefusesScripts = true)]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? CustomerType { get; set; }

    /// <summary>CC, CE, NIT or PASSPORT (OnePay).</summary>
    [Parameter]
    [Alias("document_type")]
    [FieldText(RefusesScripts = true)]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? DocumentType { get; set; }

    /// <summary>Number of the identity document (OnePay).</summary>
    [Parameter]
    [Alias("document_number", "Document")]
    [FieldText(RefusesScripts = true)]
    public string? DocumentNumber { get; set; }

    /// <summary>Whether OnePay may send messages to the customer by WhatsApp and e-mail. By default it may, as at OnePay itself.</summary>
    [Parameter]
    [Alias("enable_notifications")]
    [FieldText(RefusesScripts = true)]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? EnableNotifications { get; set; }

    /// <summary>Nationality, ISO 3166-1 (OnePay).</summary>
    [Parameter]
    [FieldText(RefusesScripts = true)]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? Nationality { get; set; }

    /// <summary>Date of birth, YYYY-MM-DD (OnePay).</summary>
    [Parameter]
    [Alias("date_of_birth", "DateOfBirth")]
    [FieldText(RefusesScripts = true)]
    public string? BirthDate { get; set; }

    /// <summary>OnePay's related_to. OnePay's documentation does not explain it.</summary>
    [Parameter]
    [Alias("related_to")]
    [FieldText(RefusesScripts = true)]
    public string? RelatedTo { get; set; }

    /// <summary>Country of the address, ISO 3166-1 (Dots).</summary>
    [Parameter]
    [FieldText(RefusesScripts = true)]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? Country { get; set; }

    /// <summary>City of the address (Dots).</summary>
    [Parameter]
    [FieldText(RefusesScripts = true)]
    public string? City { get; set; }

    /// <summary>State or department of the address (Dots).</summary>
    [Parameter]
    [FieldText(RefusesScripts = true)]
    public string? State { get; set; }

    /// <summary>Postal code of the address (Dots).</summary>
    [Parameter]
    [Alias("postal_code", "zip", "ZipCode")]
    [FieldText(RefusesScripts = true)]
    public string? Postcode { get; set; }

    /// <summary>First line of the address (Dots).</summary>
    [Parameter]
    [Alias("line_1")]
    [FieldText(RefusesScripts = true)]
    public string? AddressLine1 { get; set; }

    /// <summary>Second line of the address (Dots).</summary>
    [Parameter]
    [Alias("line_2")]
    [FieldText(RefusesScripts = true)]
    public string? AddressLine2 { get; set; }

    /// <summary>Additional data stored with the customer: a hashtable, an object, or JSON (Dots).</summary>
    [Parameter]
    [FieldText(RefusesScripts = true)]
    public object? Metadata { get; set; }

    /// <summary>The idempotency key: repeating a create with the same key creates no second customer. By default it is computed from the content.</summary>
    [Parameter]
    [Alias("idempotency_key", "x-idempotency")]
    [FieldText(RefusesScripts = true)]
    public string? IdempotencyKey { get; set; }
}
