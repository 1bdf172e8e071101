using System.Collections.Frozen;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Fields;

/// <summary>
/// Tells which field a column holds. Case, accents, spaces, hyphens and underscores do not count, so that <c>First Name</c>,
/// <c>first_name</c> and <c>FirstName</c> are one, <c>E-mail</c> is <c>Email</c> and <c>telefono</c> is <c>Teléfono</c>.
/// </summary>
internal static class ColumnNames
{
    private const string MetadataPrefix = "metadata.";

    private static readonly FrozenDictionary<string, CustomerField> Fields = AllNames()
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Field, StringComparer.Ordinal);

    /// <summary>The field of a column, or null if the column is none of a customer's.</summary>
    public static CustomerField? Field(string column) =>
        Fields.TryGetValue(Fold(column), out var field) ? field : null;

    /// <summary>The name of the metadata member that a column <c>metadata.x</c> holds, or null.</summary>
    public static string? MetadataMember(string column) =>
        column.Length > MetadataPrefix.Length && column.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase)
            ? column[MetadataPrefix.Length..].Trim()
            : null;

    /// <summary>Whether a column tells the provider of a customer that was written out before.</summary>
    public static bool IsProvider(string column) => Fold(column) == "provider";

    private static IEnumerable<(string Name, CustomerField Field)> AllNames() =>
        from rule in FieldCatalog.All
        from name in rule.Aliases.Append(rule.Name).Concat(rule.Columns).Append(rule.Path ?? rule.Name)
        select (Fold(name), rule.Field);

    // A byte order mark read as text sticks to the first column's name.
    private static string Fold(string name) =>
        string.Concat(Accents.Remove(name).Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '_' or '\uFEFF')))
            .ToLowerInvariant();
}
