namespace PaymentCustomers;

/// <summary>A field as a provider takes it.</summary>
/// <param name="Name">The field's name in PowerShell.</param>
/// <param name="WireName">Its name in the provider's JSON, with a dot for an object inside; null if it is used otherwise.</param>
/// <param name="IsRequired">Whether every customer needs it.</param>
/// <param name="IsPersonal">Whether it is personal data, masked in logs.</param>
/// <param name="Aliases">The other names that columns and parameters may have.</param>
/// <param name="Columns">The names that columns alone may have, as Spanish spreadsheets have them.</param>
public sealed record PaymentFieldInfo(
    string Name, string? WireName, bool IsRequired, bool IsPersonal, IReadOnlyList<string> Aliases, IReadOnlyList<string> Columns)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
