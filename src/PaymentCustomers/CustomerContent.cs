namespace PaymentCustomers;

/// <summary>What is known of a customer, besides whose it is.</summary>
internal sealed class CustomerContent
{
    private static readonly int FieldCount = Enum.GetValues<CustomerField>().Length;

    private readonly string?[] _values = new string?[FieldCount];

    /// <param name="values">Values to begin with, by field.</param>
    public CustomerContent(ReadOnlySpan<string?> values = default) => values.CopyTo(_values);

    /// <inheritdoc cref="PaymentCustomer.Id"/>
    public string? Id { get; set; }

    /// <summary>The whole name, where the provider says it.</summary>
    public string? FullName { get; set; }

    /// <inheritdoc cref="PaymentCustomer.Created"/>
    public DateTimeOffset? Created { get; set; }

    /// <inheritdoc cref="PaymentCustomer.Updated"/>
    public DateTimeOffset? Updated { get; set; }

    /// <summary>The value of a field, as it goes over the wire.</summary>
    public string? this[CustomerField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = value;
    }
}

/// <summary>Where the content of a customer comes from when somebody wants to see it.</summary>
internal interface ICustomerSource
{
    /// <summary>Reads the content; the same each time, on any thread.</summary>
    CustomerContent Read();
}
