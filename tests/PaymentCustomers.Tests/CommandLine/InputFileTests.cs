namespace PaymentCustomers.Tests.CommandLine;

public sealed class InputFileTests : CommandLineTest
{
    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData(",")]
    public async Task The_delimiter_is_detected_in_the_header(string delimiter)
    {
        var run = await ImportLinesAsync([.. new[] { Header, Ana }.Select(line => line.Replace(",", delimiter, StringComparison.Ordinal))]);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task Delimiters_within_quotes_are_ignored_when_the_delimiter_is_detected()
    {
        var run = await ImportLinesAsync(
            "", "\"Notes, remarks, and more, or less, if any, at all, or not, really, so\";" + Header.Replace(',', ';'), "x;" + Ana.Replace(',', ';'));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Theory]
    [InlineData("^", "^")]
    [InlineData("tab", "\t")]
    [InlineData(@"\t", "\t")]
    public async Task Any_other_delimiter_can_be_specified(string option, string delimiter)
    {
        var path = Save("in.csv", Header.Replace(",", delimiter, StringComparison.Ordinal), Ana.Replace(",", delimiter, StringComparison.Ordinal));

        var run = await ImportAsync(path, "--delimiter", option);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task Quoted_line_breaks_belong_to_the_cell_and_rows_have_the_numbers_of_a_spreadsheet()
    {
        var run = await ImportLinesAsync(Header + ",Notes", Ana + ",\"one\ntwo\r\n\"\"three\"\"\"", "", "", BadEmail + ",");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\nrow 5  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public Task The_error_names_a_missing_file() =>
        AssertRefusedAsync(PathOf("nowhere.csv"), "Error: The file 'nowhere.csv' does not exist.\n  Check the path. The current folder is '");

    [Fact]
    public Task A_folder_is_refused() =>
        AssertRefusedAsync(Directory.CreateDirectory(PathOf("folder")).FullName, "Error: 'folder' is a folder, not a file.\n");

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n\n")]
    public Task An_empty_file_is_refused(string text) =>
        AssertRefusedAsync(
            Save("in.csv", System.Text.Encoding.UTF8.GetBytes(text)),
            "Error: 'in.csv' is empty.\n  The file needs a header with the names of the columns, and one row for each customer.\n");

    [Fact]
    public Task A_file_with_only_a_header_is_refused() =>
        AssertRefusedAsync(Save("in.csv", Header, ""), "Error: 'in.csv' has no rows after its header.\n");

    [Fact]
    public Task The_error_names_the_columns_of_a_file_without_any_field() =>
        AssertRefusedAsync(
            Save("in.csv", "Colour,Shape\u001b[31m", "red,round"),
            """
            Error: None of the columns is a customer field: 'Colour', 'Shape�[31m'.
              The file needs a header with names that match the provider's fields. Otherwise, use --map to specify the field of each column.

            """);

    [Theory]
    [InlineData("sep=;", ";")]
    [InlineData("SEP=,", ",")]
    [InlineData("sep=^", "^")]
    [InlineData("sep=\t", "\t")]
    [InlineData("\"sep=;\"", ";")]
    [InlineData("sep=;;;;;;;;", ";")]
    [InlineData("\nsep=|", "|")]
    [InlineData("\"sep=;\";;;;;;;", ";")]
    public async Task The_sep_line_of_a_spreadsheet_sets_the_delimiter(string line, string delimiter)
    {
        var run = await ImportLinesAsync([line, .. new[] { Header, Ana, BadEmail }.Select(text => text.Replace(",", delimiter, StringComparison.Ordinal))]);

        Assert.DoesNotContain("Warning", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\nrow 3  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task The_delimiter_option_takes_precedence_over_the_sep_line()
    {
        var run = await ImportAsync(Save("in.csv", "sep=;", Header, Ana), "--delimiter", ",");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Theory]
    [InlineData(2, "\"sep=;\",,,,,,,")]
    [InlineData(3, "Frutas del Sur S.A.S.", "Listado de clientes")]
    [InlineData(4, "Frutas del Sur S.A.S.,,,,,,,", "NIT: 900.123.456-8,Teléfono: 6012112233,,,,,,", ",,,,,,,")]
    [InlineData(4, "\"Report, of, the\nmonth\"", "", "Clientes")]
    public async Task Titles_above_the_header_are_skipped_with_a_warning(int row, params string[] titles)
    {
        var run = await ImportAsync(Save("in.csv", [.. titles, Header, Ana, BadEmail]), "--rejects", PathOf("rejects.csv"));

        Assert.StartsWith($"Warning: The header was found in row {row}. The rows above it were skipped.\n", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"\nrow {row + 2}  CustomerInvalid", run.Output, StringComparison.Ordinal);
        Assert.Equal([AnaBody], Bodies);
        Assert.StartsWith(Header, LinesOf("rejects.csv")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_line_that_names_two_fields_is_always_the_header()
    {
        var run = await ImportLinesAsync("Nombre,Apellido,Otro", Header, Ana);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("\nrow 3  ", run.Output, StringComparison.Ordinal);
        Assert.Empty(Bodies);
    }

    [Fact]
    public Task The_delimiter_is_proposed_if_all_names_are_in_one_column() =>
        AssertRefusedAsync(
            Save("in.csv", "first_name^last_name^email", "a^b^c"),
            """
            Error: None of the columns is a customer field: 'first_name^last_name^email'.
              The file needs a header with names that match the provider's fields. Otherwise, use --map to specify the field of each column. If the file has such a header, specify its delimiter with --delimiter.

            """);

    [Fact]
    public async Task The_error_names_only_the_first_unusable_columns()
    {
        var columns = Enumerable.Range(1, 12).Select(i => $"c{i}").Append(new string('x', 100));

        var run = await ImportLinesAsync(string.Join(',', columns), "1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'c9', 'c10', ….\n", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email,Name,EMAIL", "'EMAIL'")]
    [InlineData("email, notes ,notes", "'notes'")]
    public async Task The_error_names_a_column_that_occurs_twice(string header, string name)
    {
        var run = await ImportLinesAsync(header, "a,b,c");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Error: 'in.csv' has the column {name} twice.", run.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public Task The_error_for_an_unclosed_quote_names_the_line_where_it_opens() =>
        AssertRefusedAsync(
            Save("in.csv", Header, Ana, "", "natural,\"Luis,Rey,luis@example.com", Eva, Eva),
            """
            Error: Line 4: the quotation marks do not match. One is not closed, or stands alone inside a cell.
              Put the whole cell in quotation marks and write each quotation mark inside it twice: "5 ""A"" Street".

            """);

    [Theory]
    [InlineData("natural,Luis \"Lucho\" Rey,x")]
    [InlineData("natural,\"Luis\" Rey,x")]
    [InlineData("natural, \"Luis\" x,x")]
    public Task The_error_for_a_quote_within_a_cell_names_its_line(string row) =>
        AssertRefusedAsync(Save("in.csv", Header, Ana, row, Eva), "Error: Line 3: the quotation marks do not match");

    [Fact]
    public async Task Spaces_around_a_cell_in_quotation_marks_are_ignored()
    {
        var run = await ImportLinesAsync(Header.Replace(",", " , ", StringComparison.Ordinal), " \"natural\" , \"Ana\", \"Peña\" ,ana@example.com, +573001234567 ,\"CC\" ,1060500333, false ");

        Assert.Equal("", run.Errors);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task A_mapping_may_say_what_a_dash_means()
    {
        var map = Save("map.json", """{ "Values": { "DocumentType": { "-": "CC" } } }""");

        var run = await ImportAsync(Save("in.csv", Header, Ana.Replace(",CC,", ",-,", StringComparison.Ordinal)), "--map", map);

        Assert.Equal("", run.Errors);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task The_mark_of_DOS_at_the_end_of_a_file_is_no_row()
    {
        var run = await ImportAsync(Save("in.csv", System.Text.Encoding.UTF8.GetBytes($"{Header}\r\n{Ana}\r\n\u001A")));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Theory]
    [InlineData("<html><body><table><tr><td>first_name</td></tr></table></body></html>")]
    [InlineData("\n  <!DOCTYPE html><html></html>")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns:ss=\"x\" ss:Name=\"A\"/>")]
    public async Task A_web_page_that_is_named_like_a_table_is_refused(string text)
    {
        var run = await ImportAsync(Save("in.xls", System.Text.Encoding.UTF8.GetBytes(text)));

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("contains HTML or XML, whatever its name is.\n  Open it in Excel or in the program that created it, and save it as .xlsx or CSV.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unclosed_quote_in_the_last_line_is_found()
    {
        var run = await ImportAsync(Save("in.csv", System.Text.Encoding.UTF8.GetBytes($"{Header}\n{Ana}\n{Luis},\"")));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: Line 3: the quotation marks do not match", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_refused_before_it_fills_the_memory()
    {
        var run = await ImportLinesAsync(Header, Ana, "\"" + new string('x', 17 * 1024 * 1024));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "Error: Line 3: a cell is larger than 16 million characters.\n  Look for a quotation mark that opens a cell and is not closed.\n", run.Errors);
    }

    [Fact]
    public Task A_file_that_is_not_a_valid_workbook_is_refused() =>
        AssertRefusedAsync(Save("in.xlsx", [.. "PK\u0003\u0004"u8, 0xFF, 0x00]), "Error: 'in.xlsx' cannot be read as a workbook: ");

    [Fact]
    public async Task Standard_input_cannot_be_imported()
    {
        var run = await ImportAsync("-");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: FILE: standard input cannot be imported", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rejects")]
    [InlineData("--output")]
    public async Task An_output_with_the_path_of_the_input_is_refused(string option)
    {
        var path = Save("in.csv", Header, Ana);

        var run = await ImportAsync(path, option, Path.Combine(PathOf("."), "in.csv"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Error: {option} is the same file as the file to import", run.Errors, StringComparison.Ordinal);
        Assert.Equal([Header, Ana], LinesOf("in.csv"));
    }

    private async Task AssertRefusedAsync(string path, string errors)
    {
        var run = await ImportAsync(path);

        Assert.StartsWith(errors, run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }
}
