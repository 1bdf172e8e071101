using System.IO.Compression;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>Imports workbooks with cells that contain an error.</summary>
public sealed class WorkbookErrorTests : CommandLineTest
{
    private string _main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("#REF!", "#REF!")]
    [InlineData("#DIV/0!", "#DIV/0!")]
    [InlineData("#NAME?", "#NAME?")]
    [InlineData("#SPILL!", "#SPILL!")]
    [InlineData("#GETTING_DATA", "#VALUE!")]
    [InlineData("", "#VALUE!")]
    public async Task A_cell_with_an_error_is_an_error_of_its_row_and_the_customer_is_not_created(string text, string shown)
    {
        var run = await ImportAsync(Workbook(Row(Header), Row(Ana), Row(Luis.Replace("luis@example.com", "!" + text, StringComparison.Ordinal))));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
        Assert.Contains("\nrow 3  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.Contains("is the error that a spreadsheet shows when it cannot calculate a value", run.Output, StringComparison.Ordinal);
        Assert.Contains($",{shown},", LinesOf("in.rejects.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_not_available_is_not_given()
    {
        var run = await ImportAsync(Workbook(Row(Header + ",birthdate"), Row(Ana + ",!#N/A"), Row("!#N/A,!#N/A")));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task Errors_keep_the_places_that_the_sheet_shows_whether_or_not_rows_and_cells_have_references()
    {
        var rows = Row(Header) + Row(Ana) + Row(Luis.Replace("natural", "!#REF!", StringComparison.Ordinal)).Replace("<x:row>", "<x:row r='9'>", StringComparison.Ordinal)
            + "<x:row>\n <x:c r='D10' t='e'>\n <x:f>A1</x:f>\n <x:v><![CDATA[#NUM!]]></x:v>\n </x:c> <x:c t='str'><x:v>+573001234568</x:v></x:c></x:row>";

        var run = await ImportAsync(Workbook([rows]));

        Assert.Equal([AnaBody], Bodies);
        Assert.Contains("\nrow 9  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nrow 10  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("#REF!,Luis,", LinesOf("in.rejects.csv")[1], StringComparison.Ordinal);
        Assert.StartsWith(",,,#NUM!,+573001234568,", LinesOf("in.rejects.csv")[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_sheet_is_refused_before_anything_is_sent()
    {
        var run = await ImportAsync(Workbook(Row(Header), Row(Ana), "<x:row><x:c t='e'><x:v>&no;</x:v></x:c></x:row>"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: 'in.xlsx' cannot be read as a workbook: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_strict_workbook_is_refused_with_its_format()
    {
        _main = "http://purl.oclc.org/ooxml/spreadsheetml/main";

        var run = await ImportAsync(Workbook(Row(Header), Row(Ana)));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: 'in.xlsx' cannot be read as a workbook: no worksheets were found. The format 'Strict Open XML' of Excel is not supported.\n  Open it", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>A row without references. A cell that begins with an exclamation mark is an error.</summary>
    private static string Row(string cells) => $"<x:row>{string.Concat(cells.Split(',').Select(cell => cell.StartsWith('!')
        ? $"<x:c t='e'><x:v>{cell[1..]}</x:v></x:c>" : $"<x:c t='str'><x:v>{cell}</x:v></x:c>"))}</x:row>";

    /// <summary>A workbook whose second worksheet has these rows. The first one is empty.</summary>
    private string Workbook(params string[] rows)
    {
        const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var zip = ZipFile.Open(PathOf("in.xlsx"), ZipArchiveMode.Create);
        Write("xl/workbook.xml", $"<workbook xmlns='{_main}' xmlns:r='{Relationships}'><sheets><sheet name='A' sheetId='1' r:id='r1'/><sheet name='B' sheetId='2' r:id='r2'/></sheets></workbook>");
        Write("xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Target='/xl/worksheets/sheet2.xml'/></Relationships>");
        Write("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{_main}'><sheetData/></worksheet>");
        Write("xl/worksheets/sheet2.xml", $"<x:worksheet xmlns:x='{_main}'><x:sheetData>{string.Concat(rows)}</x:sheetData></x:worksheet>");
        return PathOf("in.xlsx");

        void Write(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
