namespace PaymentCustomers.Engine.Fields;

/// <summary>What a column holds, where it is more than the value of one field.</summary>
internal enum ColumnRole
{
    /// <summary>The value of a field.</summary>
    Field,

    /// <summary>The second surname, which belongs behind the first.</summary>
    SecondSurname,

    /// <summary>A whole name, of a person or a company.</summary>
    FullName,

    /// <summary>A company: the customer itself, or where a person stands beside it, the person's.</summary>
    Employer,

    /// <summary>The check digit of the document's number.</summary>
    CheckDigit,
}

/// <summary>What a column of a known name holds.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Field">The field that it belongs to.</param>
/// <param name="Rank">Which of several columns for one field goes first: the lowest. Addresses go by it whole.</param>
internal sealed record ColumnMeaning(ColumnRole Role, CustomerField Field, int Rank = 0)
{
    /// <summary>Whether it only says the same in another form (a state's code beside its name), and is used where the other is blank.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Whether it is a name that the product itself gives to the field, in help and as a parameter.</summary>
    public bool IsOwnName { get; init; }
}
