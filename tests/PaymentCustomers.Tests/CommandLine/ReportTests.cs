using System.Globalization;
using System.Text.Json.Nodes;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class ReportTests : CommandLineTest
{
    [Fact]
    public async Task The_report_is_readable_on_a_terminal_of_80_columns_without_colour()
    {
        IsTerminal = true;

        var run = await ImportAsync(Save("in.csv", Header, Ana, "natural,Luis,Rey,nobody,call me,CC,1060500334,false"), "--rejects", PathOf("r.csv"));

        Assert.Equal(
            """
            Importing in.csv: 2 rows to OnePay Sandbox (EMULATOR).

            row 3  CustomerInvalid  Email 'n***' is not an e-mail address; Phone '***me' is
                                    not a telephone number: it can have only digits, spaces,
                                    and + ( ) . / -.

            What to do:
            CustomerInvalid  Nothing was sent for this row. Correct the row and send it
                             again.

            ┌─────────┬──────────┬───────────┬────────┬─────────┬──────────┐
            │ Created │ Existing │ Duplicate │ Failed │ Unknown │ Not sent │
            ├─────────┼──────────┼───────────┼────────┼─────────┼──────────┤
            │       1 │        0 │         0 │      1 │       0 │        0 │
            └─────────┴──────────┴───────────┴────────┴─────────┴──────────┘
            2 rows in 0.0 s, 0 rows/s
            Rows without a customer, to correct and import again: r.csv
            Rows with a customer: in.created.csv
            Journal, to continue the run: 1.journal

            """,
            string.Join('\n', run.Output.Split('\n').Select(line => line.TrimEnd())));
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Markup_in_cells_is_shown_as_text(bool isTerminal, bool hasAnsi)
    {
        (IsTerminal, HasAnsi) = (isTerminal, hasAnsi);

        var run = await ImportAsync(
            Save("[red]in.csv", Header + ",[bold]x[/],[/]", "natural,[red]Ana,[/],[green]x,+573001234567,CC,[[blink]],[link=x]" + ",[/]"), "--rejects", PathOf("[red]r.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Importing [red]in.csv: 1 row", run.Output, StringComparison.Ordinal);
        Assert.Contains("'[link=x]'", run.Output, StringComparison.Ordinal);
        Assert.Contains("[red]r.csv", run.Output, StringComparison.Ordinal);
        Assert.Contains("'[bold]x[/]', '[/]'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_shown_on_a_terminal_and_removed_at_the_end()
    {
        (IsTerminal, HasAnsi) = (true, true);

        var run = await ImportLinesAsync(Header, Ana, Luis);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(" of 2", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, Emulator.Store.OnePayCount);
    }

    [Fact]
    public async Task Without_a_terminal_no_escape_sequence_is_written()
    {
        var run = await ImportLinesAsync(Header, Ana, BadEmail);
        var providers = await RunAsync("providers");

        Assert.DoesNotContain('\u001b', run.Output + run.Errors + providers.Output);
    }

    [Theory]
    [InlineData("es-CO")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task The_report_is_the_same_in_every_culture(string culture)
    {
        var path = Save("in.csv", [Header.ToUpperInvariant(), Ana, .. Enumerable.Repeat(BadEmail, 1234)]);
        string[] journal = ["--journal", PathOf("journal")];
        var expected = await ImportAsync(path, journal);
        File.Delete(PathOf("journal"));
        var help = await RunAsync("import", "--help");

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected, await ImportAsync(path, journal));
        Assert.Equal(help, await RunAsync("import", "--help"));
        Assert.Equal([AnaBody, AnaBody], Bodies);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ten_errors_are_shown_and_the_others_are_counted(bool hasRejects)
    {
        var path = Save("in.csv", [Header, .. Enumerable.Repeat(BadEmail, 1234)]);

        var run = await ImportAsync(path, hasRejects ? ["--rejects", PathOf("r.csv")] : []);

        Assert.Equal(10, run.Lines.Count(line => line.StartsWith("row ", StringComparison.Ordinal)));
        Assert.Contains($"\n… and 1,224 more with CustomerInvalid, all in {(hasRejects ? "r.csv" : "in.rejects.csv")}.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_report_is_one_object_on_one_line()
    {
        var path = Save("in.csv", Header + ",Notes", Ana + ",x", BadEmail + ",y");

        var run = await ImportAsync(path, "--json", "--rejects", PathOf("r.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            {"provider":"OnePay","environment":"Sandbox","dryRun":false,"rows":2,"created":1,"existing":0,"duplicate":0,"failed":1,"unknown":0,"notSent":0,"fromJournal":0,"seconds":0,"rowsPerSecond":0,"journal":"1.journal","rejects":"r.csv","output":"in.created.csv","errorCounts":{"CustomerInvalid":1},"errors":[{"row":3,"id":"CustomerInvalid","message":"Email 'n***' is not an e-mail address."}],"errorsCut":0,"actions":{"CustomerInvalid":"Nothing was sent for this row. Correct the row and send it again."}}

            """,
            run.Output);
        Assert.Equal(
            "Warning: These columns are not used, because they are not customer fields: 'Notes'.\npayment-customers: in.csv: of 2 rows, 1 failed and 0 have an unknown outcome. They are in r.csv.\n",
            run.Errors);
    }

    [Fact]
    public async Task The_JSON_report_says_why_a_run_stopped()
    {
        (IsTerminal, HasAnsi) = (true, true);
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401 });

        var run = await ImportAsync(Save("in.csv", Header, Ana, Luis), "--json");

        var json = JsonNode.Parse(Assert.Single(run.Lines))!;
        Assert.Equal(1, (int)json["notSent"]!);
        Assert.StartsWith("Row 2: OnePay answered 401", (string)json["stopped"]!, StringComparison.Ordinal);
        Assert.Equal("AuthenticationFailed", (string)json["errors"]![0]!["id"]!);
    }
}
