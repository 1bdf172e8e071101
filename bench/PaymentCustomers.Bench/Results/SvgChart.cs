using System.Globalization;
using System.Security;
using System.Text;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Results;

/// <summary>Draws rows per second as bars, one chart per cell, for light and dark pages.</summary>
internal static class SvgChart
{
    private const int Width = 760;
    private const int Margin = 16;
    private const int LabelWidth = 220;
    private const int BarWidth = 340;
    private const int RowHeight = 28;
    private const int BarHeight = 18;
    private const int HeaderHeight = 40;

    private const string Style = """
        <style>
          text { font: 13px system-ui, sans-serif; fill: #1f2328; }
          .title { font-weight: 600; font-size: 14px; }
          .note { font-size: 11px; fill: #59636e; }
          .ours { fill: #0969da; }
          .other { fill: #afb8c1; }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; }
            .note { fill: #9198a1; }
            .ours { fill: #4493f8; }
            .other { fill: #656c76; }
          }
        </style>
        """;

    public static string Write(BenchResults results)
    {
        var charts = results.Standings.Where(standing => standing.Section == Section.Create).GroupBy(standing => standing.Cell).ToList();
        var height = Margin + charts.Sum(chart => HeaderHeight + (RowHeight * chart.Count())) + HeaderHeight;
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" aria-label="Rows a second">""");
        svg.Append(Style).Append('\n');
        var top = Margin;
        foreach (var chart in charts)
            top = AddChart(svg, [.. chart], top);
        var machine = results.Machine;
        AddText(svg, Margin, top + (HeaderHeight / 2), "note", string.Create(
            CultureInfo.InvariantCulture,
            $"Medians. {machine.Cores} cores, {machine.DotNet}, PowerShell {machine.PowerShell ?? "none"}, {machine.Date:yyyy-MM-dd}; client and server on one machine."));
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Adds the chart of a cell.</summary>
    /// <returns>The vertical position of the next chart.</returns>
    private static int AddChart(StringBuilder svg, List<Standing> standings, int top)
    {
        AddText(svg, Margin, top + (HeaderHeight / 2), "title", $"Customers created a second, {Titles.Of(standings[0].Cell)}");
        top += HeaderHeight;
        var most = standings.Max(standing => standing.RowsPerSecond);
        foreach (var standing in standings)
        {
            var length = Math.Max(1, BarWidth * standing.RowsPerSecond / most);
            var baseline = top + BarHeight - 4;
            AddText(svg, Margin, baseline, null, standing.Title);
            var kind = Roster.Get(standing.Contestant).IsOurs ? "ours" : "other";
            Add(svg, $"""<rect class="{kind}" x="{Margin + LabelWidth}" y="{top}" width="{length:0.#}" height="{BarHeight}" rx="3"/>""");
            AddText(svg, Margin + LabelWidth + length + 8, baseline, null, Value(standing));
            top += RowHeight;
        }

        return top;
    }

    private static string Value(Standing standing) => standing.Ratio is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"{standing.RowsPerSecond:N0}  ({Titles.Of(ratio)} ×)")
        : string.Create(CultureInfo.InvariantCulture, $"{standing.RowsPerSecond:N0}");

    private static void AddText(StringBuilder svg, double x, double y, string? kind, string text) =>
        Add(svg, $"""<text x="{x:0.#}" y="{y:0.#}"{(kind is null ? "" : $" class=\"{kind}\"")}>{SecurityElement.Escape(text)}</text>""");

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
