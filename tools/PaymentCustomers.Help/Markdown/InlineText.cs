using System.Text;
using Markdig.Syntax.Inlines;

namespace PaymentCustomers.Help.Markdown;

/// <summary>Converts the content of a paragraph to plain text, and collects its links.</summary>
internal sealed class InlineText(HelpProblems problems)
{
    private readonly List<Link> _links = [];

    public IReadOnlyList<Link> Links => _links;

    /// <summary>The text. Line breaks of the source are kept.</summary>
    public string Read(ContainerInline? container)
    {
        var text = new StringBuilder();
        foreach (var inline in container ?? [])
            text.Append(Read(inline));
        return text.ToString();
    }

    private string Read(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                return literal.Content.ToString();
            case CodeInline code:
                return code.Content;
            case EmphasisInline emphasis:
                return Read((ContainerInline)emphasis);
            case LineBreakInline { IsHard: false }:
                return "\n";
            case HtmlEntityInline entity:
                return entity.Transcoded.ToString();
            case AutolinkInline { IsEmail: false } link:
                _links.Add(new Link(link.Line + 1, link.Url, link.Url));
                return link.Url;
            case LinkInline { IsImage: false, Url: { } target } link:
                var text = Read((ContainerInline)link);
                _links.Add(new Link(link.Line + 1, text, target));
                return _links[^1].IsAddress && text != target ? $"{text} ({target})" : text;
            default:
                problems.Add(inline.Line + 1, $"Help cannot show this ({inline.GetType().Name}).");
                return "";
        }
    }
}
