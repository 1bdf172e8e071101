namespace PaymentCustomers.Help.Markdown;

/// <summary>A part of a page, as plain text: help has no bold and no links inside.</summary>
/// <param name="Line">Where it begins, counted from 1.</param>
internal abstract record Block(int Line);

/// <param name="Line">Where it begins.</param>
/// <param name="Lines">The text, broken as in the source.</param>
internal sealed record Paragraph(int Line, string[] Lines) : Block(Line)
{
    public string Text => string.Join(' ', Lines);
}

internal sealed record ListBlock(int Line, IReadOnlyList<ListEntry> Entries) : Block(Line);

/// <param name="Line">Where it begins.</param>
/// <param name="Mark">What stands before it: a hyphen or a number.</param>
/// <param name="Text">The text.</param>
/// <param name="Links">The links in it.</param>
internal sealed record ListEntry(int Line, string Mark, string Text, IReadOnlyList<Link> Links);

internal sealed record CodeBlock(int Line, string Language, IReadOnlyList<string> Lines) : Block(Line)
{
    public string Text => string.Join('\n', Lines);
}

/// <param name="Line">Where it begins.</param>
/// <param name="Rows">The first one holds the headings.</param>
internal sealed record Table(int Line, IReadOnlyList<IReadOnlyList<string>> Rows) : Block(Line);

/// <summary>The place of something that the tool writes: a comment with its name alone.</summary>
internal sealed record Placeholder(int Line, string Name) : Block(Line);

internal sealed record Link(int Line, string Text, string Target)
{
    public bool IsAddress => Target.StartsWith("https://", StringComparison.Ordinal);
}

/// <summary>A heading and what stands under it, up to the next one.</summary>
internal sealed record Section(int Line, int Level, string Title)
{
    public List<Block> Blocks { get; } = [];

    public List<Section> Sections { get; } = [];
}
