using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports.Mapping;

/// <summary>How the rows of a file become customers, where the names of its columns do not say it. Made once and kept.</summary>
internal sealed record ImportMap
{
    public static ImportMap Empty { get; } = new();

    /// <summary>By the column's name: a field, <c>metadata.NAME</c>, or nothing for a column that is not to be used.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Values for all rows; those of the command line go before them.</summary>
    public IReadOnlyDictionary<CustomerField, string> Constants { get; init; } = new Dictionary<CustomerField, string>();

    /// <summary>In which form dates are written, where that is not ISO 8601.</summary>
    public string? DateFormat { get; init; }

    /// <summary>By field: what stands for a value in the file's cells.</summary>
    public IReadOnlyDictionary<CustomerField, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<CustomerField, IReadOnlyDictionary<string, string>>();

    /// <summary>The columns as rows are read with them; null if nothing is said of any.</summary>
    public ColumnMap? ColumnMap => Columns.Count == 0 ? null : new ColumnMap(Columns);

    /// <summary>Puts the values of the tables in the place of those that stand for them.</summary>
    public void Translate(Draft draft)
    {
        foreach (var (field, table) in Values)
        {
            if (draft.ColumnOf(field) is { } column && draft[field] is { } value && table.TryGetValue(value, out var meant))
                draft.Take(field, meant, column);
        }
    }
}
