namespace PaymentCustomers.Engine.Fields;

/// <summary>What a column contains.</summary>
internal enum ColumnRole
{
    /// <summary>The value of a field.</summary>
    Field,

    /// <summary>The second surname. It is appended to the first.</summary>
    SecondSurname,

    /// <summary>The full name of a person or a company.</summary>
    FullName,

    /// <summary>A company: the customer itself, or the person's employer if the row has a person too.</summary>
    Employer,

    /// <summary>The check digit of the document number.</summary>
    CheckDigit,
}

/// <summary>The meaning of a column with a known name.</summary>
/// <param name="Role">What the column contains.</param>
/// <param name="Field">The field that the column belongs to.</param>
/// <param name="Rank">Which of several columns for one field wins: the lowest rank. An address is taken from one rank as a whole.</param>
internal sealed record ColumnMeaning(ColumnRole Role, CustomerField Field, int Rank = 0)
{
    /// <summary>Whether the column repeats another one in a different form (a state's code next to its name), and is used only where the other is blank.</summary>
    public bool IsFallback { get; init; }
}
