namespace PaymentCustomers;

/// <summary>What became of a column of a file.</summary>
/// <param name="Name">Its name in the file, where it holds a customer's data masked.</param>
/// <param name="Field">The field that it is read as, or <c>metadata.NAME</c>; null if it is not used.</param>
/// <param name="Proposal">The field that may be meant, if it is not used and its name is like one; else null.</param>
public sealed record PaymentImportColumn(string Name, string? Field, string? Proposal)
{
    /// <summary>The name and what became of it.</summary>
    public override string ToString() => Field is not null ? $"{Name} -> {Field}" : Proposal is not null ? $"{Name} -> {Proposal}?" : Name;
}
