namespace PaymentCustomers;

/// <summary>How a column of a file is used.</summary>
/// <param name="Name">The column's name in the file; masked if it contains a customer's data.</param>
/// <param name="Field">The field that the column is read as, or <c>metadata.NAME</c>; null if the column is not used.</param>
/// <param name="Proposal">The field with the most similar name, if the column is not used; null if no field is similar.</param>
public sealed record PaymentImportColumn(string Name, string? Field, string? Proposal)
{
    /// <summary>The column's name and its field.</summary>
    public override string ToString() => Field is not null ? $"{Name} -> {Field}" : Proposal is not null ? $"{Name} -> {Proposal}?" : Name;
}
