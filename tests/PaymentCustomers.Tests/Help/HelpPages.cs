using PaymentCustomers.Help;
using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Tests.Help;

/// <summary>A parsed page of docs/cmdlets.</summary>
internal sealed record HelpPage(string Name, Section Title)
{
    public IEnumerable<Section> Sections => Title.Sections.SelectMany(section => section.Sections.Prepend(section)).Prepend(Title);

    public IEnumerable<Block> Blocks => Sections.SelectMany(section => section.Blocks);

    public Section Section(string title) => Title.Sections.Single(section => section.Title == title);
}

/// <summary>The pages of docs/cmdlets, by language.</summary>
internal static class HelpPages
{
    public static IReadOnlyList<HelpPage> English { get; } = Read(HelpLanguage.English);

    public static IReadOnlyList<HelpPage> Spanish { get; } = Read(HelpLanguage.Spanish);

    public static bool IsTopic(string name) => name.StartsWith("about_", StringComparison.Ordinal);

    private static IReadOnlyList<HelpPage> Read(HelpLanguage language)
    {
        var folder = Path.Combine(Repository.Root, HelpBuilder.PageFolder(language));
        return
        [
            .. from file in Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
               let title = MarkdownPage.Read(File.ReadAllText(file), new HelpProblems(file), out _)
               where title is not null
               select new HelpPage(Path.GetFileNameWithoutExtension(file), title),
        ];
    }
}
