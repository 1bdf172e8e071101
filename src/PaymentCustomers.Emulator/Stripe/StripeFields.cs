namespace PaymentCustomers.Emulator;

/// <summary>What can be given for a Stripe customer (contracts/stripe.md, "Create"); null is "not given".</summary>
public sealed record StripeFields
{
    /// <summary><c>name</c>: of a person or a business.</summary>
    public string? Name { get; init; }

    /// <summary><c>email</c></summary>
    public string? Email { get; init; }

    /// <summary><c>phone</c></summary>
    public string? Phone { get; init; }

    /// <summary><c>description</c></summary>
    public string? Description { get; init; }

    /// <summary><c>address</c></summary>
    public StripeAddress? Address { get; init; }

    /// <summary><c>metadata</c>, in the order given.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary><c>preferred_locales</c></summary>
    public IReadOnlyList<string> PreferredLocales { get; init; } = [];

    /// <summary><c>tax_exempt</c>: none, exempt, reverse.</summary>
    public string? TaxExempt { get; init; }

    /// <summary><c>balance</c>, in the smallest unit of the currency.</summary>
    public long Balance { get; init; }

    /// <summary><c>invoice_prefix</c>; made by the server if it was not given.</summary>
    public string? InvoicePrefix { get; init; }
}

/// <summary><c>address</c>.</summary>
/// <param name="Line1"><c>line1</c>, which every address has.</param>
/// <param name="Line2"><c>line2</c></param>
/// <param name="City"><c>city</c></param>
/// <param name="State"><c>state</c></param>
/// <param name="PostalCode"><c>postal_code</c></param>
/// <param name="Country"><c>country</c>, any text: the published file asks for no code.</param>
public sealed record StripeAddress(string Line1, string? Line2, string? City, string? State, string? PostalCode, string? Country);
