using PaymentCustomers.Cli.Csv;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Text;

namespace PaymentCustomers.Cli.Import;

/// <summary>What a file must be before anything of it is sent.</summary>
internal static class InputTable
{
    private const int NamesShown = 10;

    /// <summary>Reads the whole file once, so that a broken one is found before its first row is sent.</summary>
    /// <returns>The number of rows, and of those that are blank, which are not counted.</returns>
    /// <exception cref="CliException">The file cannot be imported.</exception>
    public static (long Count, long Blank) Check(CsvTable table, string path, RowReader reader, CancellationToken cancellation)
    {
        var columns = table.Columns;
        if (columns.Length == 0)
            throw new CliException($"'{path}' is empty.", "It needs a header with the columns' names, and a row for each customer.");
        CheckHeader(columns, path);
        reader.Read(0, null, columns, new string?[columns.Length]);
        if (!reader.HasUsableColumn)
            throw NoUsableColumn(columns);

        // Of a column that is not read, it matters whether it holds anything.
        var first = new string?[columns.Length];
        long rows = 0, blank = 0;
        foreach (var record in table.Records())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Array.TrueForAll(record, cell => CellText.Clean(cell) is null))
                blank++;
            else
                rows++;
            for (var i = 0; i < Math.Min(first.Length, record.Length); i++)
                first[i] ??= CellText.Clean(record[i]);
        }

        reader.Read(0, null, columns, first);
        return rows > 0 ? (rows, blank) : throw new CliException($"'{path}' has no rows: there is nothing behind its header.");
    }

    private static void CheckHeader(string[] columns, string path)
    {
        // Columns without a name are what spreadsheets leave behind; there is no telling them apart, and no need.
        var twice = columns.Select(column => column.Trim()).Where(name => name.Length > 0)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new CliException($"'{path}' has the column {Printable.Name(twice.Key)} twice.", "Take one of them away, or give it another name.");
    }

    private static CliException NoUsableColumn(string[] columns)
    {
        var names = string.Join(", ", columns.Take(NamesShown).Select(Printable.Name));
        var more = columns.Length > NamesShown ? ", …" : "";
        return new CliException($"None of the columns is a field of a customer: {names}{more}.", Cure(columns));
    }

    private static string Cure(string[] columns)
    {
        if (columns.Any(column => column.Contains('\0')))
            return "The file seems to be UTF-16 without a byte order mark: give --encoding utf-16.";
        var naming = "The header has to be in the first line, or a few lines below the titles of a report, with names like those of the fields that 'payment-customers providers' lists.";
        return columns.Length == 1 ? $"{naming} If that is what it has, give its delimiter with --delimiter." : naming;
    }
}
