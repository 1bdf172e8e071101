using System.Text.Json.Nodes;
using PaymentCustomers.Cli.Reporting;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Imports.Reading;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>What an import writes when it runs unattended. Cron mails standard error, and a log must show that the run makes
/// progress.</summary>
public sealed class UnattendedTests : CommandLineTest
{
    [Fact]
    public async Task Standard_error_is_empty_if_every_row_has_a_customer()
    {
        var run = await ImportLinesAsync(Header, Ana, Luis);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task One_line_says_how_many_rows_have_no_customer_and_where_they_are()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana, BadEmail, Eva), "--rejects", PathOf("r.csv"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("payment-customers: in.csv: of 3 rows, 1 failed and 0 have an unknown outcome. They are in r.csv.\n", run.Errors);
    }

    [Fact]
    public async Task One_line_says_why_the_run_stopped()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 401 });

        var run = await ImportLinesAsync(Header, Ana, Luis);

        Assert.Equal(3, run.ExitCode);
        Assert.Matches(@"\Apayment-customers: in\.csv: the run stopped, run it again\. Reason: .*401.*\n\z", run.Errors);
    }

    [Fact]
    public async Task On_a_terminal_only_the_report_shows_failed_rows()
    {
        IsTerminal = true;

        var run = await ImportLinesAsync(Header, BadEmail);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task The_JSON_report_counts_the_rows_of_an_earlier_run_and_the_errors_that_it_omits()
    {
        string[] bad = [.. Enumerable.Repeat(BadEmail, 12)];
        var path = Save("in.csv", [Header, Ana, .. bad]);
        await ImportAsync(path, "--journal", PathOf("j"));

        var run = await ImportAsync(path, "--journal", PathOf("j"), "--json");

        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, (int)json["fromJournal"]!);
        Assert.Equal(12, (int)json["errorCounts"]!["CustomerInvalid"]!);
        Assert.Equal(12, json["errors"]!.AsArray().Count + (int)json["errorsCut"]!);
    }

    [Fact]
    public async Task A_line_per_minute_reports_the_progress()
    {
        var clock = new TestClock();
        using var output = new Lines();
        using var input = InputFile.Open(new InputOptions(Save("in.csv", Header, Ana)));
        using var files = new ImportFiles(new ImportPaths(PathOf("j"), PathOf("r.csv"), PathOf("c.csv")), input, Header.Split(','), "OnePay");
        var ledger = new Ledger(files, clock);
        var done = new TaskCompletionSource();
        var running = Heartbeat.ShowAsync(Host(output, TextWriter.Null) with { Clock = clock }, ledger, 500, done.Task);

        for (var i = 0; i < 120; i++)
            ledger.Counts.Add(CustomerOutcome.Created, null);
        ledger.Counts.Add(CustomerOutcome.Failed, null);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, output.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("121 of 500 rows, 1 failed, 2 rows/s", await output.NextAsync());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("121 of 500 rows, 1 failed, 1 rows/s", await output.NextAsync());

        done.SetResult();
        await running.WaitAsync(Cancelled);
        Assert.Equal(2, output.Count);
    }

    /// <summary>Output that a test can wait for, line by line.</summary>
    private sealed class Lines : StringWriter
    {
        private readonly System.Threading.Channels.Channel<string> _lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public Lines()
            : base(System.Globalization.CultureInfo.InvariantCulture)
        {
        }

        public int Count { get; private set; }

        public async Task<string> NextAsync() => await _lines.Reader.ReadAsync(Cancelled);

        public override void WriteLine(string? value)
        {
            Count++;
            _lines.Writer.TryWrite(value!);
        }
    }
}
