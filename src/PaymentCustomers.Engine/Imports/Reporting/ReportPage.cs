using System.Globalization;
using System.Text;

namespace PaymentCustomers.Engine.Imports.Reporting;

/// <summary>A row without a customer, as the report shows it.</summary>
/// <param name="Row">The row number.</param>
/// <param name="State">The state of the row.</param>
/// <param name="Customer">A masked description of the customer.</param>
/// <param name="Reason">Why the row has no customer.</param>
internal sealed record ReportReject(long Row, string State, string Customer, string Reason);

/// <summary>The result of an import as a self-contained HTML page: no scripts, and no pictures or fonts from elsewhere.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1c1f23;--soft:#5b6470;--line:#d9dde2;--paper:#fff;--good:#1a7f4b;--quiet:#7a8699;--bad:#c2410c;--doubt:#b91c1c;--wait:#f3e8c8}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a3adb8;--line:#3a414a;--paper:#15181c;--good:#4ade80;--quiet:#94a3b8;--bad:#fb923c;--doubt:#f87171;--wait:#4a4020}}
        *{box-sizing:border-box}body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
        h1{font-size:1.5rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2rem 0 .5rem}
        .counts{display:flex;flex-wrap:wrap;gap:.5rem}.counts div{flex:1 1 7rem;border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}
        .counts b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums}.counts span,.note,dt,figcaption{color:var(--soft);font-size:.9rem}
        .good b{color:var(--good)}.bad b{color:var(--bad)}.doubt b,.stop{color:var(--doubt)}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}dd{margin:0;overflow-wrap:anywhere}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}figure{margin:0}svg{width:100%;height:auto}
        svg rect.good{fill:var(--good)}svg rect.quiet{fill:var(--quiet)}svg rect.bad{fill:var(--bad)}svg rect.doubt{fill:var(--doubt)}svg rect.wait{fill:var(--wait)}
        svg line{stroke:var(--line)}svg text{fill:var(--soft);font-size:12px}
        .key{white-space:nowrap;margin-right:.75rem}.key::before{content:"\25A0\00A0"}.key.good::before{color:var(--good)}.key.quiet::before{color:var(--quiet)}
        .key.bad::before{color:var(--bad)}.key.doubt::before{color:var(--doubt)}.key.wait::before{color:var(--wait)}
        @media(max-width:40rem){svg text{font-size:22px}td{overflow-wrap:anywhere}
        .stack thead{display:none}.stack tr{display:block;padding:.4rem 0;border-bottom:1px solid var(--line)}.stack td{display:inline;border:0;padding:0 .5rem 0 0}
        .stack td:first-child{font-weight:600}.stack td:first-child::before{content:attr(data-name) " "}.stack td:last-child{display:block}}
        @media print{body{max-width:none;padding:0;font-size:11pt}h2{break-after:avoid}tr,figure,.counts div{break-inside:avoid}}
        """;

    private static readonly (CustomerOutcome Outcome, string Style)[] Shown =
    [
        (CustomerOutcome.Created, "good"), (CustomerOutcome.Existing, "quiet"), (CustomerOutcome.Duplicate, "quiet"),
        (CustomerOutcome.Failed, "bad"), (CustomerOutcome.Unknown, "doubt"), (CustomerOutcome.NotSent, "quiet"), (CustomerOutcome.OtherShard, "quiet"),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="summary">The result of the import.</param>
    /// <param name="begun">When the run started.</param>
    /// <param name="timeline">The outcomes over time.</param>
    /// <param name="rejects">The first rows without a customer.</param>
    /// <param name="isMasked">Whether personal values of these rows are masked.</param>
    public static string Write(PaymentImportSummary summary, DateTimeOffset begun, Timeline timeline, IReadOnlyList<ReportReject> rejects, bool isMasked)
    {
        var check = summary.Check;
        var title = ReportText.Encode(ReportMessages.Title(Path.GetFileName(summary.Path)));
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{ReportMessages.Code}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n");
        if (summary.Stopped is { } reason)
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"stop\">{ReportText.Encode(ReportMessages.Stopped(reason))}</p>\n");
        Heading(page, ReportMessages.Became);
        page.Append("<div class=\"counts\">");
        foreach (var (outcome, style) in Shown)
        {
            var rows = Count(summary, outcome);
            // Only a run of one shard has rows of others.
            if (rows == 0 && outcome == CustomerOutcome.OtherShard)
                continue;
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"{(rows == 0 ? "none" : style)}\"><b>{rows:N0}</b><span>{ReportText.Encode(ReportMessages.Name(outcome))}</span></div>");
        }

        page.Append("</div>\n");
        Heading(page, ReportMessages.Asked);
        page.Append("<dl>");
        Fact(page, ReportMessages.File, summary.Path);
        Fact(page, ReportMessages.Account, $"{summary.Provider} {summary.Environment}, {check.Account}");
        Fact(page, ReportMessages.Rows, ReportMessages.RowsOf(summary.Rows, summary.FileRows));
        Fact(page, ReportMessages.Begun, begun.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Fact(page, ReportMessages.Lasted, string.Create(CultureInfo.InvariantCulture, $"{summary.Seconds:0.0} s ({summary.RowsPerSecond:0}/s)"));
        page.Append("</dl>\n");
        Heading(page, ReportMessages.OverTime);
        page.Append(CultureInfo.InvariantCulture, $"<figure>{ReportChart.Draw(timeline)}<figcaption>{ReportText.Encode(ReportMessages.ChartLabel)}.<br>");
        foreach (var (style, outcomes) in ReportChart.LayersOf(timeline))
            Key(page, style, string.Join(", ", outcomes.Select(ReportMessages.Name)));
        if (timeline.Waits.Count > 0)
            Key(page, "wait", string.Create(CultureInfo.InvariantCulture, $"{ReportMessages.Waits}: {timeline.Waits.Sum(wait => (wait.To - wait.From).TotalSeconds):0.0} s"));
        page.Append("</figcaption></figure>\n");
        if (check.Problems.Count > 0)
        {
            Heading(page, ReportMessages.Problems);
            Table(page, [ReportMessages.Reason, ReportMessages.Rows, ReportMessages.FirstRows], check.Problems.Select(problem =>
                new[] { problem.Message, problem.Count.ToString("N0", CultureInfo.InvariantCulture), string.Join(", ", problem.Rows) }));
        }

        if (rejects.Count > 0)
        {
            Heading(page, ReportMessages.Rejects);
            Table(page, [ReportMessages.Row, ReportMessages.Known, ReportMessages.Customer, ReportMessages.Reason], rejects.Select(reject =>
                new[] { reject.Row.ToString(CultureInfo.InvariantCulture), reject.State, reject.Customer, reject.Reason }), isStacked: true);
            var more = summary.Failed + summary.Unknown + summary.NotSent - rejects.Count;
            if (more > 0 && summary.RejectPath is { } path)
                Note(page, ReportMessages.MoreRejects(more, path));
            if (isMasked)
                Note(page, ReportMessages.Masked);
        }

        Heading(page, ReportMessages.Columns);
        Table(page, [ReportMessages.Column, ReportMessages.Field], check.Columns.Select(column => new[] { column.Name, column.Field ?? ReportMessages.NotUsed }));
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static long Count(PaymentImportSummary summary, CustomerOutcome outcome) => outcome switch
    {
        CustomerOutcome.Created => summary.Created,
        CustomerOutcome.Existing => summary.Existing,
        CustomerOutcome.Duplicate => summary.Duplicate,
        CustomerOutcome.Failed => summary.Failed,
        CustomerOutcome.Unknown => summary.Unknown,
        CustomerOutcome.OtherShard => summary.OtherShard,
        _ => summary.NotSent,
    };

    private static void Heading(StringBuilder page, string text) => page.Append(CultureInfo.InvariantCulture, $"<h2>{ReportText.Encode(text)}</h2>\n");

    private static void Note(StringBuilder page, string text) => page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{ReportText.Encode(text)}</p>\n");

    private static void Fact(StringBuilder page, string name, string value) =>
        page.Append(CultureInfo.InvariantCulture, $"<dt>{ReportText.Encode(name)}</dt><dd>{ReportText.Encode(value)}</dd>");

    private static void Key(StringBuilder page, string style, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<span class=\"key {style}\">{ReportText.Encode(text)}</span> ");

    /// <param name="page">The page to append to.</param>
    /// <param name="names">The column headers.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="isStacked">Whether the cells of a row are shown below each other on a narrow screen.</param>
    private static void Table(StringBuilder page, string[] names, IEnumerable<string[]> rows, bool isStacked = false)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\"><table{(isStacked ? " class=\"stack\"" : "")}><thead><tr>");
        foreach (var name in names)
            page.Append(CultureInfo.InvariantCulture, $"<th>{ReportText.Encode(name)}</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var (name, cell) in names.Zip(row))
                page.Append(CultureInfo.InvariantCulture, $"<td data-name=\"{ReportText.Encode(name)}\">{ReportText.Encode(cell)}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }
}
