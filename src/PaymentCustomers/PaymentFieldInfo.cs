namespace PaymentCustomers;

/// <summary>A customer field as a provider defines it.</summary>
/// <param name="Name">The field's name in PowerShell.</param>
/// <param name="WireName">The field's name in the provider's JSON, with a dot for a nested object; null if the field is not a JSON member.</param>
/// <param name="IsRequired">Whether every customer must have the field.</param>
/// <param name="IsPersonal">Whether the field is personal data, which is masked in logs.</param>
/// <param name="Aliases">Other names of the column and the parameter.</param>
/// <param name="Columns">Other names of the column only, such as the names in Spanish spreadsheets.</param>
public sealed record PaymentFieldInfo(
    string Name, string? WireName, bool IsRequired, bool IsPersonal, IReadOnlyList<string> Aliases, IReadOnlyList<string> Columns)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
