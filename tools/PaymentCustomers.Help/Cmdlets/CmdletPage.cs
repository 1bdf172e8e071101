using System.Globalization;
using System.Text.RegularExpressions;
using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>Checks a cmdlet's help page against the common structure and against the cmdlet.</summary>
internal sealed partial class CmdletPage(Section page, CmdletShape shape, HelpLanguage language, HelpProblems problems)
{
    private const string DefaultMark = "Default: ";

    public static string[] Headings { get; } =
        ["SYNOPSIS", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    /// <summary>The content of the page; null if it does not have the common structure.</summary>
    public static CmdletHelp? Read(Section page, CmdletShape shape, HelpLanguage language, HelpProblems problems) =>
        new CmdletPage(page, shape, language, problems).Read();

    private CmdletHelp? Read()
    {
        if (page.Title != shape.Name)
            problems.Add(page.Line, $"The page of {shape.Name} is headed '{page.Title}'.");
        var titles = page.Sections.Select(section => section.Title).ToList();
        if (!titles.SequenceEqual(Headings))
        {
            var first = titles.TakeWhile((title, index) => index < Headings.Length && title == Headings[index]).Count();
            problems.Add(
                first < titles.Count ? page.Sections[first].Line : page.Line,
                first < Headings.Length ? $"'## {Headings[first]}' is missing here." : "This heading is not one of a cmdlet's page.");
            return null;
        }

        foreach (var section in page.Sections.Where(section => section.Sections.Count > 0 && section.Title is not ("EXAMPLES" or "PARAMETERS" or "INPUTS" or "OUTPUTS")))
            problems.Add(section.Sections[0].Line, $"{section.Title} has no parts.");

        return new CmdletHelp(shape)
        {
            Synopsis = Synopsis(page.Sections[0]),
            Description = Text(page.Sections[1]),
            Examples = [.. Parts(page.Sections[2]).Select(Example)],
            Parameters = Parameters(page.Sections[3]),
            Inputs = Types(page.Sections[4]),
            Outputs = Types(page.Sections[5]),
            Notes = Text(page.Sections[6]),
            Links = Links(page.Sections[7]),
        };
    }

    private string Synopsis(Section section)
    {
        if (section.Blocks is [Paragraph { Text: var text }])
            return text;
        problems.Add(section.Line, "A synopsis is one paragraph.");
        return "";
    }

    private ExampleHelp Example(Section section, int index)
    {
        var title = ExampleTitle().Match(section.Title);
        if (!title.Success || int.Parse(title.Groups[1].Value, CultureInfo.InvariantCulture) != index + 1)
            problems.Add(section.Line, $"This example is headed '### Example {index + 1}: A title'.");
        if (section.Blocks is not [CodeBlock { Language: "powershell" } code, .. var remarks])
        {
            problems.Add(section.Line, "An example begins with its code, in a block marked powershell.");
            return new ExampleHelp(index + 1, "", "", []);
        }

        if (!remarks.OfType<Paragraph>().Any())
            problems.Add(section.Line, "An example says what it does.");
        return new ExampleHelp(index + 1, title.Groups[2].Value, code.Text, Shown(remarks));
    }

    private List<ParameterHelp> Parameters(Section section)
    {
        var declared = shape.Parameters.ToDictionary(parameter => parameter.Name);
        var standard = StandardParameters.Of(shape).ToDictionary(parameter => parameter.Name);
        var found = new List<ParameterHelp>();
        foreach (var part in Parts(section))
        {
            var name = part.Title.TrimStart('-');
            if (found.Exists(earlier => earlier.Shape.Name == name))
                problems.Add(part.Line, $"-{name} is described twice.");
            else if (part.Title == $"-{name}" && (declared.GetValueOrDefault(name) ?? standard.GetValueOrDefault(name)) is { } parameter)
                found.Add(Parameter(part, parameter));
            else
                problems.Add(part.Line, $"{shape.Name} has no parameter '{part.Title}'.");
        }

        foreach (var name in declared.Keys.Except(found.Select(parameter => parameter.Shape.Name)))
            problems.Add(section.Line, $"-{name} is not described.");
        found.AddRange(
            from parameter in standard.Values
            where !found.Exists(own => own.Shape.Name == parameter.Name)
            select new ParameterHelp(parameter, [new Paragraph(section.Line, [language.StandardParameters[parameter.Name]])], null));
        return found;
    }

    private ParameterHelp Parameter(Section section, ParameterShape parameter)
    {
        var blocks = Text(section);
        if (blocks is not [.., Paragraph { Lines: [.. var lines, var last] } paragraph] || !last.StartsWith(DefaultMark, StringComparison.Ordinal))
            return new ParameterHelp(parameter, blocks, null);
        blocks = blocks[..^1];
        if (lines.Length > 0)
            blocks.Add(paragraph with { Lines = lines });
        return new ParameterHelp(parameter, blocks, last[DefaultMark.Length..].TrimEnd('.'));
    }

    private List<TypeHelp> Types(Section section) =>
        [.. Parts(section).Select(part => new TypeHelp(part.Title, Shown(part.Blocks)))];

    private List<Link> Links(Section section)
    {
        if (section.Blocks is not [ListBlock list])
        {
            problems.Add(section.Line, "Related links are one list.");
            return [];
        }

        foreach (var entry in list.Entries.Where(entry => entry.Links.Count != 1))
            problems.Add(entry.Line, "A related link is one link and nothing else.");
        return [.. list.Entries.SelectMany(entry => entry.Links)];
    }

    private List<Section> Parts(Section section)
    {
        foreach (var block in section.Blocks)
            problems.Add(block.Line, $"Under {section.Title} everything stands in a part with a heading '###'.");
        if (section.Sections.Count == 0 && (section.Title != "PARAMETERS" || shape.Parameters.Length > 0))
            problems.Add(section.Line, $"{section.Title} is empty.");
        return section.Sections;
    }

    private List<Block> Text(Section section)
    {
        if (section.Blocks.Count == 0)
            problems.Add(section.Line, $"{section.Title} is empty.");
        return Shown(section.Blocks);
    }

    private List<Block> Shown(List<Block> blocks)
    {
        foreach (var block in blocks.Where(block => block is Table or Placeholder))
            problems.Add(block.Line, "A cmdlet's help shows paragraphs, lists and code.");
        return blocks;
    }

    [GeneratedRegex(@"^Example (\d+): (.+)$")]
    private static partial Regex ExampleTitle();
}
