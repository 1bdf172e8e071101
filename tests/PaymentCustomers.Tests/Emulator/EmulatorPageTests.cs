using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaymentCustomers.Emulator;

namespace PaymentCustomers.Tests.Emulator;

/// <summary>docs/emulator.md describes every fault, option and rule of the emulator exactly once.</summary>
public sealed partial class EmulatorPageTests : EmulatorTest
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "emulator.md")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("Faults of every provider")]
    [InlineData("Faults of Dots", "dots")]
    [InlineData("Faults of OnePay", "onepay")]
    [InlineData("Faults of Stripe", "stripe")]
    public void Every_fault_is_in_its_table_with_its_effect_and_its_json(string heading, string? only = null)
    {
        var everywhere = EmulatedProvider.All[0].Faults.Where(fault => EmulatedProvider.All.All(provider => provider.Faults.Any(same => Line(same) == Line(fault))))
            .Select(Line).ToHashSet();
        var expected = (only is null ? everywhere : EmulatedProvider.Parse(only).Faults.Select(Line).Where(line => !everywhere.Contains(line))).ToArray();

        // The faults for single statuses share one line.
        var statuses = expected.Where(line => StatusPattern().IsMatch(line)).ToArray();
        Assert.Equal(expected.Except(statuses).Order(StringComparer.Ordinal), Rows(heading).Where(line => !line.Contains("`statusNNN`", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(statuses, line => Assert.Contains(StatusPattern().Match(line).Groups[1].Value, Section(heading), StringComparison.Ordinal));

        static string Line(EmulatorFault fault) => $"| `{fault.Name}` | {fault.What} | `{fault.RulesText?[1..^1] ?? fault.Options}` |";
    }

    [Fact]
    public async Task Every_option_is_on_the_page_with_a_valid_example()
    {
        var options = (await ControlAsync(HttpMethod.Get, "/options")).Json.AsObject().Select(option => option.Key).ToList();
        var rows = Rows("Options").Select(row => OptionPattern().Match(row)).ToList();

        Assert.Equal(options.Order(StringComparer.Ordinal), rows.Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));
        foreach (var row in rows.Where(row => row.Groups["name"].Value is not ("port" or "silentPort" or "certificatePath")))
        {
            var example = JsonNode.Parse(row.Groups["example"].Value)!.AsObject();
            Assert.Equal(row.Groups["name"].Value, Assert.Single(example).Key);
            Assert.Equal(200, (await ControlAsync(HttpMethod.Patch, "/options", example.ToJsonString())).Status);
        }
    }

    [Fact]
    public void Every_value_of_a_switch_is_named_in_its_row()
    {
        var switches = typeof(EmulatorOptions).GetProperties().Where(property => property.PropertyType.IsEnum);

        Assert.All(switches, property =>
        {
            var row = Rows("Options").Single(row => row.Contains($"| `{Camel(property.Name)}` |", StringComparison.Ordinal));
            Assert.All(Enum.GetNames(property.PropertyType), value => Assert.Contains($"`{Camel(value)}`", row, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_member_of_a_rule_and_every_kind_is_on_the_page()
    {
        var members = typeof(FaultRule).GetProperties().Where(property => property.GetMethod!.IsPublic).Select(property => Camel(property.Name));
        var kinds = Enum.GetNames<FaultKind>().Select(Camel);

        Assert.Equal(members.Order(StringComparer.Ordinal), Rows("Rules").Select(FirstCell).Order(StringComparer.Ordinal));
        Assert.Equal(kinds.Order(StringComparer.Ordinal), Rows("Kinds").Select(FirstCell).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_is_named_in_the_row_about_operations() => Assert.All(
        Enum.GetNames<EmulatedOperation>(),
        operation => Assert.Contains($"`{Camel(operation)}`", Rows("Rules").Single(row => FirstCell(row) == "operation"), StringComparison.Ordinal));

    private static string FirstCell(string row) => row.Split('`')[1];

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The rows of the tables below a heading, without the table headers.</summary>
    private static IEnumerable<string> Rows(string heading) => Section(heading).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    private static string Section(string heading) => Regex.Match(Page, $@"^#+ {Regex.Escape(heading)}\n(.*?)(?=^#|\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex(@"^\| `status(\d{3})`")]
    private static partial Regex StatusPattern();

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| .* \| `(?<example>.*)` \|$")]
    private static partial Regex OptionPattern();
}
