namespace PaymentCustomers;

/// <summary>The values of a customer, without the provider's name.</summary>
internal sealed class CustomerContent
{
    private static readonly int FieldCount = Enum.GetValues<CustomerField>().Length;

    private readonly string?[] _values = new string?[FieldCount];

    /// <param name="values">The initial values, by field.</param>
    public CustomerContent(ReadOnlySpan<string?> values = default) => values.CopyTo(_values);

    /// <inheritdoc cref="PaymentCustomer.Id"/>
    public string? Id { get; set; }

    /// <summary>The full name, if the provider returns it as one value.</summary>
    public string? FullName { get; set; }

    /// <inheritdoc cref="PaymentCustomer.Created"/>
    public DateTimeOffset? Created { get; set; }

    /// <inheritdoc cref="PaymentCustomer.Updated"/>
    public DateTimeOffset? Updated { get; set; }

    /// <summary>The value of a field, in the form that requests and responses carry.</summary>
    public string? this[CustomerField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = value;
    }
}

/// <summary>Reads the content of a customer when it is first needed.</summary>
internal interface ICustomerSource
{
    /// <summary>Reads the content. Returns the same content on every call and can be called from any thread.</summary>
    CustomerContent Read();
}
