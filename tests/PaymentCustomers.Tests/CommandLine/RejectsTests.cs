using System.Text;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class RejectsTests : CommandLineTest
{
    private const string EmailError = "refused,Row 3: Email 'n***' is not an e-mail address.,2034-01-02T03:04:05Z";

    [Fact]
    public async Task Failed_rows_are_written_unchanged_with_their_error_in_added_columns()
    {
        var path = Save("in.csv", Header + ",Notes", Ana + ",", BadEmail + ",\"a, \"\"b\"\"\"", Eva + ",");

        var run = await ImportAsync(path, "--rejects", PathOf("rejects.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal([Header + ",Notes,idempotency_key,reject_state,reject_reason,reject_time", BadEmail + ",\"a, \"\"b\"\"\",," + EmailError], LinesOf("rejects.csv"));
        Assert.Contains("\nRows without a customer, to correct and import again: rejects.csv\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_with_very_long_messages_does_not_cause_large_files()
    {
        Emulator.SetFaults(new PaymentCustomers.Emulator.FaultRule { Kind = PaymentCustomers.Emulator.FaultKind.Status, Code = 422, Message = PaymentCustomers.Emulator.FaultMessage.Huge });

        var run = await ImportAsync(Save("in.csv", Header, Ana, Luis, Eva), "--rejects", PathOf("rejects.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.InRange(new FileInfo(PathOf("rejects.csv")).Length + run.Output.Length, 1000, 50_000);
    }

    [Fact]
    public async Task Corrected_rejects_can_be_imported_and_no_row_is_lost()
    {
        await ImportAsync(Save("in.csv", Header, Ana, BadEmail, Eva), "--rejects", PathOf("r1.csv"));
        File.WriteAllText(PathOf("r1.csv"), File.ReadAllText(PathOf("r1.csv")).Replace(",nobody,", ",luis@example.com,", StringComparison.Ordinal));

        var run = await ImportAsync(PathOf("r1.csv"), "--rejects", PathOf("r2.csv"));

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.False(File.Exists(PathOf("r2.csv")));
        Assert.DoesNotContain("r2.csv", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["ana@example.com", "eva@example.com", "luis@example.com"], Emulator.Store.OnePayCustomers.Select(customer => customer.Fields.Email).Order());
    }

    [Fact]
    public async Task Rejects_that_fail_again_have_their_new_error_and_no_additional_columns()
    {
        await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--rejects", PathOf("r1.csv"));

        await ImportAsync(PathOf("r1.csv"), "--rejects", PathOf("r2.csv"));

        Assert.Equal([Header + ",idempotency_key,reject_state,reject_reason,reject_time", BadEmail + ",,refused,Row 2: Email 'n***' is not an e-mail address.,2034-01-02T03:04:05Z"], LinesOf("r2.csv"));
    }

    [Fact]
    public async Task Error_columns_in_other_places_are_moved_to_the_end()
    {
        var path = Save("in.csv", "_ERROR," + Header + ",_error_id", "old," + BadEmail + ",old");

        await ImportAsync(path, "--rejects", PathOf("rejects.csv"));

        Assert.Equal([Header + ",idempotency_key,reject_state,reject_reason,reject_time", BadEmail + ",,refused,Row 2: Email 'n***' is not an e-mail address.,2034-01-02T03:04:05Z"], LinesOf("rejects.csv"));
    }

    [Fact]
    public async Task Surplus_cells_of_a_row_are_kept_however_often_it_fails()
    {
        const string Row = BadEmail + ",one,two";
        await ImportAsync(Save("in.csv", Header, Row), "--rejects", PathOf("r1.csv"));
        await ImportAsync(PathOf("r1.csv"), "--rejects", PathOf("r2.csv"));
        await ImportAsync(PathOf("r2.csv"), "--rejects", PathOf("r3.csv"));

        Assert.Equal(Header + ",idempotency_key,reject_state,reject_reason,reject_time", LinesOf("r3.csv")[0]);
        Assert.StartsWith(Row + ",,refused,", LinesOf("r1.csv")[1], StringComparison.Ordinal);
        Assert.StartsWith(Row + ",,refused,", LinesOf("r3.csv")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_with_too_few_cells_is_filled_with_blanks_before_the_error_columns()
    {
        await ImportAsync(Save("in.csv", Header, "natural,Ana"), "--rejects", PathOf("rejects.csv"));

        Assert.StartsWith("natural,Ana,,,,,,,,refused,", LinesOf("rejects.csv")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task Rejects_have_the_delimiter_of_the_input(string delimiter)
    {
        var path = Save("in.csv", [.. new[] { Header, BadEmail }.Select(line => line.Replace(",", delimiter, StringComparison.Ordinal))]);

        await ImportAsync(path, "--rejects", PathOf("rejects.csv"));

        Assert.Equal((Header + ",idempotency_key,reject_state,reject_reason,reject_time").Replace(",", delimiter, StringComparison.Ordinal), LinesOf("rejects.csv")[0]);
    }

    [Fact]
    public async Task Cells_with_quotes_delimiters_and_line_breaks_are_written_unchanged()
    {
        var cells = new[] { "a\nb", "c\rd", "e\r\nf", "\"", "g,h", " i ", "=1", "" };
        var row = string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var header = string.Join(',', cells.Select((_, i) => $"n{i}"));
        var path = Save("in.csv", $"{Header},{header}", $"{BadEmail},{row}");

        await ImportAsync(path, "--rejects", PathOf("r1.csv"));
        await ImportAsync(PathOf("r1.csv"), "--rejects", PathOf("r2.csv"));

        Assert.Contains("\"a\nb\",\"c\rd\",\"e\r\nf\",\"\"\"\",\"g,h\",\" i \",'=1,,", File.ReadAllText(PathOf("r1.csv")), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(PathOf("r1.csv")).Replace("Row 1", "", StringComparison.Ordinal), File.ReadAllText(PathOf("r2.csv")).Replace("Row 1", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rejects_are_written_as_utf_8_and_read_again_with_the_same_encoding_option()
    {
        var bytes = Encoding.Latin1.GetBytes($"{Header}\n{Ana.Replace("ana@example.com", "nobody", StringComparison.Ordinal)}\n");
        await ImportAsync(Save("in.csv", bytes), "--encoding", "windows-1252", "--rejects", PathOf("r1.csv"));
        var rejects = File.ReadAllText(PathOf("r1.csv"));
        Assert.Contains("Peña", rejects, StringComparison.Ordinal);
        File.WriteAllBytes(PathOf("r1.csv"), [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(rejects.Replace("nobody", "ana@example.com", StringComparison.Ordinal))]);

        var run = await ImportAsync(PathOf("r1.csv"), "--encoding", "windows-1252");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rejects_have_a_byte_order_mark_if_the_input_has_one(bool hasMark)
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];

        await ImportAsync(Save("in.csv", [.. hasMark ? mark : [], .. Encoding.UTF8.GetBytes($"{Header}\n{BadEmail}\n")]), "--rejects", PathOf("rejects.csv"));

        Assert.Equal(hasMark, File.ReadAllBytes(PathOf("rejects.csv")).AsSpan().StartsWith(mark));
    }

    [Fact]
    public async Task Nothing_is_sent_if_the_rejects_cannot_be_written()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--rejects", PathOf(Path.Combine("nowhere", "rejects.csv")));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Error: '{Path.Combine("nowhere", "rejects.csv")}' cannot be written: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task An_import_that_cannot_start_keeps_earlier_rejects()
    {
        Save("rejects.csv", "precious");

        await ImportAsync(Save("in.csv", Header, Ana, "\""), "--rejects", PathOf("rejects.csv"));

        Assert.Equal(["precious"], LinesOf("rejects.csv"));
    }
}
