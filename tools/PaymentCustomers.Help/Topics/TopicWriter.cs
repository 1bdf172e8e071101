using PaymentCustomers.Help.Markdown;

namespace PaymentCustomers.Help.Topics;

/// <summary>Writes the text of an about topic, which Get-Help shows unchanged.</summary>
internal sealed class TopicWriter(HelpLanguage language, HelpProblems problems)
{
    public const int Width = 80;

    /// <summary>PowerShell's list of topics shows only the fifth line of the text, which must follow this heading.</summary>
    private const string Summary = "SHORT DESCRIPTION";

    private const int Indent = 4;

    private readonly List<string> _lines = [];

    public static string Write(Section page, HelpLanguage language, HelpProblems problems) =>
        new TopicWriter(language, problems).Write(page);

    private string Write(Section page)
    {
        if (page.Blocks.Count > 0 || page.Sections is not [{ Title: Summary, Blocks: [Paragraph summary], Sections: [] }, ..])
        {
            problems.Add(page.Line, $"A topic begins with '## {Summary}' and one paragraph.");
            return "";
        }

        if (Indent + summary.Text.Length > Width)
            problems.Add(summary.Line, $"A topic's short description has {Width - Indent} characters at most, not {summary.Text.Length}.");

        Add(page.Line, 0, language.Heading("TOPIC"));
        Add(page.Line, Indent, page.Title);
        foreach (var section in page.Sections)
        {
            Add(section.Line, 0, "", language.Heading(section.Title));
            Write(section.Blocks, isFirst: true);
            foreach (var part in section.Sections)
            {
                AddTitle(part.Line, part.Title);
                Write(part.Blocks, isFirst: true);
            }
        }

        return string.Join('\n', _lines) + "\n";
    }

    private void Write(IReadOnlyList<Block> blocks, bool isFirst)
    {
        foreach (var block in blocks)
        {
            if (!isFirst && block is not Placeholder)
                _lines.Add("");
            isFirst = false;
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Add(block.Line, Indent, [.. TextLayout.Wrap(paragraph.Text, Width - Indent)]);
                break;
            case ListBlock list:
                foreach (var entry in list.Entries)
                    Add(entry);
                break;
            case CodeBlock code:
                Add(block.Line, 2 * Indent, [.. code.Lines]);
                break;
            case Table table:
                Add(block.Line, Indent, [.. TextLayout.Table(table.Rows, Width - Indent)]);
                break;
            case Placeholder { Name: "fields" }:
                foreach (var (provider, table) in FieldTables.Write(language, block.Line))
                {
                    AddTitle(block.Line, provider);
                    Write(table);
                }

                Write([new Paragraph(block.Line, [language.FieldLegend])], isFirst: false);
                break;
            default:
                problems.Add(block.Line, "Nothing is known to stand here but <!-- fields -->.");
                break;
        }
    }

    private void Add(ListEntry entry)
    {
        var hanging = entry.Mark.Length + 1;
        var lines = TextLayout.Wrap(entry.Text, Width - Indent - hanging);
        Add(entry.Line, Indent, $"{entry.Mark} {lines[0]}");
        Add(entry.Line, Indent + hanging, [.. lines.Skip(1)]);
    }

    private void AddTitle(int line, string title) => Add(line, Indent / 2, "", title);

    private void Add(int line, int indent, params ReadOnlySpan<string> lines)
    {
        foreach (var text in lines)
        {
            var full = (new string(' ', indent) + text).TrimEnd();
            if (full.Length > Width)
                problems.Add(line, $"This needs {full.Length - Width} columns more than the {Width} there are: {text.Trim()}");
            _lines.Add(full);
        }
    }
}
