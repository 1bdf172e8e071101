using System.Text;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>Imports files of formats other than CSV, each with the same command.</summary>
public sealed class FileFormatTests : CommandLineTest
{
    private const string AnaJson =
        """{"user_type":"natural","first_name":"Ana","last_name":"Peña","email":"ana@example.com","phone":"+573001234567","document_type":"CC","document_number":1060500333,"enable_notifications":false}""";

    private static readonly DataCell[] Cells =
    [
        new("natural"), new("Ana"), new("Peña"), new("ana@example.com"), new(573001234567), new("CC"), new(1060500333), new(false),
    ];

    [Fact]
    public async Task An_object_that_has_a_member_twice_is_refused()
    {
        var run = await ImportAsync(Save("in.json", Encoding.UTF8.GetBytes($"[{AnaJson},\n{AnaJson.Replace("{", "{\"first_name\":\"Eva\",", StringComparison.Ordinal)}]")));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: Line 2: this is not valid JSON: the object has the member 'first_name' twice.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_read_as_its_cells_are_shown()
    {
        var path = await SaveWorkbookAsync("in.xlsx", ("Clientes", [Names(Header), Cells]));

        var run = await ImportAsync(path);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task Lines_above_the_header_of_a_workbook_are_skipped_and_rows_keep_the_workbooks_numbers()
    {
        var wrong = Cells.ToArray();
        wrong[3] = new DataCell("nobody");
        var path = await SaveWorkbookAsync("in.xlsx", ("Hoja1", [[new("Ferretería El Tornillo S.A.S.")], [new("NIT 900.123.456-8")], [], [new("Listado de clientes")], [], Names(Header), Cells, [], wrong]));

        var run = await ImportAsync(path);

        Assert.Equal([AnaBody], Bodies);
        Assert.Contains("\nrow 9  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, LinesOf("in.rejects.csv").Length);
    }

    [Fact]
    public async Task Dates_and_leading_zeros_of_a_workbook_are_kept()
    {
        var (date, zeros) = (new Style { Format = NumberFormat.Standard(StandardNumberFormat.ShortDate) }, new Style { Format = NumberFormat.Custom("0000000000") });
        var path = PathOf("in.xlsx");
        await using (var stream = File.Create(path))
        {
            await using var workbook = await Spreadsheet.CreateNewAsync(stream, cancellationToken: Cancelled);
            await workbook.StartWorksheetAsync("x", token: Cancelled);
            var (dateId, zerosId) = (workbook.AddStyle(date), workbook.AddStyle(zeros));
            await workbook.AddRowAsync(Names(Header + ",birthdate"), Cancelled);
            var cells = Cells.Append(new DataCell(new DateTime(1990, 1, 31))).Select(cell => new StyledCell(cell, null)).ToArray();
            cells[6] = new StyledCell(new DataCell(60500333), zerosId);
            cells[8] = new StyledCell(new DataCell(new DateTime(1990, 1, 31)), dateId);
            await workbook.AddRowAsync(cells, Cancelled);
            await workbook.FinishAsync(Cancelled);
        }

        var run = await ImportAsync(path);

        Assert.Equal("", run.Errors);
        Assert.Contains("\"document_number\":\"0060500333\"", Assert.Single(Bodies), StringComparison.Ordinal);
        Assert.Contains("\"birthdate\":\"1990-01-31\"", Assert.Single(Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_worksheet_is_read_unless_another_is_specified()
    {
        var path = await SaveWorkbookAsync("in.xlsx", ("Empty", []), ("Suppliers", [Names("a,b"), [new("x"), new("y")]]), ("Customers", [Names(Header), Cells]));

        var first = await ImportAsync(path);
        var asked = await ImportAsync(path, "--worksheet", "customers");
        var missing = await ImportAsync(path, "--worksheet", "nowhere");

        Assert.Equal((2, 0, 2), (first.ExitCode, asked.ExitCode, missing.ExitCode));
        Assert.Equal("Error: 'in.xlsx' has no worksheet 'nowhere'.\n  Its worksheets are: 'Empty', 'Suppliers', 'Customers'.\n", missing.Errors);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task A_warning_names_the_worksheets_that_are_not_read()
    {
        var path = await SaveWorkbookAsync("in.xlsx", ("Customers", [Names(Header), Cells]), ("More", [Names(Header), Cells]));

        var run = await ImportAsync(path);

        Assert.Equal("Warning: Only the worksheet 'Customers' is read. The workbook also has: 'More'. To read another worksheet, use --worksheet.\n", run.Errors);
    }

    [Theory]
    [InlineData("in.jsonl", AnaJson + "\n\n" + AnaJson)]
    [InlineData("in.json", "[\n" + AnaJson + ",\n" + AnaJson + "]\n")]
    [InlineData("in.json", "\uFEFF [" + AnaJson + "]")]
    [InlineData("in", AnaJson)]
    public async Task Json_is_read_as_a_list_of_objects_or_as_one_object_per_line(string name, string text)
    {
        var run = await ImportAsync(Save(name, Encoding.UTF8.GetBytes(text)));

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task Objects_with_different_members_are_read_completely_and_the_rejects_have_all_their_columns()
    {
        string[] lines = [AnaJson, """{"first_name":"Luis","last_name":"Rey","note":"a, \"b\"","tags":{"x":1}}""", """{"email":"eva@example.com","emial":null}"""];

        var run = await ImportAsync(Save("in.jsonl", lines));

        Assert.Equal([AnaBody], Bodies);
        Assert.Contains("\nrow 2  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nrow 3  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.StartsWith(Header + ",note,tags,emial,idempotency_key,", LinesOf("in.rejects.csv")[0], StringComparison.Ordinal);
        Assert.StartsWith(",Luis,Rey,,,,,,\"a, \"\"b\"\"\",\"{\"\"x\"\":1}\",,", LinesOf("in.rejects.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nested_addresses_are_sent_as_Dots_accepts_them()
    {
        var path = Save("in.jsonl", """{"first_name":"Ana","last_name":"Peña","address":{"line_1":"Calle 1","city":"Cali","state":"Valle del Cauca","postal_code":"760001","country":"CO"}}""");

        var run = await RunAsync("import", path, "--provider", "Dots", "--base-uri", Emulator.Address.AbsoluteUri);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"city\":\"Cali\"", Assert.Single(Bodies), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1}\n{\"a\":", "Line 2: this is not valid JSON: an object is not closed.")]
    [InlineData("[{\"a\":1},\n{\"a\"x}]", "Line 2: this is not valid JSON: ")]
    [InlineData("[{\"a\":1}\n", "Line 2: this is not valid JSON: the list is not closed.")]
    [InlineData("[{\"a\":1}]\nx", "Line 2: this is not valid JSON: there is content after the end of the list.")]
    [InlineData("[1, 2]", "Line 1: this is not valid JSON: Number was found instead of an object with the fields of a customer.")]
    public async Task The_error_for_invalid_json_names_the_line_and_nothing_is_sent(string text, string error)
    {
        var run = await ImportAsync(Save("in.json", Encoding.UTF8.GetBytes(text)));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Error: {error}", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_csv_file_whose_header_begins_with_a_bracket_is_not_read_as_json()
    {
        var run = await ImportLinesAsync("[x]," + Header, "1," + Ana);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    private static DataCell[] Names(string header) => [.. header.Split(',').Select(name => new DataCell(name))];

    private async Task<string> SaveWorkbookAsync(string name, params (string Name, DataCell[][] Rows)[] sheets)
    {
        await using var stream = File.Create(PathOf(name));
        await using var workbook = await Spreadsheet.CreateNewAsync(stream, cancellationToken: Cancelled);
        foreach (var (sheet, rows) in sheets)
        {
            await workbook.StartWorksheetAsync(sheet, new WorksheetOptions(), Cancelled);
            foreach (var row in rows)
                await workbook.AddRowAsync(row, Cancelled);
        }

        await workbook.FinishAsync(Cancelled);
        return PathOf(name);
    }
}
