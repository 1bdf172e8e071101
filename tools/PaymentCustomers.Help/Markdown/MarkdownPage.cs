using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace PaymentCustomers.Help.Markdown;

/// <summary>Reads a page. Reports what help cannot show, so that no content is lost silently.</summary>
internal sealed class MarkdownPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    private readonly HelpProblems _problems;
    private readonly InlineText _inlines;

    private MarkdownPage(HelpProblems problems)
    {
        _problems = problems;
        _inlines = new InlineText(problems);
    }

    /// <summary>The page's heading of the first level, with all other content below it; null if there is none.</summary>
    /// <param name="text">The page.</param>
    /// <param name="problems">Receives the problems of the page.</param>
    /// <param name="links">All links of the page.</param>
    public static Section? Read(string text, HelpProblems problems, out IReadOnlyList<Link> links)
    {
        var page = new MarkdownPage(problems);
        var title = page.Read(Markdig.Markdown.Parse(text, Pipeline));
        links = page._inlines.Links;
        return title;
    }

    private Section? Read(MarkdownDocument document)
    {
        var open = new Stack<Section>();
        foreach (var block in document)
        {
            var line = block.Line + 1;
            if (block is HeadingBlock heading)
            {
                while (open.Count > 1 && open.Peek().Level >= heading.Level)
                    open.Pop();
                var section = new Section(line, heading.Level, _inlines.Read(heading.Inline));
                if (heading.Level != (open.Count == 0 ? 1 : open.Peek().Level + 1) || heading.Level > 3)
                {
                    _problems.Add(line, "A page has one heading '#' at its beginning, '##' under it, and '###' under those.");
                    continue;
                }

                if (open.TryPeek(out var parent))
                    parent.Sections.Add(section);
                open.Push(section);
            }
            else if (open.Count == 0)
            {
                _problems.Add(line, "A page begins with its heading.");
                return null;
            }
            else if (Read(block, line) is { } part)
            {
                open.Peek().Blocks.Add(part);
            }
        }

        return open.LastOrDefault();
    }

    private Block? Read(Markdig.Syntax.Block block, int line)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                return new Paragraph(line, _inlines.Read(paragraph.Inline).Split('\n'));
            case FencedCodeBlock code:
                return new CodeBlock(line, code.Info ?? "", [.. code.Lines.Lines.Take(code.Lines.Count).Select(text => text.ToString().TrimEnd())]);
            case Markdig.Syntax.ListBlock list:
                return new ListBlock(line, [.. list.Cast<ListItemBlock>().Select(Entry)]);
            case Markdig.Extensions.Tables.Table table:
                return new Table(line, [.. table.Cast<TableRow>().Select(Row)]);
            case HtmlBlock html when html.Lines.ToString().Trim() is ['<', '!', '-', '-', .. var name, '-', '-', '>']:
                return new Placeholder(line, name.Trim());
            default:
                _problems.Add(line, $"Help cannot show this ({block.GetType().Name}).");
                return null;
        }
    }

    private ListEntry Entry(ListItemBlock item)
    {
        var line = item.Line + 1;
        var mark = item.Order > 0 ? $"{item.Order}." : "-";
        if (item is not [ParagraphBlock paragraph])
        {
            _problems.Add(line, "An entry of a list is one paragraph.");
            return new ListEntry(line, mark, "", []);
        }

        var before = _inlines.Links.Count;
        var text = _inlines.Read(paragraph.Inline).Replace('\n', ' ');
        return new ListEntry(line, mark, text, [.. _inlines.Links.Skip(before)]);
    }

    private IReadOnlyList<string> Row(TableRow row) =>
        [.. row.Cast<TableCell>().Select(cell => cell is [ParagraphBlock paragraph] ? _inlines.Read(paragraph.Inline) : "")];
}
