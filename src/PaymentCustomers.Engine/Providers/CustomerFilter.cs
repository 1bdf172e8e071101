using PaymentCustomers.Engine.Reference;

namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// Selects customers. The provider filters where it can. The result is filtered again here, because a server may ignore a
/// filter.
/// </summary>
internal sealed record CustomerFilter
{
    /// <summary>No filter.</summary>
    public static CustomerFilter None { get; } = new();

    /// <summary>The complete e-mail address, in any case.</summary>
    public string? Email { get; init; }

    /// <summary>The complete telephone number, grouped in any way. Without a calling code, it matches numbers of any country.</summary>
    public string? Phone { get; init; }

    /// <summary>The complete document number, grouped in any way, with or without the check digit of a NIT.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The complete user id, in any case.</summary>
    public string? UserId { get; init; }

    /// <summary>The document number in the form in which a create sends it, for the server's filter. Not every document number is numeric.</summary>
    public static string? AsSent(string? document)
    {
        if (document is null)
            return null;
        var number = Nit.Normalize(document, out var problem);
        return problem is null ? number : document;
    }

    /// <summary>Checks that the provider has every field of the filter.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.FieldUnsupported"/>: the provider does not have one of the fields.</exception>
    public void Check(PaymentProvider provider)
    {
        foreach (var (field, value) in new[] { (CustomerField.Email, Email), (CustomerField.Phone, Phone), (CustomerField.DocumentNumber, DocumentNumber), (CustomerField.UserId, UserId) })
        {
            if (value is not null && provider.Format[field] is null)
                throw ProviderErrors.FilterUnsupported(provider, field);
        }
    }

    /// <summary>Whether a customer matches the filter.</summary>
    public bool Matches(PaymentCustomer customer) =>
        (Email is null || Email.Equals(customer.Email, StringComparison.OrdinalIgnoreCase))
        && (UserId is null || UserId.Equals(customer.UserId, StringComparison.OrdinalIgnoreCase))
        && (DocumentNumber is null || (customer.DocumentNumber is { } document && SameDocument(DocumentNumber, document)))
        && (Phone is null || (customer.Phone is { } phone && PhoneRules.AreSame(Phone, phone)));

    private static bool SameDocument(string wanted, string actual) => Nit.Bare(wanted) == Nit.Bare(actual);
}
