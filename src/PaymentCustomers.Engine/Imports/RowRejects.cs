using System.Text.Json;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Imports.Writing;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Engine.Imports;

/// <summary>
/// Writes the rows without a customer of a run whose rows arrive one by one, possibly with different columns. They are stored in
/// a temporary file until the run ends, when all columns are known.
/// </summary>
internal sealed class RowRejects : IDisposable
{
    private const string KeyColumn = "idempotency_key";

    private readonly string _path;
    private readonly string _spoolPath;
    private readonly FileStream _spool;
    private readonly StreamWriter _writer;
    private readonly List<string> _columns = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly CsvTarget _target;

    /// <param name="path">The CSV file to write.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
    public RowRejects(string path)
    {
        _path = path;
        // Open this one first: it detects whether another run writes the same file.
        _target = CsvTarget.Open(path, ',', withMark: true);
        _spoolPath = CsvTarget.PartialOf(path) + ".rows";
        try
        {
            _spool = PrivateFile.Open(_spoolPath, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            PrivateFile.MakePrivate(_spool);
            _writer = new StreamWriter(_spool);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _target.Dispose();
            throw OutputErrors.Of(WritingMessages.Unwritable(path, e.Message), WritingMessages.UnwritableAction, e);
        }
    }

    /// <summary>The number of rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row: its columns and cells, including its key, state and reason.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
    public void Add(IReadOnlyList<(string Column, string? Cell)> row)
    {
        Rows++;
        var cells = new List<string>();
        foreach (var (column, cell) in row)
        {
            if (!_places.TryGetValue(column, out var place))
            {
                _places[column] = place = _columns.Count;
                _columns.Add(column);
            }

            while (cells.Count <= place)
                cells.Add("");
            cells[place] = cell ?? "";
        }

        Guard(() => _writer.WriteLine(JsonSerializer.Serialize(cells, ImportJson.Default.ListString)));
    }

    /// <summary>Completes the file when the run has ended. A file without rows is not created, except to replace an older file of that name.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.OutputFailed"/>: the file cannot be written.</exception>
    public void Complete()
    {
        if (Rows == 0 && !File.Exists(_path))
            return;
        Guard(() =>
        {
            _writer.Flush();
            _spool.Position = 0;
            // The rows' own columns come first, then key, state, reason and time.
            string[] own = [KeyColumn, RejectColumns.State, RejectColumns.Reason, RejectColumns.Time];
            int[] order = [.. Enumerable.Range(0, _columns.Count).OrderBy(i => Array.FindIndex(own, name => name.Equals(_columns[i], StringComparison.OrdinalIgnoreCase)))];
            _target.Write(_columns.Count == 0 ? own : order.Select(i => _columns[i]));
            using var reader = new StreamReader(_spool, leaveOpen: true);
            while (reader.ReadLine() is { } line)
            {
                var cells = JsonSerializer.Deserialize(line, ImportJson.Default.ListString)!;
                _target.Write(order.Select(i => i < cells.Count ? cells[i] : ""));
            }
        });
        _target.Complete();
    }

    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // Dispose tries to write again what could not be written. That error was reported already.
        }

        _spool.Dispose();
        File.Delete(_spoolPath);
        _target.Dispose();
    }

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            throw OutputErrors.Of(WritingMessages.Unwritable(_path, FileFailure.Reason(e)), WritingMessages.UnwritableAction, e);
        }
    }
}
