using PaymentCustomers.Help.Cmdlets;
using PaymentCustomers.Help.Markdown;
using PaymentCustomers.Help.Topics;

namespace PaymentCustomers.Help;

/// <summary>Builds PowerShell's help files from docs/cmdlets.</summary>
internal sealed class HelpBuilder
{
    private readonly string _root;
    private readonly Dictionary<string, string> _files = [];
    private readonly List<HelpProblem> _problems = [];

    private HelpBuilder(string root)
    {
        _root = root;
        foreach (var language in HelpLanguage.All)
            Build(language);
    }

    /// <summary>The folder of the pages in a language.</summary>
    public static string PageFolder(HelpLanguage language) => $"docs/cmdlets/{language.Tag}";

    /// <summary>The folder in the module where PowerShell looks for help in a language.</summary>
    public static string HelpFolder(HelpLanguage language) => $"module/{language.Tag}";

    /// <summary>The text of every help file by its path in the repository, and the problems of the pages.</summary>
    public static (IReadOnlyDictionary<string, string> Files, IReadOnlyList<HelpProblem> Problems) Build(string root)
    {
        var builder = new HelpBuilder(root);
        return (builder._files, [.. builder._problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    private void Build(HelpLanguage language)
    {
        var folder = Path.Combine(_root, PageFolder(language));
        var names = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)) : [];
        var help = new List<CmdletHelp>();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var problems = new HelpProblems($"{PageFolder(language)}/{name}.md");
            if (Page(folder, name, problems) is not { } page)
                problems.Add(1, "The page is empty.");
            else if (name.StartsWith("about_", StringComparison.Ordinal))
                _files[$"{HelpFolder(language)}/{name}.help.txt"] = Topic(page, name, language, problems);
            else if (CmdletShapes.All.FirstOrDefault(cmdlet => cmdlet.Name == name) is not { } shape)
                problems.Add(1, $"There is no cmdlet {name}.");
            else if (CmdletPage.Read(page, shape, language, problems) is { } cmdlet)
                help.Add(cmdlet);
            _problems.AddRange(problems.All);
        }

        foreach (var cmdlet in CmdletShapes.All.Where(cmdlet => !names.Contains(cmdlet.Name)))
            _problems.Add(new HelpProblem($"{PageFolder(language)}/{cmdlet.Name}.md", 1, "The page is missing."));
        if (_problems.Count == 0)
            _files[$"{HelpFolder(language)}/PaymentCustomers.PowerShell.dll-Help.xml"] = new MamlWriter(language).Write(help);
    }

    private static Section? Page(string folder, string name, HelpProblems problems)
    {
        var page = MarkdownPage.Read(File.ReadAllText(Path.Combine(folder, $"{name}.md")), problems, out var links);
        foreach (var link in links.Where(link => !link.IsAddress && !File.Exists(Path.Combine(folder, link.Target))))
            problems.Add(link.Line, $"The link leads nowhere: {link.Target}");
        return page;
    }

    private static string Topic(Section page, string name, HelpLanguage language, HelpProblems problems)
    {
        if (page.Title != name)
            problems.Add(page.Line, $"The page of {name} is headed '{page.Title}'.");
        return TopicWriter.Write(page, language, problems);
    }
}
