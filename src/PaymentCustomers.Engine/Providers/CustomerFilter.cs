using PaymentCustomers.Engine.Reference;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// Which customers are looked for. The server is asked where it can tell; every customer that it sends is compared
/// here all the same, because a server may ignore a filter.
/// </summary>
internal sealed record CustomerFilter
{
    /// <summary>No filter.</summary>
    public static CustomerFilter None { get; } = new();

    /// <summary>The whole address, in any case.</summary>
    public string? Email { get; init; }

    /// <summary>The whole number, however it is grouped; without calling code, that of any country.</summary>
    public string? Phone { get; init; }

    /// <summary>The whole number, however it is grouped, with or without the check digit of a NIT.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The whole id, in any case.</summary>
    public string? UserId { get; init; }

    /// <summary>The document as a create sends it, for the server to look for. Not every one is a number.</summary>
    public static string? AsSent(string? document)
    {
        if (document is null)
            return null;
        var number = Nit.Normalize(document, out var problem);
        return problem is null ? number : document;
    }

    /// <summary>Whether the provider has every field that is looked for.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.FieldUnsupported"/>: it has one of them not.</exception>
    public void Check(PaymentProvider provider)
    {
        foreach (var (field, value) in new[] { (CustomerField.Email, Email), (CustomerField.Phone, Phone), (CustomerField.DocumentNumber, DocumentNumber), (CustomerField.UserId, UserId) })
        {
            if (value is not null && provider.Format[field] is null)
                throw ProviderErrors.FilterUnsupported(provider, field);
        }
    }

    /// <summary>Whether a customer is one of those looked for.</summary>
    public bool Matches(PaymentCustomer customer) =>
        (Email is null || Email.Equals(customer.Email, StringComparison.OrdinalIgnoreCase))
        && (UserId is null || UserId.Equals(customer.UserId, StringComparison.OrdinalIgnoreCase))
        && (DocumentNumber is null || (customer.DocumentNumber is { } document && SameDocument(DocumentNumber, document)))
        && (Phone is null || (customer.Phone is { } phone && PhoneRules.AreSame(Phone, phone)));

    private static bool SameDocument(string wanted, string actual) => Nit.Bare(wanted) == Nit.Bare(actual);
}
