using System.Globalization;
using System.Text;

namespace PaymentCustomers.Engine.Imports.Reporting;

/// <summary>A chart of a run as SVG: rows per second by outcome over time, and the waits that the provider asked for.</summary>
internal static class ReportChart
{
    private const double Width = 720;
    private const double Height = 180;
    private const double Left = 64;
    private const double Bottom = 24;

    // In stacking order. Each has a class in the style sheet.
    private static readonly (string Style, CustomerOutcome[] Outcomes)[] Layers =
    [
        ("good", [CustomerOutcome.Created]), ("quiet", [CustomerOutcome.Existing, CustomerOutcome.Duplicate]),
        ("bad", [CustomerOutcome.Failed]), ("doubt", [CustomerOutcome.Unknown]),
    ];

    /// <summary>The legend of a chart: the styles that occur in it, and the outcomes of each.</summary>
    public static IEnumerable<(string Style, CustomerOutcome[] Outcomes)> LayersOf(Timeline timeline) =>
        Layers.Where(layer => timeline.Slices.Any(slice => layer.Outcomes.Any(outcome => slice[(int)outcome] > 0)));

    public static string Draw(Timeline timeline)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{ReportText.Encode(ReportMessages.ChartLabel)}\">");
        var slices = timeline.Slices;
        var most = Math.Max(1, slices.Count == 0 ? 0 : slices.Max(slice => Layers.Sum(layer => layer.Outcomes.Sum(outcome => slice[(int)outcome]))));
        var width = (Width - Left) / Math.Max(1, slices.Count);
        var scale = (Height - Bottom - 8) / most;
        foreach (var (from, to) in timeline.Waits)
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"wait\" x=\"{Left + (from / timeline.Slice * width):0.##}\" y=\"0\" width=\"{Math.Max(1, (to - from) / timeline.Slice * width):0.##}\" height=\"{Height - Bottom}\"/>");
        for (var i = 0; i < slices.Count; i++)
        {
            var y = Height - Bottom;
            foreach (var (style, outcomes) in Layers)
            {
                var height = outcomes.Sum(outcome => slices[i][(int)outcome]) * scale;
                if (height == 0)
                    continue;
                y -= height;
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\" x=\"{Left + (i * width):0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0.5, width - 0.5):0.##}\" height=\"{height:0.##}\"/>");
            }
        }

        var perSecond = most / timeline.Slice.TotalSeconds;
        var end = timeline.Slice * slices.Count;
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{Height - Bottom}\" x2=\"{Width}\" y2=\"{Height - Bottom}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"18\">{perSecond:0.#}/s</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Height - Bottom}\" text-anchor=\"end\">0</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width}\" y=\"{Height - 6}\" text-anchor=\"end\">{end.TotalSeconds:0.#} s</text>");
        return svg.Append("</svg>").ToString();
    }
}
