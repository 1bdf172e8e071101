using System.Management.Automation;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

// The customer's fields. A convention test compares them with the engine's catalog. Values from the command line, which apply to all
// rows, are read from the dictionary of bound parameters. Values from the pipeline are read by the row reader. The parameter set
// that binds them by property name declares this for help, and makes PowerShell accept a script block for each field
// (-Email { $_.Correo }), except for the metadata, which can be any object.
public abstract partial class RowCmdlet
{
    /// <summary>Given name of a person.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("first_name", "GivenName")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? FirstName { get; set; }

    /// <summary>Middle names of a person (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("middle_name")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? MiddleName { get; set; }

    /// <summary>Family name of a person.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("last_name", "Surname")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? LastName { get; set; }

    /// <summary>Legal name of a company (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("business_name", "Company", "CompanyName")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? BusinessName { get; set; }

    /// <summary>E-mail address.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("email_address", "EmailAddress", "Mail")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Email { get; set; }

    /// <summary>Telephone number: +573001234567, or a national number together with -CountryCode.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("phone_number", "PhoneNumber", "Mobile")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Phone { get; set; }

    /// <summary>Calling code of the telephone number (57), or an ISO country (CO).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("country_code", "CallingCode")]
    [FieldText]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? CountryCode { get; set; }

    /// <summary>Id of the provider's user that the customer belongs to, a UUID (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("user_id")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? UserId { get; set; }

    /// <summary>natural or company (OnePay).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("user_type", "UserType")]
    [FieldText]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? CustomerType { get; set; }

    /// <summary>CC, CE, NIT or PASSPORT (OnePay).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("document_type")]
    [FieldText]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? DocumentType { get; set; }

    /// <summary>Number of the identity document (OnePay).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("document_number", "Document")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? DocumentNumber { get; set; }

    /// <summary>Whether OnePay may send messages to the customer by WhatsApp and e-mail. By default it may, as at OnePay itself.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("enable_notifications")]
    [FieldText]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? EnableNotifications { get; set; }

    /// <summary>Nationality, ISO 3166-1 (OnePay).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [FieldText]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? Nationality { get; set; }

    /// <summary>Date of birth, YYYY-MM-DD (OnePay).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("date_of_birth", "DateOfBirth")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? BirthDate { get; set; }

    /// <summary>OnePay's related_to. OnePay's documentation does not explain it.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("related_to")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? RelatedTo { get; set; }

    /// <summary>Country of the address, ISO 3166-1 (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [FieldText]
    [ArgumentCompleter(typeof(FieldCompleter))]
    public string? Country { get; set; }

    /// <summary>City of the address (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? City { get; set; }

    /// <summary>State or department of the address (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? State { get; set; }

    /// <summary>Postal code of the address (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("postal_code", "zip", "ZipCode")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? Postcode { get; set; }

    /// <summary>First line of the address (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("line_1")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? AddressLine1 { get; set; }

    /// <summary>Second line of the address (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("line_2")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? AddressLine2 { get; set; }

    /// <summary>Additional data stored with the customer: a hashtable, an object, or JSON (Dots).</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public object? Metadata { get; set; }

    /// <summary>The idempotency key: repeating a create with the same key creates no second customer. By default it is computed from the content.</summary>
    [Parameter(ParameterSetName = RowSet)]
    [Parameter(ParameterSetName = FieldSet, ValueFromPipelineByPropertyName = true)]
    [Alias("idempotency_key", "x-idempotency")]
    [FieldText]
    [ArgumentCompleter(typeof(NoFilesCompleter))]
    public string? IdempotencyKey { get; set; }
}
