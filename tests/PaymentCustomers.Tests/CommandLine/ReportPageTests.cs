using System.Diagnostics;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Imports.Reporting;

namespace PaymentCustomers.Tests.CommandLine;

/// <summary>The HTML report of an import.</summary>
public sealed class ReportPageTests : CommandLineTest
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    [Fact]
    public async Task The_report_shows_the_results_of_the_file_and_loads_nothing_from_elsewhere()
    {
        Emulator.SetFaults(new FaultRule { Kind = FaultKind.Status, Code = 422, Contains = "eva@" });

        var run = await ImportAsync(Save("in.csv", Header + ",<b>Notes</b>", Ana + ",", BadEmail + ",", Eva + ","), "--report", PathOf("report.html"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Report: report.html\n", run.Output, StringComparison.Ordinal);
        var page = Parse(await File.ReadAllTextAsync(PathOf("report.html"), Cancelled));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Import of in.csv", page.Title);
        Assert.Equal(["1 Created", "0 Existing", "0 Duplicate", "2 Failed", "0 Unknown", "0 Not sent"], page.QuerySelectorAll(".counts div").Select(div => $"{div.Children[0].TextContent} {div.Children[1].TextContent}"));
        Assert.Equal(["Email is not an e-mail address", "1", "3"], Cells(page, "Problems in the file"));
        var rejects = page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr");
        Assert.Equal(["3", "refused", "L*** R*** n*** ***68", "Email 'n***' is not an e-mail address."], rejects[0].Children.Select(cell => cell.TextContent));
        Assert.Equal("failed", rejects[1].Children[1].TextContent);
        Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent == "<b>Notes</b>");
        Assert.NotEmpty(page.QuerySelectorAll("svg rect.good"));
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, [src], [href]"));
        Assert.DoesNotContain("eva@example.com", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_private_to_its_owner_and_shows_personal_data_only_on_request()
    {
        await ImportAsync(Save("in.csv", Header, BadEmail), "--report", PathOf("report.html"), "--show-personal-data");

        var page = Parse(await File.ReadAllTextAsync(PathOf("report.html"), Cancelled));
        Assert.Contains("Luis Rey nobody +573001234568", page.DocumentElement.TextContent, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf("report.html")));
    }

    [Fact]
    public void The_report_is_written_in_Spanish_in_a_Spanish_session()
    {
        var summary = Summary();
        using var language = new UiCulture("es-CO");

        var page = Parse(ReportPage.Write(summary, Clock.GetUtcNow(), new Timeline(Clock), [], isMasked: true));

        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Creados", page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_any_length_is_drawn_in_a_limited_number_of_slices_that_contain_every_row()
    {
        var timeline = new Timeline(Clock);
        for (var i = 0; i < 5000; i++)
        {
            timeline.Add(i % 10 == 0 ? CustomerOutcome.Failed : CustomerOutcome.Created);
            Clock.Advance(TimeSpan.FromMilliseconds(700));
        }

        Assert.InRange(timeline.Slices.Count, 60, 120);
        Assert.Equal(4500, timeline.Slices.Sum(slice => slice[(int)CustomerOutcome.Created]));
        Assert.Equal(500, timeline.Slices.Sum(slice => slice[(int)CustomerOutcome.Failed]));
    }

    [Fact]
    public async Task A_report_with_the_path_of_the_input_is_refused()
    {
        var path = Save("in.csv", Header, Ana);

        var run = await ImportAsync(path, "--report", path);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: --report is the same file as the file to import", run.Errors, StringComparison.Ordinal);
        Assert.Equal([Header, Ana], LinesOf("in.csv"));
    }

    [Fact]
    public async Task The_report_is_readable_on_a_wide_and_on_a_narrow_screen()
    {
        var browser = Array.Find(Browsers, File.Exists);
        if (browser is null)
        {
            Assert.Skip("There is no Chromium here.");
            return;
        }

        await ImportAsync(Save("in.csv", Header, Ana, BadEmail), "--report", PathOf("report.html"));

        foreach (var width in new[] { 1280, 390 })
        {
            var start = new ProcessStartInfo(browser, ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={PathOf("profile")}", $"--window-size={width},900", "--dump-dom", PathOf("report.html")]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(Cancelled);
            var dom = await process.StandardOutput.ReadToEndAsync(Cancelled);
            await process.WaitForExitAsync(Cancelled);
            Assert.True(dom.Contains("Import of in.csv", StringComparison.Ordinal), await errors);
        }
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    private static IEnumerable<string> Cells(IHtmlDocument page, string heading) =>
        page.QuerySelectorAll("h2").Single(h2 => h2.TextContent == heading).NextElementSibling!.QuerySelectorAll("td").Select(cell => cell.TextContent);

    private static PaymentImportSummary Summary() => new()
    {
        Path = "in.csv",
        Provider = "OnePay",
        Environment = PaymentEnvironment.Sandbox,
        FileRows = 1,
        Rows = 1,
        Created = 1,
        Existing = 0,
        Duplicate = 0,
        Failed = 0,
        Unknown = 0,
        NotSent = 0,
        FromJournal = 0,
        Seconds = 1,
        JournalPath = "x",
        Check = new PaymentImportCheck { Path = "in.csv", Provider = "OnePay", Environment = PaymentEnvironment.Sandbox, Account = "a", Rows = 1, BlankRows = 0, Valid = 1, Duplicates = 0, Doubtful = 0, Notified = 0, Columns = [], Problems = [], Warnings = [] },
    };
}
