using System.Globalization;

namespace PaymentCustomers;

/// <summary>A customer of a provider. Every property is flat text, so that customers survive a round trip through a CSV file.</summary>
public class PaymentCustomer
{
    // Either the content itself, or its source until the content is first read.
    private object _content;
    private string? _id;

    internal PaymentCustomer(string provider, CustomerContent content)
    {
        Provider = provider;
        _content = content;
    }

    /// <param name="provider">The provider's name.</param>
    /// <param name="source">Supplies all other values.</param>
    /// <param name="id">The id, if it is known without reading the content.</param>
    internal PaymentCustomer(string provider, ICustomerSource source, string? id = null)
    {
        Provider = provider;
        _content = source;
        _id = id;
    }

    /// <summary>The provider's name, such as <c>OnePay</c>.</summary>
    public string Provider { get; }

    /// <summary>The provider's id for the customer.</summary>
    public string? Id => (_id ??= Content.Id) is { } id ? PrintableText.Line(id) : null;

    /// <summary>The company's name, or else the person's names joined; null if both are missing.</summary>
    public string? Name
    {
        get
        {
            if (BusinessName is not null)
                return BusinessName;
            var name = string.Join(' ', new[] { FirstName, MiddleName, LastName }.Where(part => part is not null));
            return name.Length > 0 ? name : Content.FullName is { } full ? PrintableText.Line(full) : null;
        }
    }

    /// <inheritdoc cref="CustomerField.FirstName"/>
    public string? FirstName => this[CustomerField.FirstName];

    /// <inheritdoc cref="CustomerField.MiddleName"/>
    public string? MiddleName => this[CustomerField.MiddleName];

    /// <inheritdoc cref="CustomerField.LastName"/>
    public string? LastName => this[CustomerField.LastName];

    /// <inheritdoc cref="CustomerField.BusinessName"/>
    public string? BusinessName => this[CustomerField.BusinessName];

    /// <inheritdoc cref="CustomerField.Email"/>
    public string? Email => this[CustomerField.Email];

    /// <inheritdoc cref="CustomerField.Phone"/>
    public string? Phone => this[CustomerField.Phone];

    /// <inheritdoc cref="CustomerField.CountryCode"/>
    public string? CountryCode => this[CustomerField.CountryCode];

    /// <inheritdoc cref="CustomerField.UserId"/>
    public string? UserId => this[CustomerField.UserId];

    /// <inheritdoc cref="CustomerField.CustomerType"/>
    public string? CustomerType => this[CustomerField.CustomerType];

    /// <inheritdoc cref="CustomerField.DocumentType"/>
    public string? DocumentType => this[CustomerField.DocumentType];

    /// <inheritdoc cref="CustomerField.DocumentNumber"/>
    public string? DocumentNumber => this[CustomerField.DocumentNumber];

    /// <inheritdoc cref="CustomerField.EnableNotifications"/>
    public bool? EnableNotifications =>
        this[CustomerField.EnableNotifications] is { } text && bool.TryParse(text, out var value) ? value : null;

    /// <inheritdoc cref="CustomerField.Nationality"/>
    public string? Nationality => this[CustomerField.Nationality];

    /// <inheritdoc cref="CustomerField.BirthDate"/>
    public string? BirthDate => this[CustomerField.BirthDate];

    /// <inheritdoc cref="CustomerField.RelatedTo"/>
    public string? RelatedTo => this[CustomerField.RelatedTo];

    /// <inheritdoc cref="CustomerField.Country"/>
    public string? Country => this[CustomerField.Country];

    /// <inheritdoc cref="CustomerField.City"/>
    public string? City => this[CustomerField.City];

    /// <inheritdoc cref="CustomerField.State"/>
    public string? State => this[CustomerField.State];

    /// <inheritdoc cref="CustomerField.Postcode"/>
    public string? Postcode => this[CustomerField.Postcode];

    /// <inheritdoc cref="CustomerField.AddressLine1"/>
    public string? AddressLine1 => this[CustomerField.AddressLine1];

    /// <inheritdoc cref="CustomerField.AddressLine2"/>
    public string? AddressLine2 => this[CustomerField.AddressLine2];

    /// <inheritdoc cref="CustomerField.Metadata"/>
    public CustomerMetadata? Metadata =>
        this[CustomerField.Metadata] is { } json ? CustomerMetadata.Parse(json) : null;

    /// <inheritdoc cref="CustomerField.IdempotencyKey"/>
    public string? IdempotencyKey => this[CustomerField.IdempotencyKey];

    /// <summary>When the provider created the customer; null if the provider does not say.</summary>
    public DateTimeOffset? Created => Content.Created;

    /// <summary>When the provider last changed the customer; null if the provider does not say.</summary>
    public DateTimeOffset? Updated => Content.Updated;

    // Values from a provider may contain control characters, which a terminal would execute.
    internal string? this[CustomerField field] => Content[field] is { } text ? PrintableText.Lines(text) : null;

    private CustomerContent Content
    {
        get
        {
            // Read the field once: another thread may replace the source by the content meanwhile. Both threads read equal content.
            var now = _content;
            if (now is CustomerContent known)
                return known;
            var content = ((ICustomerSource)now).Read();
            _content = content;
            return content;
        }
    }

    /// <summary>Provider and id. Contains no personal data.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Provider} {Id}");
}
