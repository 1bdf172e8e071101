using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Help.Cmdlets;

/// <summary>Writes the XML that Get-Help reads: MAML, as far as PowerShell supports it.</summary>
internal sealed class MamlWriter(HelpLanguage language)
{
    private static readonly XNamespace Items = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public string Write(IEnumerable<CmdletHelp> cmdlets)
    {
        var document = new XDocument(
            new XElement(Items + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(Cmdlet)));
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None }))
            document.Save(writer);
        return text + "\n";
    }

    private XElement Cmdlet(CmdletHelp help) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", help.Shape.Name),
            new XElement(Command + "verb", help.Shape.Verb),
            new XElement(Command + "noun", help.Shape.Noun),
            new XElement(Maml + "description", new XElement(Maml + "para", help.Synopsis))),
        new XElement(Maml + "description", Paragraphs(help.Description)),
        new XElement(Command + "syntax", help.Shape.ParameterSets.Select(set => SyntaxItem(help.Shape, set))),
        new XElement(Command + "parameters", help.Parameters.Select(Parameter)),
        new XElement(Command + "inputTypes", help.Inputs.Select(type => Type("inputType", type))),
        new XElement(Command + "returnValues", help.Outputs.Select(type => Type("returnValue", type))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(help.Notes))),
        new XElement(Command + "examples", help.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", help.Links.Select(Link)));

    // In the order of Get-Command -Syntax: positional parameters, then mandatory ones, then optional ones.
    private static XElement SyntaxItem(CmdletShape cmdlet, string set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        from parameter in cmdlet.Parameters.Concat(StandardParameters.Of(cmdlet))
        let own = parameter.In(set)
        where own is not null
        orderby own.Position ?? int.MaxValue, own.IsMandatory descending
        select new XElement(
            Command + "parameter",
            Facts(parameter, [own]),
            new XElement(Maml + "name", parameter.Name),
            parameter.AcceptedValues.IsEmpty ? Value(parameter) : new XElement(
                Command + "parameterValueGroup",
                parameter.AcceptedValues.Select(value => new XElement(
                    Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value)))));

    private static XElement Parameter(ParameterHelp help) => new(
        Command + "parameter",
        Facts(help.Shape, help.Shape.Sets),
        new XElement(Maml + "name", help.Shape.Name),
        new XElement(Maml + "description", Paragraphs(help.Description)),
        Value(help.Shape),
        new XElement(Dev + "type", new XElement(Maml + "name", help.Shape.TypeName), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", help.Default ?? (help.Shape.IsSwitch ? "False" : "None")),
        help.Shape.AcceptedValues.IsEmpty ? null : new XElement(
            Dev + "possibleValues",
            help.Shape.AcceptedValues.Select(value => new XElement(Dev + "possibleValue", new XElement(Dev + "value", value)))));

    private static IEnumerable<XAttribute> Facts(ParameterShape parameter, IReadOnlyCollection<ParameterSetShape> sets)
    {
        List<string> pipeline =
        [
            .. sets.Any(set => set.IsFromPipeline) ? ["ByValue"] : Array.Empty<string>(),
            .. sets.Any(set => set.IsFromPipelineByName) ? ["ByPropertyName"] : Array.Empty<string>(),
        ];
        return
        [
            new XAttribute("required", sets.All(set => set.IsMandatory) ? "true" : "false"),
            new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", parameter.AcceptsWildcards ? "true" : "false"),
            new XAttribute("pipelineInput", pipeline.Count == 0 ? "False" : $"True ({string.Join(", ", pipeline)})"),
            new XAttribute("position", sets.Select(set => set.Position).Min()?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.IsEmpty ? "none" : string.Join(", ", parameter.Aliases)),
        ];
    }

    private static XElement? Value(ParameterShape parameter) => parameter.IsSwitch ? null : new XElement(
        Command + "parameterValue",
        new XAttribute("required", "true"),
        new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
        parameter.TypeName);

    private XElement Type(string element, TypeHelp type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", language.Heading(type.Name))),
        new XElement(Maml + "description", Paragraphs(type.Description)));

    private XElement Example(ExampleHelp example) => new(
        Command + "example",
        new XElement(Maml + "title", $"--- {language.Heading("Example")} {example.Number}: {example.Title} ---"),
        new XElement(Dev + "code", example.Code),
        // Without an empty paragraph at the end, the next example would start on the next line.
        new XElement(Dev + "remarks", Paragraphs(example.Remarks), new XElement(Maml + "para")));

    private static XElement Link(Link link) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", link.Text),
        new XElement(Maml + "uri", link.IsAddress ? link.Target : ""));

    // PowerShell shows MAML lists in few places only, and without surrounding space.
    private static IEnumerable<XElement> Paragraphs(IEnumerable<Block> blocks) =>
        from block in blocks
        select new XElement(Maml + "para", block switch
        {
            Paragraph paragraph => paragraph.Text,
            ListBlock list => string.Join('\n', list.Entries.Select(entry => $"{entry.Mark} {entry.Text}")),
            CodeBlock code => code.Text,
            _ => throw new InvalidOperationException($"A cmdlet's help shows no {block.GetType().Name}."),
        });

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
