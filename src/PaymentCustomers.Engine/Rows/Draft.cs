namespace PaymentCustomers.Engine.Rows;

/// <summary>What one row of input says, before it is sent: the values as given, trimmed; a blank one is not given.</summary>
/// <param name="row">The row's place in the input, from 1.</param>
/// <param name="source">The row itself, so that an error can point at it.</param>
internal sealed class Draft(long row, object? source = null)
{
    private readonly string?[] _values = new string?[FieldCount];
    private List<FieldProblem>? _problems;

    internal static int FieldCount { get; } = Fields.FieldCatalog.All.Count;

    /// <summary>The row's place in the input, from 1.</summary>
    public long Row { get; } = row;

    /// <summary>The input row itself.</summary>
    public object? Source { get; } = source;

    /// <summary>What was wrong with the row already when it was read.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems ?? [];

    /// <summary>The value of a field, or null if it is not given. Setting a blank value takes the field away.</summary>
    public string? this[CustomerField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>Notes something wrong with the row that its values do not show.</summary>
    public void AddProblem(FieldProblem problem) => (_problems ??= []).Add(problem);
}
