using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Engine.Rows;

/// <summary>What one row of input says, before it is sent: the values as given, cleaned; a blank one is not given.</summary>
/// <param name="row">The row's place in the input, from 1.</param>
/// <param name="source">The row itself, so that an error can point at it.</param>
internal sealed class Draft(long row, object? source = null)
{
    private readonly string?[] _values = new string?[FieldCount];
    private string?[]? _columns;
    private List<FieldProblem>? _problems;
    private List<string>? _warnings;

    internal static int FieldCount { get; } = Fields.FieldCatalog.All.Count;

    /// <summary>The row's place in the input, from 1.</summary>
    public long Row { get; } = row;

    /// <summary>The input row itself.</summary>
    public object? Source { get; } = source;

    /// <summary>Whether all cells of the row are blank: nobody is meant by it.</summary>
    public bool IsBlank { get; set; }

    /// <summary>Whether an earlier run sent it and does not know what became of that: it is looked up before it is sent.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>When that was; null if nobody knows.</summary>
    public DateTimeOffset? DoubtfulSince { get; set; }

    /// <summary>Notes that the row may have been sent before, and by which key it can be found then.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <param name="now">The time: it was sent before.</param>
    public void Doubt(string key, DateTimeOffset now)
    {
        if (IsDoubtful)
            return;
        IsDoubtful = true;
        DoubtfulSince = now;
        this[CustomerField.IdempotencyKey] ??= key;
    }

    /// <summary>What was wrong with the row already when it was read.</summary>
    public IReadOnlyList<FieldProblem> Problems => _problems ?? [];

    /// <summary>What the user should know although the row can be sent: the same sentence for every row of the same kind.</summary>
    public IReadOnlyList<string> Warnings => _warnings ?? [];

    /// <summary>What the row changes; null if it creates a customer.</summary>
    public CustomerChange? Change { get; set; }

    /// <summary>Whether the first name is the whole name, which the provider takes as one.</summary>
    public bool HasWholeName { get; set; }

    /// <summary>The column that holds a whole name where the row has no other; null if there is none.</summary>
    public string? FullNameColumn { get; set; }

    /// <summary>The value of a field, or null if it is not given. Setting a blank value takes the field away.</summary>
    public string? this[CustomerField field]
    {
        get => _values[(int)field];
        // JSON is taken as it is: its own texts are nobody's cells.
        set => _values[(int)field] = field != CustomerField.Metadata ? CellText.Clean(value) : string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>The column of the user's file that a field's value comes from, or null.</summary>
    public string? ColumnOf(CustomerField field) => _columns?[(int)field];

    /// <summary>Takes a value out of a column.</summary>
    public void Take(CustomerField field, string value, string column)
    {
        _values[(int)field] = value;
        (_columns ??= new string?[FieldCount])[(int)field] = column;
    }

    /// <summary>Takes a value of the command line: it decides, whatever the columns say, and whatever was wrong with them.</summary>
    public void Give(CustomerField field, string? value)
    {
        this[field] = value;
        if (_columns is not null)
            _columns[(int)field] = null;
        _problems?.RemoveAll(problem => problem.Field == field.ToString());
    }

    /// <summary>Notes something wrong with the row that its values do not show.</summary>
    public void AddProblem(FieldProblem problem) => (_problems ??= []).Add(problem);

    /// <summary>Notes something that the user should know. It holds no value of the row.</summary>
    public void Warn(string warning) => (_warnings ??= []).Add(warning);
}
