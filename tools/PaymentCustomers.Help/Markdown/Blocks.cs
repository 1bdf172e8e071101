namespace PaymentCustomers.Help.Markdown;

/// <summary>A part of a page as plain text, because help supports neither bold text nor links.</summary>
/// <param name="Line">The line where it starts, from 1.</param>
internal abstract record Block(int Line);

/// <param name="Line">The line where it starts.</param>
/// <param name="Lines">The text, with the line breaks of the source.</param>
internal sealed record Paragraph(int Line, string[] Lines) : Block(Line)
{
    public string Text => string.Join(' ', Lines);
}

internal sealed record ListBlock(int Line, IReadOnlyList<ListEntry> Entries) : Block(Line);

/// <param name="Line">The line where it starts.</param>
/// <param name="Mark">The list marker: a hyphen or a number.</param>
/// <param name="Text">The text.</param>
/// <param name="Links">The links in it.</param>
internal sealed record ListEntry(int Line, string Mark, string Text, IReadOnlyList<Link> Links);

internal sealed record CodeBlock(int Line, string Language, IReadOnlyList<string> Lines) : Block(Line)
{
    public string Text => string.Join('\n', Lines);
}

/// <param name="Line">The line where it starts.</param>
/// <param name="Rows">The rows. The first one contains the headings.</param>
internal sealed record Table(int Line, IReadOnlyList<IReadOnlyList<string>> Rows) : Block(Line);

/// <summary>A placeholder for generated content: a comment that contains only its name.</summary>
internal sealed record Placeholder(int Line, string Name) : Block(Line);

internal sealed record Link(int Line, string Text, string Target)
{
    public bool IsAddress => Target.StartsWith("https://", StringComparison.Ordinal);
}

/// <summary>A heading and the content below it, up to the next heading.</summary>
internal sealed record Section(int Line, int Level, string Title)
{
    public List<Block> Blocks { get; } = [];

    public List<Section> Sections { get; } = [];
}
