using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Rows;

/// <summary>The content of one input row before it is sent: its values, cleaned. A blank value counts as not given.</summary>
/// <param name="row">The row number in the input, from 1.</param>
/// <param name="source">The row object, so that errors can refer to it.</param>
internal sealed class Draft(long row, object? source = null)
{
    private readonly string?[] _values = new string?[FieldCount];
    private string?[]? _columns;
    private List<FieldProblem>? _problems;
    private List<string>? _warnings;

    internal static int FieldCount { get; } = Fields.FieldCatalog.All.Count;

    /// <summary>The row number in the input, from 1.</summary>
    public long Row { get; } = row;

    /// <summary>The input row object.</summary>
    public object? Source { get; } = source;

    /// <summary>Whether all cells of the row are blank, so that it contains no customer.</summary>
    public bool IsBlank { get; set; }

    /// <summary>Whether an earlier run sent the row and did not learn the result. It is looked up before it is sent.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>When the row was sent; null if that is not known.</summary>
    public DateTimeOffset? DoubtfulSince { get; set; }

    /// <summary>Marks the row as possibly sent before, with the key to look it up by.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <param name="now">The current time. The row was sent before it.</param>
    public void Doubt(string key, DateTimeOffset now)
    {
        if (IsDoubtful)
            return;
        IsDoubtful = true;
        DoubtfulSince = now;
        this[CustomerField.IdempotencyKey] ??= key;
    }

    /// <summary>Problems that were found when the row was read.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems ?? [];

    /// <summary>Warnings about a row that can be sent. Rows of the same kind get the same sentence.</summary>
    public IReadOnlyList<string> Warnings => _warnings ?? [];

    /// <summary>The customer to change and the fields to clear; null if the row creates a customer.</summary>
    public CustomerChange? Change { get; set; }

    /// <summary>Whether the first name is the full name, for a provider that takes it as one value.</summary>
    public bool HasWholeName { get; set; }

    /// <summary>The column with a full name, if the row has no other name; otherwise null.</summary>
    public string? FullNameColumn { get; set; }

    /// <summary>The value of a field; null if it is not given. Setting a blank value removes the field.</summary>
    public string? this[CustomerField field]
    {
        get => _values[(int)field];
        // JSON is not cleaned: its texts are not cells of a spreadsheet.
        set => _values[(int)field] = field != CustomerField.Metadata ? CellText.Clean(value) : string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>The column of the user's file that a field's value comes from; null if it does not come from a column.</summary>
    public string? ColumnOf(CustomerField field) => _columns?[(int)field];

    /// <summary>Sets a value from a column.</summary>
    public void Take(CustomerField field, string value, string column)
    {
        _values[(int)field] = value;
        (_columns ??= new string?[FieldCount])[(int)field] = column;
    }

    /// <summary>Sets a value from the command line. It overrides the columns, and removes problems of the columns for this field.</summary>
    public void Give(CustomerField field, string? value)
    {
        this[field] = value;
        if (_columns is not null)
            _columns[(int)field] = null;
        _problems?.RemoveAll(problem => problem.Field == field.ToString());
    }

    /// <summary>Adds a problem of the row that its values do not show.</summary>
    public void AddProblem(FieldProblem problem) => (_problems ??= []).Add(problem);

    /// <summary>Adds a warning. It must not contain a value of the row.</summary>
    public void Warn(string warning) => (_warnings ??= []).Add(warning);
}
