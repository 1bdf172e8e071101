namespace PaymentCustomers.Emulator;

/// <summary>The fields of a OnePay customer (contracts/onepay.md, "Create"); null means "not given".</summary>
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
