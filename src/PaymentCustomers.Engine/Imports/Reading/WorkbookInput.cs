using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>One worksheet of an Excel or LibreOffice workbook.</summary>
internal sealed class WorkbookInput : InputFile
{
    private const string WorksheetOption = "Worksheet";
    private const string Visible = "visible";

    private readonly FileStream _stream;
    private readonly string _worksheet;
    private readonly IReadOnlyList<string> _others;
    private readonly bool _isXlsx;
    private SheetErrors? _errors;

    /// <param name="options">What the user specified about the file.</param>
    /// <param name="stream">The file; disposed with this object.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.InputInvalid"/>: the file cannot be read, or has no such worksheet.</exception>
    public WorkbookInput(InputOptions options, FileStream stream)
        : base(options)
    {
        _stream = stream;
        _isXlsx = stream.ReadByte() == 'P';
        var sheets = new List<(string Name, bool HasRows)>();
        using var reader = OpenReader();
        if (reader.ResultsCount == 0)
            throw InputErrors.Of(ReadingMessages.WorkbookBroken(Path, ReadingMessages.NoWorksheets), ReadingMessages.WorkbookAction);
        do
        {
            if (reader.VisibleState == Visible || reader.Name.Equals(options.Worksheet, StringComparison.OrdinalIgnoreCase))
                sheets.Add((reader.Name, reader.RowCount > 0));
        }
        while (Guard(reader.NextResult));
        if (options.Worksheet is { } asked && !sheets.Any(sheet => sheet.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)))
            throw InputErrors.Of(ReadingMessages.NoWorksheet(Path, asked), ReadingMessages.WorksheetAction(sheets.Select(sheet => $"'{sheet.Name}'")));
        _worksheet = options.Worksheet ?? sheets.Find(sheet => sheet.HasRows).Name ?? sheets.FirstOrDefault().Name ?? "";
        _others = options.Worksheet is null ? [.. sheets.Where(sheet => sheet.HasRows && sheet.Name != _worksheet).Select(sheet => $"'{sheet.Name}'")] : [];
    }

    /// <summary>Excel reads UTF-8 in CSV files only with a byte order mark.</summary>
    public override bool WantsMark => true;

    public override string? Note => _others.Count == 0 ? null : ReadingMessages.OtherWorksheets(_worksheet, _others, Options.Spell(WorksheetOption));

    public override InputTable Read()
    {
        var reader = OpenReader();
        try
        {
            var sheet = 0;
            while (!reader.Name.Equals(_worksheet, StringComparison.OrdinalIgnoreCase) && Guard(reader.NextResult))
                sheet++;
            _errors?.Dispose();
            _errors = _isXlsx ? Guard(() => new SheetErrors(_stream, sheet)) : null;
            return HeaderRow.Find(Cut(Records(reader)), Options.IsKnown, reader);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    // A workbook is not read sequentially, so that the whole file is hashed here.
    public override string Digest()
    {
        _stream.Position = 0;
        return Convert.ToHexString(SHA256.HashData(_stream));
    }

    protected override void Dispose(bool disposing)
    {
        _errors?.Dispose();
        _stream.Dispose();
    }

    private IExcelDataReader OpenReader()
    {
        _stream.Position = 0;
        return Guard(() => ExcelReaderFactory.CreateReader(
            _stream, new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = FileEncodings.Find("windows-1252") ?? Encoding.UTF8 }));
    }

    private IEnumerable<InputRecord> Records(IExcelDataReader reader)
    {
        while (Guard(reader.Read))
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = Text(reader.GetValue(i), reader.GetNumberFormatString(i));
            var row = reader.Depth + 1;
            yield return new InputRecord(row, Guard(() => _errors?.Put(row, cells) ?? cells));
        }
    }

    // Spreadsheets also store empty cells that are only formatted.
    private static IEnumerator<InputRecord> Cut(IEnumerable<InputRecord> records)
    {
        foreach (var record in records)
            yield return record with { Cells = record.Cells[..(Array.FindLastIndex(record.Cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1)] };
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or IOException or System.Xml.XmlException or FormatException or NotSupportedException)
        {
            throw InputErrors.Of(ReadingMessages.WorkbookBroken(Path, e.Message), ReadingMessages.WorkbookAction, e);
        }
    }

    /// <summary>The text that a person sees in the cell, as far as it is part of the value and not only of its formatting.</summary>
    private static string Text(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        double number => Number(number, format),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Spreadsheets store telephone and document numbers as numbers. Leading zeros are in the format only.</summary>
    private static string Number(double number, string? format)
    {
        if (number != Math.Truncate(number) || Math.Abs(number) >= 1e15)
            return number.ToString("R", CultureInfo.InvariantCulture);
        var zeros = format is { Length: > 1 } && format.AsSpan().IndexOfAnyExcept('0') < 0 ? format.Length : 1;
        return ((long)number).ToString(CultureInfo.InvariantCulture).PadLeft(number < 0 ? 0 : zeros, '0');
    }
}
