using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Rows;

/// <summary>The user's mapping of columns. It overrides the meaning of column names.</summary>
/// <param name="targets">By column name: a field name, <c>metadata.NAME</c>, or an empty text for a column that is not used.</param>
internal sealed class ColumnMap(IReadOnlyDictionary<string, string> targets)
{
    private readonly Dictionary<string, string> _targets = targets.ToDictionary(pair => pair.Key.Trim(), pair => pair.Value.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of the mapped columns.</summary>
    public IEnumerable<string> Names => _targets.Keys;

    /// <summary>Whether a column is mapped.</summary>
    public bool Has(string column) => _targets.ContainsKey(column.Trim());

    /// <summary>What a column is mapped to; null if it is not mapped.</summary>
    public RowColumn? Find(string column)
    {
        if (!_targets.TryGetValue(column.Trim(), out var target))
            return null;
        if (target.Length == 0)
            return new RowColumn(column, ColumnUse.Ignored);
        return ColumnNames.MetadataMember(target) is { } member
            ? RowColumn.OfMetadata(column, member)
            : RowColumn.OfField(column, Enum.Parse<CustomerField>(target, ignoreCase: true));
    }

    /// <summary>Whether a text is a valid target: a field, a metadata member, or empty.</summary>
    public static bool IsTarget(string target) =>
        target.Length == 0 || ColumnNames.MetadataMember(target) is not null || (Enum.TryParse<CustomerField>(target, ignoreCase: true, out _) && !char.IsAsciiDigit(target[0]));
}
