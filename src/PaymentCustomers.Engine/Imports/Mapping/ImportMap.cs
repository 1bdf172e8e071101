using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports.Mapping;

/// <summary>A mapping: how the rows of a file become customers where the column names do not tell. It can be saved and reused.</summary>
internal sealed record ImportMap
{
    public static ImportMap Empty { get; } = new();

    /// <summary>By column name: a field, <c>metadata.NAME</c>, or an empty text for a column that is not used.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Values for all rows. Values from the command line override them.</summary>
    public IReadOnlyDictionary<CustomerField, string> Constants { get; init; } = new Dictionary<CustomerField, string>();

    /// <summary>The date format, if it is not ISO 8601.</summary>
    public string? DateFormat { get; init; }

    /// <summary>By field: the values to send, by the text in the file's cells.</summary>
    public IReadOnlyDictionary<CustomerField, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<CustomerField, IReadOnlyDictionary<string, string>>();

    /// <summary>The mapping of the columns; null if there is none.</summary>
    public ColumnMap? ColumnMap => Columns.Count == 0 ? null : new ColumnMap(Columns);

    /// <summary>Replaces texts of the file's cells by the values to send.</summary>
    public void Translate(Draft draft)
    {
        foreach (var (field, table) in Values)
        {
            if (draft.ColumnOf(field) is { } column && draft[field] is { } value && table.TryGetValue(value, out var meant))
                draft.Take(field, meant, column);
        }
    }
}
