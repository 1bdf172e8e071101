using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace PaymentCustomers.Engine.Imports.Reading;

/// <summary>
/// The cells of a worksheet of an .xlsx file that contain an error such as <c>#REF!</c>. ExcelDataReader returns such a cell as blank,
/// and a customer would be created without the value. The sheet is read a second time, in step with its rows, so that only one of these
/// cells is in memory. If that fails, the file must not be imported, because cells with an error would be taken for blank.
/// </summary>
internal sealed class SheetErrors : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _file;
    private readonly IEnumerator<(long Row, int Column, string Text)> _errors;
    private bool _hasError;

    /// <param name="stream">The file, which stays open.</param>
    /// <param name="sheet">The index of the worksheet in the workbook, from 0.</param>
    public SheetErrors(Stream stream, int sheet)
    {
        _file = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        _errors = Read(sheet).GetEnumerator();
        _hasError = _errors.MoveNext();
    }

    /// <summary>Puts the errors of a row into its cells, and returns these. The rows must come in their order.</summary>
    /// <param name="row">The row number, from 1.</param>
    /// <param name="cells">The cells of the row.</param>
    public string[] Put(long row, string[] cells)
    {
        for (; _hasError && _errors.Current.Row <= row; _hasError = _errors.MoveNext())
        {
            if (_errors.Current.Row == row && _errors.Current.Column < cells.Length)
                cells[_errors.Current.Column] = _errors.Current.Text;
        }

        return cells;
    }

    public void Dispose()
    {
        _errors.Dispose();
        _file.Dispose();
    }

    /// <summary>The error's text. A cell of this type is an error even if its text is not known.</summary>
    private static string ErrorText(XmlReader cell)
    {
        // The longest text that Excel writes has 13 characters. A longer text is not read to its end.
        var (depth, buffer, length) = (cell.Depth, new char[16], 0);
        for (var isOpen = !cell.IsEmptyElement; isOpen && cell.Read() && cell.Depth > depth;)
        {
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false } && cell.Read() && cell.HasValue)
                length = cell.ReadValueChunk(buffer, 0, buffer.Length);
        }

        var text = new string(buffer, 0, length).Trim();
        return text is "#N/A" or ['#', .., '!' or '?'] ? text : "#VALUE!";
    }

    /// <summary>The column of a cell reference such as <c>AB12</c>, from 1; null if there is none.</summary>
    private static int? Column(string? reference)
    {
        var letters = reference.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return letters is > 0 and < 4 ? reference![..letters].Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) : null;
    }

    // Places are counted as ExcelDataReader does: a row or cell without a reference follows the one before it.
    private IEnumerable<(long Row, int Column, string Text)> Read(int sheet)
    {
        using var xml = Open(PathOf(sheet));
        if (xml is null || !xml.ReadToFollowing("sheetData", xml.NamespaceURI))
            yield break;
        var (depth, row, column, number) = (xml.Depth, 0L, 0, (int?)null);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                var before = number;
                number = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var own) ? own : (before ?? 0) + 1;
                (row, column) = (number == before ? row : Math.Max(row + 1, number.Value), 0);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = Column(xml.GetAttribute("r")) ?? column + 1;
                if (xml.GetAttribute("t") == "e")
                    yield return (row, column - 1, ErrorText(xml));
            }
        }
    }

    private string? PathOf(int sheet)
    {
        using var workbook = Open("xl/workbook.xml");
        for (var index = 0; index <= sheet; index++)
            workbook?.ReadToFollowing("sheet", workbook.NamespaceURI);
        var id = workbook?.GetAttribute("id", Relationships);
        using var relations = Open("xl/_rels/workbook.xml.rels");
        while (relations?.ReadToFollowing("Relationship", relations.NamespaceURI) == true)
        {
            if (relations.GetAttribute("Id") == id && relations.GetAttribute("Target") is { } target)
                return target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : $"xl/{target}";
        }

        return null;
    }

    // ExcelDataReader finds the parts in the same way. A part that does not exist has no rows.
    private XmlReader? Open(string? path)
    {
        var part = _file.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));
        var xml = part is null ? null : XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });
        xml?.MoveToContent();
        return xml;
    }
}
