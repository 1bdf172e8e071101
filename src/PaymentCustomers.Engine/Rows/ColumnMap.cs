using PaymentCustomers.Engine.Fields;

namespace PaymentCustomers.Engine.Rows;

/// <summary>What the user says that columns are. It goes before what their names say.</summary>
/// <param name="targets">By the column's name: a field's name, <c>metadata.NAME</c>, or nothing for a column that is not to be used.</param>
internal sealed class ColumnMap(IReadOnlyDictionary<string, string> targets)
{
    private readonly Dictionary<string, string> _targets = targets.ToDictionary(pair => pair.Key.Trim(), pair => pair.Value.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that it speaks of.</summary>
    public IEnumerable<string> Names => _targets.Keys;

    /// <summary>Whether it speaks of a column.</summary>
    public bool Has(string column) => _targets.ContainsKey(column.Trim());

    /// <summary>What a column is; null if nothing was said of it.</summary>
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

    /// <summary>Whether something can be said of a column: a field, or a member of the metadata.</summary>
    public static bool IsTarget(string target) =>
        target.Length == 0 || ColumnNames.MetadataMember(target) is not null || (Enum.TryParse<CustomerField>(target, ignoreCase: true, out _) && !char.IsAsciiDigit(target[0]));
}
