using System.Text.RegularExpressions;
using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Tests.Help;

/// <summary>The Spanish pages have the same content as the English ones, as far as a program can check it.</summary>
public sealed class TranslationTests
{
    // These titles are the same in both languages, because PowerShell or a test searches for them.
    private static readonly string[] Fixed = ["SHORT DESCRIPTION", "LONG DESCRIPTION", "ERRORS"];

    public static TheoryData<string> Pages => [.. HelpPages.English.Select(page => page.Name)];

    [Fact]
    public void Every_page_exists_in_both_languages() =>
        Assert.Equal(HelpPages.English.Select(page => page.Name), HelpPages.Spanish.Select(page => page.Name));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_same_headings_in_both_languages(string name) =>
        Assert.Equal(Both(name, page => page.Sections.Select(Heading)).English, Both(name, page => page.Sections.Select(Heading)).Spanish);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_same_code_in_both_languages_except_for_comments(string name)
    {
        var (english, spanish) = Both(name, page => page.Blocks.OfType<CodeBlock>().Select(WithoutComments));

        Assert.True(english.Any() || HelpPages.IsTopic(name));
        Assert.Equal(english, spanish);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_names_the_same_defaults_in_both_languages(string name)
    {
        var (english, spanish) = Both(name, page => page.Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Lines).Where(line => line.StartsWith("Default: ", StringComparison.Ordinal)));

        Assert.Equal(english, spanish);
    }

    // The titles of examples and the headings of topics are translated.
    private static string Heading(Section section) => $"{section.Level} " + (section switch
    {
        { Title: var title } when Regex.Match(title, @"^Example \d+:") is { Success: true } example => example.Value,
        { Level: 1 } => section.Title,
        _ when section.Title.StartsWith('-') || Fixed.Contains(section.Title) || PaymentCustomers.Help.Cmdlets.CmdletPage.Headings.Contains(section.Title) => section.Title,
        _ => "",
    });

    private static string WithoutComments(CodeBlock code) => string.Join(
        '\n', code.Lines.Select(line => Regex.Replace(line, @"(^|\s)#.*$", "").TrimEnd()));

    private static (IEnumerable<T> English, IEnumerable<T> Spanish) Both<T>(string name, Func<HelpPage, IEnumerable<T>> read) =>
        (read(Assert.Single(HelpPages.English, page => page.Name == name)), read(Assert.Single(HelpPages.Spanish, page => page.Name == name)));
}
