using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class RowTests : CommandLineTest
{
    [Fact]
    public async Task A_row_with_too_many_cells_fails_and_the_others_do_not()
    {
        var run = await ImportLinesAsync(Header, Ana + ",extra", Luis);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "row 2  CustomerInvalid  The row has 9 cells, but the header has 8. A cell that contains the delimiter must be in quotation marks.\n",
            run.Output,
            StringComparison.Ordinal);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Cells_missing_at_the_end_are_blank()
    {
        var run = await ImportLinesAsync(Header + ",nationality,birthdate", Ana, Luis + ",CO");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(AnaBody, Bodies.First());
        Assert.EndsWith(",\"nationality\":\"CO\"}", Bodies.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blank_lines_are_not_rows()
    {
        var run = await ImportLinesAsync("", "", Header, "", Ana, "", "", Luis, "", "");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(": 2 rows to", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Rows_of_blank_cells_are_skipped_with_one_warning()
    {
        var run = await ImportLinesAsync(Header, Ana, ",,,,,,,", " , ,,,,,,", Luis);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(": 2 rows to", run.Output, StringComparison.Ordinal);
        Assert.Equal("Warning: 2 blank rows were skipped.\n", run.Errors);
        Assert.Equal(2, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task The_date_format_can_be_specified_on_the_command_line()
    {
        var run = await ImportAsync(Save("in.csv", Header + ",birthdate", Ana + ",31/01/1990"), "--date-format", "dd/MM/yyyy");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith(",\"birthdate\":\"1990-01-31\"}", Bodies.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_date_format_is_refused_before_anything_is_sent()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--date-format", "dd/mm");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--date-format: 'dd/mm' is not a date format", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_a_million_characters_fails_its_row_and_is_not_shown()
    {
        var run = await ImportLinesAsync(Header, Ana.Replace("Ana", new string('x', 1_000_000), StringComparison.Ordinal), Luis);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 2  CustomerInvalid  FirstName 'x***' is too long: it has 1000000 characters, and at most 255 are allowed.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task A_control_character_fails_its_row_and_does_not_reach_the_terminal()
    {
        var run = await ImportLinesAsync(Header, Ana.Replace("Ana", "A\u001b[2Jna", StringComparison.Ordinal), Luis);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("row 2  CustomerInvalid  FirstName 'A***' contains the control character U+001B at position 2.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task All_problems_of_a_row_are_reported_at_once()
    {
        var run = await ImportLinesAsync(Header, "natural,Ana,,nobody,12,CC,x,maybe");

        var line = Assert.Single(run.Lines, line => line.StartsWith("row 2  ", StringComparison.Ordinal));
        Assert.All(["LastName is missing", "Email 'n***'", "Phone '", "DocumentNumber '", "EnableNotifications 'maybe'"], part => Assert.Contains(part, line, StringComparison.Ordinal));
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("-x")]
    [InlineData("@home")]
    [InlineData("+x")]
    public async Task A_value_that_looks_like_a_formula_is_sent_unchanged_and_written_as_text(string name)
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana.Replace("Ana", name, StringComparison.Ordinal)), "--output", PathOf("out.csv"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(AnaBody.Replace("Ana", name, StringComparison.Ordinal), Assert.Single(Bodies));
        // A spreadsheet shows the value as text. Importing the file again sends the original value.
        Assert.Contains($",'{name},Peña,", LinesOf("out.csv")[1], StringComparison.Ordinal);
        var again = await ImportAsync(Save("again.csv", OwnColumns("out.csv")));
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(1, Emulator.Store.OnePayCount);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("+57 300")]
    [InlineData("'x")]
    [InlineData("a=1")]
    public async Task A_number_with_a_sign_is_written_unchanged(string name)
    {
        await ImportAsync(Save("in.csv", Header, Ana.Replace("Ana", name, StringComparison.Ordinal)), "--output", PathOf("out.csv"));

        Assert.Contains($",{name},Peña,", LinesOf("out.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_and_no_message_contains_a_terminal_escape_sequence()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 422, Message = FaultMessage.Control, Contains = "ana@" });

        var run = await ImportAsync(
            Save("in.csv", Header + ",\u001b[31mnote", Ana + ",\u001b[2Jx", Luis + ",\u001b[2Jx"), "--rejects", PathOf("rejects.csv"), "--output", PathOf("out.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.All(
            [run.Output, run.Errors, File.ReadAllText(PathOf("rejects.csv")), File.ReadAllText(PathOf("out.csv"))],
            text => Assert.DoesNotContain(text, character => character is '\u202E' or '\u009B' || (char.IsControl(character) && character is not ('\n' or '\r'))));
    }
}
