using System.Text.Json;
using System.Xml.Linq;
using PaymentCustomers.Bench.Contestants;
using PaymentCustomers.Bench.Results;

namespace PaymentCustomers.Tests.Bench;

public sealed class ResultTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly BenchResults Results = Measured.Results(
        Measured.Create(Roster.Bare, 20_000),
        Measured.Create(Roster.Cmdlet, 15_000),
        Measured.Memory(Roster.Cmdlet, 10, 1000));

    [Fact]
    public void The_length_of_each_bar_in_the_chart_shows_the_rate_of_its_contestant()
    {
        var chart = XDocument.Parse(SvgChart.Write(Results)).Root!;

        Assert.Equal(Svg + "svg", chart.Name);
        Assert.Equal(
            [("other", "340"), ("ours", "255")],
            chart.Elements(Svg + "rect").Select(bar => (bar.Attribute("class")!.Value, bar.Attribute("width")!.Value)));
        Assert.Contains("15,000  (0.75 ×)", chart.Elements(Svg + "text").Select(text => text.Value));
        Assert.Contains("prefers-color-scheme: dark", chart.Element(Svg + "style")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_without_measurements_is_empty_and_well_formed() =>
        Assert.Empty(XDocument.Parse(SvgChart.Write(Measured.Results())).Root!.Elements(Svg + "rect"));

    [Fact]
    public void The_JSON_contains_the_machine_and_every_measurement()
    {
        using var json = JsonDocument.Parse(JsonResults.Write(Results));

        var root = json.RootElement;
        Assert.Equal(Environment.ProcessorCount, root.GetProperty("machine").GetProperty("cores").GetInt32());
        Assert.Equal(3, root.GetProperty("measurements").GetArrayLength());
        Assert.Equal("create", root.GetProperty("measurements")[0].GetProperty("section").GetString());
        Assert.Equal(0.75, root.GetProperty("comparisons")[0].GetProperty("measured").GetDouble(), 6);
        Assert.Equal("short", root.GetProperty("comparisons")[0].GetProperty("verdict").GetString());
        Assert.Equal("notMeasured", root.GetProperty("comparisons")[1].GetProperty("verdict").GetString());
    }
}
