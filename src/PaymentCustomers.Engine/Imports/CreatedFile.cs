using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>Writes the rows that have a customer: the user's own columns, then the provider's id and the outcome.</summary>
internal sealed class CreatedFile
{
    private const string IdColumn = "customer_id";
    private const string OutcomeColumn = "outcome";

    private readonly CsvTarget _target;
    private readonly int[] _columns;

    public CreatedFile(CsvTarget target, string[] columns, string provider)
    {
        _target = target;
        _columns = [.. Enumerable.Range(0, columns.Length).Where(i => !RejectColumns.IsOwn(columns[i]))];
        var names = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _target.Write([.. _columns.Select(i => columns[i]), Free(IdColumn), Free(OutcomeColumn)]);

        // The user's file may have a column with this name.
        string Free(string name) => names.Contains(name) ? Prefixed(provider, name) : name;
    }

    /// <summary>Whether a file has the columns of such an output file, so that all its rows have their customer.</summary>
    public static bool IsMadeOf(string[] columns) => columns.Length > 2 && Is(columns[^2], IdColumn) && Is(columns[^1], OutcomeColumn);

    private static bool Is(string column, string name) => PaymentProviders.Names.Select(provider => Prefixed(provider, name)).Append(name)
        .Contains(column.Trim(), StringComparer.OrdinalIgnoreCase);

    private static string Prefixed(string provider, string name) => $"{provider.ToLowerInvariant()}_{name}";

    /// <summary>The number of rows written.</summary>
    public long Rows { get; private set; }

    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
    public void Write(RowReport row)
    {
        Rows++;
        var record = (string[])row.Draft.Source!;
        _target.Write([.. _columns.Select(i => i < record.Length ? record[i] : ""), row.Customer?.Id, row.Outcome.ToString()]);
    }
}
