using System.Diagnostics;
using PaymentCustomers.Help;
using PaymentCustomers.Help.Cmdlets;
using PaymentCustomers.Help.Markdown;
using PaymentCustomers.Help.Topics;

namespace PaymentCustomers.Tests.Help;

/// <summary>Which pages the help tool refuses, and with which messages.</summary>
public sealed class PageProblemTests
{
    private const string Page = """
        # Get-Thing

        ## SYNOPSIS
        Gets things.

        ## DESCRIPTION
        Gets `things`.

        ## EXAMPLES

        ### Example 1: All

        ```powershell
        Get-Thing
        ```

        Gets all.

        ## PARAMETERS

        ### -Name
        The name.
        Default: all

        ## INPUTS

        ### None
        Nothing.

        ## OUTPUTS

        ### Thing
        The things.

        ## NOTES
        None.

        ## RELATED LINKS
        - [Get-Other](Get-Other.md)
        """;

    private static readonly CmdletShape Shape = new("GetThingCommand", "Get", "Thing")
    {
        SupportsShouldProcess = true,
        Parameters = [new ParameterShape("Name", "System.String") { Sets = [new ParameterSetShape(ParameterSetShape.All)] }],
    };

    [Fact]
    public void A_page_in_the_required_form_is_accepted()
    {
        var help = Read(Page, out var problems)!;

        Assert.Equal([], problems);
        Assert.Equal(("Gets things.", "Get-Thing", "Name", "all"), (help.Synopsis, help.Examples[0].Code, help.Parameters[0].Shape.Name, help.Parameters[0].Default));
        Assert.Equal("The name.", ((Paragraph)Assert.Single(help.Parameters[0].Description)).Text);
        Assert.Equal(["WhatIf", "Confirm"], help.Parameters.Skip(1).Select(parameter => parameter.Shape.Name));
    }

    [Theory]
    [InlineData("# Get-Thing", "# Get-Think", "p.md(1): The page of Get-Thing is headed 'Get-Think'.")]
    [InlineData("## NOTES\nNone.\n\n", "", "p.md(35): '## NOTES' is missing here.")]
    [InlineData("Gets things.", "Gets things.\n\nTwice.", "p.md(3): A synopsis is one paragraph.")]
    [InlineData("### Example 1", "### Example 2", "p.md(11): This example is headed '### Example 1: A title'.")]
    [InlineData("```powershell", "```", "p.md(11): An example begins with its code, in a block marked powershell.")]
    [InlineData("Gets all.", "", "p.md(11): An example says what it does.")]
    [InlineData("### -Name\nThe name.\nDefault: all", "", "p.md(19): PARAMETERS is empty.|p.md(19): -Name is not described.")]
    [InlineData("### -Name", "### -Nome", "p.md(19): -Name is not described.|p.md(21): Get-Thing has no parameter '-Nome'.")]
    [InlineData("### -Name", "### Name", "p.md(19): -Name is not described.|p.md(21): Get-Thing has no parameter 'Name'.")]
    [InlineData("### -Name", "### -Name\nA.\n### -Name", "p.md(23): -Name is described twice.")]
    [InlineData("None.", "| a |\n|---|\n| b |", "p.md(36): A cmdlet's help shows paragraphs, lists and code.")]
    [InlineData("None.", "<b>None.</b>", "p.md(36): Help cannot show this (HtmlInline).|p.md(36): Help cannot show this (HtmlInline).")]
    [InlineData("None.", "> None.", "p.md(35): NOTES is empty.|p.md(36): Help cannot show this (QuoteBlock).")]
    [InlineData("None.", "- a\n  - b", "p.md(36): An entry of a list is one paragraph.")]
    [InlineData("- [Get-Other](Get-Other.md)", "- Get-Other", "p.md(39): A related link is one link and nothing else.")]
    [InlineData("- [Get-Other](Get-Other.md)", "[Get-Other](Get-Other.md)", "p.md(38): Related links are one list.")]
    public void A_problem_of_a_page_is_reported_with_its_line(string good, string bad, string expected)
    {
        Read(Page.Replace(good, bad, StringComparison.Ordinal), out var problems);

        Assert.Equal(expected, string.Join('|', problems.OrderBy(problem => problem.Line).Select(problem => problem.ToString())));
    }

    [Theory]
    [InlineData("# about_T\n\nText.", "p.md(1): A topic begins with '## SHORT DESCRIPTION' and one paragraph.")]
    [InlineData("# about_T\n\n## SHORT DESCRIPTION\nShort.\n\n## MORE\n<!-- fields -->\n\n<!-- tables -->", "p.md(9): Nothing is known to stand here but <!-- fields -->.")]
    public void A_problem_of_a_topic_is_reported_with_its_line(string text, string expected) => Assert.Equal(expected, string.Join('|', Topic(text)));

    [Fact]
    public void A_line_that_is_too_long_to_be_wrapped_is_refused()
    {
        const string Start = "# about_T\n\n## SHORT DESCRIPTION\n";
        var code = new string('x', 73);

        Assert.Equal([$"p.md(7): This needs 1 columns more than the 80 there are: {code}"], Topic($"{Start}Short.\n\n## LONG DESCRIPTION\n```\n{code}\n```"));
        Assert.StartsWith("p.md(4): A topic's short description has 76 characters at most", Topic(Start + new string('a', 40) + ' ' + new string('b', 40))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_reports_all_problems_and_writes_nothing()
    {
        var root = Directory.CreateTempSubdirectory("payment-customers-help-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(root, "PaymentCustomers.sln"), "");
            var pages = Directory.CreateDirectory(Path.Combine(root, "docs", "cmdlets", "en-US")).FullName;
            File.WriteAllText(Path.Combine(pages, "Get-PaymentProvider.md"), "# Get-PaymentProvider\n\n[x](nowhere.md)\n");
            File.WriteAllText(Path.Combine(pages, "Get-Nothing.md"), "# Get-Nothing\n");

            using var tool = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PaymentCustomers.Help.dll")])
            {
                WorkingDirectory = root,
                RedirectStandardError = true,
            })!;
            var errors = tool.StandardError.ReadToEnd().Split(Environment.NewLine);
            tool.WaitForExit();

            Assert.Equal(1, tool.ExitCode);
            Assert.Contains("docs/cmdlets/en-US/Get-Nothing.md(1): There is no cmdlet Get-Nothing.", errors);
            Assert.Contains("docs/cmdlets/en-US/Get-PaymentProvider.md(1): '## SYNOPSIS' is missing here.", errors);
            Assert.Contains("docs/cmdlets/en-US/Get-PaymentProvider.md(3): The link leads nowhere: nowhere.md", errors);
            Assert.Contains("docs/cmdlets/es/New-PaymentCustomer.md(1): The page is missing.", errors);
            Assert.False(Directory.Exists(Path.Combine(root, "module")));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static CmdletHelp? Read(string text, out IReadOnlyList<HelpProblem> all)
    {
        var problems = new HelpProblems("p.md");
        var help = CmdletPage.Read(MarkdownPage.Read(text, problems, out _)!, Shape, HelpLanguage.English, problems);
        all = problems.All;
        return help;
    }

    private static List<string> Topic(string text)
    {
        var problems = new HelpProblems("p.md");
        TopicWriter.Write(MarkdownPage.Read(text, problems, out _)!, HelpLanguage.English, problems);
        return [.. problems.All.Select(problem => problem.ToString())];
    }
}
