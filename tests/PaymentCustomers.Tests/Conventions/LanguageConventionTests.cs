using System.Text.RegularExpressions;

namespace PaymentCustomers.Tests.Conventions;

public sealed partial class LanguageConventionTests
{
    private static readonly IReadOnlyList<SourceFile> Speaking =
        [.. Sources.Of("PaymentCustomers.Engine").Concat(Sources.Of("PaymentCustomers.PowerShell"))];

    private static readonly IReadOnlyList<SourceFile> Messages =
        [.. Speaking.Where(file => Path.GetFileName(file.Path).EndsWith("Messages.cs", StringComparison.Ordinal))];

    private static readonly IReadOnlyList<SourceFile> Others =
        [.. Speaking.Except(Messages).Where(file => !file.Path.EndsWith("/Countries.cs", StringComparison.Ordinal))];

    [Fact]
    public void There_are_messages_of_the_engine_and_of_the_cmdlets() => Assert.Equal(
        ["PaymentCustomers.Engine", "PaymentCustomers.PowerShell"],
        Messages.Select(file => file.Path.Split('/')[1]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_rule_knows_a_sentence_when_it_sees_one()
    {
        Assert.True(IsSentence("""WriteWarning("No row came in.");"""));
        Assert.True(IsSentence("""new PaymentError(id, $"{provider} answered {Number(status)}")"""));
        Assert.True(IsSentence("""$"a, b: {string.Join(", ", names)} were left out" """));
        Assert.False(IsSentence("""WriteWarning(Messages.NoRow);"""));
        Assert.False(IsSentence("""$"{RowMessages.Row(row)}: {error.Message}" """));
        Assert.False(IsSentence("""    /// <summary>Says "no row came".</summary>"""));
    }

    // Messages for programmers may be English: they say that the code is wrong, not the input.
    [Fact]
    public void Every_sentence_is_in_Messages() => Assert.Equal(
        [],
        from file in Others
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where IsSentence(line.Text) && !NotForPeople().IsMatch(line.Text)
        select $"{file.Path}({line.Number}): {line.Text.Trim()}");

    // A static that holds a message holds the language of whoever came first.
    [Fact]
    public void No_message_is_kept() => Assert.Equal(
        [], Sources.Places(Speaking, @"\b(const|static readonly)\b.*=.*(Messages\.|\bSay\()|get; \} = .*Messages\."));

    [Fact]
    public void No_class_of_messages_has_a_field() => Assert.Equal(
        [], Sources.Places(Messages, @"\b(const|readonly)\b|\bget; \}"));

    private static bool IsSentence(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        && Literal().Matches(Comment().Replace(line, "")).Any(literal => Words().IsMatch(Hole().Replace(literal.Groups[1].Value, "0")));

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\s//\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{[^{}]*\}?")]
    private static partial Regex Hole();

    // A word and a space beside it.
    [GeneratedRegex(@"\p{L}{2,}[.,:]? | \p{L}{2,}")]
    private static partial Regex Words();

    // Thrown at programmers; caught where JSON is read; forms of dates; code that the compiler writes; columns and words of
    // spreadsheets, which are read and not said; tags of a page.
    [GeneratedRegex(@"""<[!\w]|new (InvalidOperation|Json)Exception\(|\byyyy\b|dd-MMM-yy|yyyy-MM-dd|GeneratedRegex|\{ Columns = \[|^ +\[""[^""]+""\] = ""\w+"",$")]
    private static partial Regex NotForPeople();
}
