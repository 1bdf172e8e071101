using System.Xml.Linq;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Help;
using PaymentCustomers.Help.Cmdlets;

namespace PaymentCustomers.Tests.Help;

/// <summary>The help files in the module's folder, which Get-Help reads.</summary>
public sealed class HelpFileTests
{
    private const string Maml = "PaymentCustomers.PowerShell.dll-Help.xml";

    private static readonly string[] Topics = ["about_PaymentCustomers", "about_PaymentCustomers_Bulk", "about_PaymentCustomers_Providers"];

    public static TheoryData<string> Languages => [.. HelpLanguage.All.Select(language => language.Tag)];

    [Fact]
    public void Every_page_has_the_required_form_and_matches_its_cmdlet() => Assert.Equal([], HelpBuilder.Build(Repository.Root).Problems);

    [Fact]
    public void Every_help_file_is_up_to_date_with_its_page()
    {
        var made = HelpBuilder.Build(Repository.Root).Files;

        var committed = HelpLanguage.All.SelectMany(Committed).ToList();

        var wrong = committed.Except(made.Keys)
            .Concat(made.Keys.Where(file => !committed.Contains(file) || made[file] != File.ReadAllText(Path.Combine(Repository.Root, file)))).ToList();

        Assert.True(wrong.Count == 0, $"Not what the pages say, run dotnet run --project tools/PaymentCustomers.Help: {string.Join(", ", wrong)}");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_cmdlet_and_topic_has_help(string language)
    {
        Assert.Equal(CmdletShapes.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal), Cmdlets(language).Select(Name));
        Assert.All(Topics, topic => Assert.True(File.Exists(Path.Combine(Repository.Root, "module", language, $"{topic}.help.txt")), topic));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_cmdlet_has_at_least_three_examples(string language) => Assert.All(
        Cmdlets(language), cmdlet => Assert.True(Inside(cmdlet, "examples", "example").Count() >= 3, Name(cmdlet)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_parameter_is_described_and_no_other_name_is(string language) => Assert.All(Cmdlets(language), cmdlet =>
    {
        var shape = CmdletShapes.All.Single(shape => shape.Name == Name(cmdlet));

        Assert.Equal(
            shape.Parameters.Concat(StandardParameters.Of(shape)).Select(parameter => parameter.Name).Order(StringComparer.Ordinal),
            Inside(cmdlet, "parameters", "parameter").Select(parameter => Text(parameter, "name")).Order(StringComparer.Ordinal));
        Assert.All(Inside(cmdlet, "parameters", "parameter"), parameter => Assert.NotEmpty(Text(parameter, "description")));
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_related_link_is_an_address_or_names_existing_help(string language) => Assert.All(Cmdlets(language), cmdlet =>
    {
        var links = Inside(cmdlet, "relatedLinks", "navigationLink").ToList();

        Assert.NotEmpty(links);
        Assert.All(
            links.Where(link => Text(link, "uri").Length == 0),
            link => Assert.Contains(Text(link, "linkText"), CmdletShapes.All.Select(shape => shape.Name).Concat(Topics)));
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_topic_fits_in_80_columns(string language)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "module", language), "*.help.txt");

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.All(File.ReadAllLines(file), line => Assert.True(line.Length <= 80, $"{Path.GetFileName(file)}: {line}")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_field_of_every_provider_is_in_a_table(string language)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "module", language, "about_PaymentCustomers_Providers.help.txt"));

        Assert.All(PaymentProviders.All.Select(PaymentProviders.Describe), provider =>
        {
            var heading = Enumerable.Range(0, lines.Length - 2).Last(index => lines[index] == $"  {provider.Name}" && lines[index + 2].TrimStart().StartsWith("---", StringComparison.Ordinal));
            var rows = lines.Skip(heading + 3).TakeWhile(line => line.Length > 0)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            Assert.All(provider.Fields, field => Assert.Contains(rows, row => row[0] == field.Name
                && row[1] == (field.WireName ?? "-")
                && row.Contains("R") == field.IsRequired
                && row.Contains("P") == field.IsPersonal));
        });
    }

    private static IEnumerable<string> Committed(HelpLanguage language) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "module"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => path.StartsWith(HelpBuilder.HelpFolder(language) + "/", StringComparison.Ordinal));

    private static List<XElement> Cmdlets(string language)
    {
        var cmdlets = XDocument.Load(Path.Combine(Repository.Root, "module", language, Maml)).Root!.Elements().ToList();
        Assert.NotEmpty(cmdlets);
        return cmdlets;
    }

    private static string Name(XElement cmdlet) => Text(Inside(cmdlet, "details").Single(), "name");

    private static IEnumerable<XElement> Inside(XElement element, params string[] path) =>
        path.Aggregate<string, IEnumerable<XElement>>([element], (found, name) => found.Elements().Where(child => child.Name.LocalName == name));

    private static string Text(XElement element, string name) => Inside(element, name).Single().Value;
}
