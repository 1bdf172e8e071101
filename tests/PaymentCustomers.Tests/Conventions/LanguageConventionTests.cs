using System.Text.RegularExpressions;

namespace PaymentCustomers.Tests.Conventions;

public sealed partial class LanguageConventionTests
{
    private static readonly IReadOnlyList<SourceFile> Speaking =
        [.. Sources.Of("PaymentCustomers.Engine").Concat(Sources.Of("PaymentCustomers.PowerShell"))];

    private static readonly IReadOnlyList<SourceFile> Messages =
        [.. Speaking.Where(file => Path.GetFileName(file.Path).EndsWith("Messages.cs", StringComparison.Ordinal))];

    // What is not written any more, and what is written instead. A new term that design, messages and help agree on is added here.
    private static readonly (string Old, string Standard)[] Terms =
    [
        (@"(?<!\bthere )\b(is|are) no (?!longer\b|reason\b)", "is not a"),
        (@"\bpass(es|ed)? over\b", "skip"),
        (@"\bturned away\b", "rejected"),
        (@"\btwins?\b", "duplicate row"),
        (@"\bfound wanting\b", "is not valid"),
        (@"\bfor want of\b", "because ... is missing"),
        (@"\bwhom\b", "the customer that"),
        (@"\bsees to it\b", "makes sure"),
        (@"\bnone is there\b", "does not exist"),
        (@"\bthere are:", "use one of:"),
        (@"\bwritten over\b", "overwritten"),
        (@"\bin a row (failed|found)\b", "consecutive rows"),
        (@"\bharmless\b", "safe to repeat; does not create a second customer"),
        (@"\bmend(s|ed)?\b", "correct, repair"),
        (@"\b(was|were|is|not) begun\b", "started"),
        (@"\bnobody (is )?there\b|\bnobody to ask\b", "the session is not interactive"),
        (@"\bwas not there\b|\bout of order\b", "is not available"),
        (@"\bthe same again\b", "the same command again"),
        (@"\bkept back\b", "not sent"),
        (@"\bwhole address\b(?=,? such as)", "complete address"),
        (@"\b(leave|take)s? \S+ away\b", "omit, remove"),
        (@"\btell(s|ing)? (nobody|no one)\b", "does not report"),
        (@"\bSendGate\b", "request throttle"),
        (@"\bPermits\b", "concurrency limiter"),
        (@"\bpas(ó|aron) por alto\b", "se omitió"),
        (@"\blo mismo (de nuevo|otra vez)\b", "el mismo comando de nuevo"),
        (@"\ben claro\b", "sin cifrar"),
        (@"\bExisten:", "use uno de estos:"),
        (@"\binofensiv[oa]s?\b", "evita un segundo cliente"),
        (@"\bhallad[oa]s? en falta\b", "no es válido"),
    ];

    // What people read: the sentences of the programs, help, pages, samples and scripts; and the names of types.
    private static readonly IReadOnlyList<SourceFile> Read =
    [
        .. Sources.Of().Select(file => file with { Text = Literals(file.Text) }),
        .. from folder in (string[])["docs", "module", "samples", "demo"]
           from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories)
           // Licences keep their words.
           where Path.GetFileName(path) != "THIRD-PARTY-NOTICES.txt" && (Path.GetExtension(path) is ".md" or ".txt" or ".xml" or ".ps1xml" or ".ps1" or ".yml" or ".yaml")
           select Text(Path.GetRelativePath(Repository.Root, path)),
        .. from path in (string[])["README.md", "CONTRIBUTING.md", "SECURITY.md", "build.ps1"] select Text(path),
    ];

    private static readonly IReadOnlyList<SourceFile> Others =
        [.. Speaking.Except(Messages).Where(file => !file.Path.EndsWith("/Countries.cs", StringComparison.Ordinal))];

    [Fact]
    public void There_are_messages_of_the_engine_and_of_the_cmdlets() => Assert.Equal(
        ["PaymentCustomers.Engine", "PaymentCustomers.PowerShell"],
        Messages.Select(file => file.Path.Split('/')[1]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_rule_knows_a_sentence_when_it_sees_one()
    {
        Assert.True(IsSentence("""WriteWarning("No rows were received.");"""));
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

    [Theory]
    [InlineData("'x' is no provider. There are: Dots.", 2)]
    [InlineData("20 rows in a row failed because OnePay was not there", 2)]
    [InlineData("Its key makes a repeated create harmless.", 1)]
    [InlineData("One row was blank and was passed over.", 1)]
    [InlineData("Una fila estaba en blanco y se pasó por alto.", 1)]
    [InlineData("There is no connection to Dots. It is no longer open, and its rows were taken over.", 0)]
    public void The_rule_knows_the_old_terms(string sentence, int found) =>
        Assert.Equal(found, Terms.Count(term => Regex.IsMatch(sentence, term.Old, RegexOptions.IgnoreCase)));

    [Fact]
    public void There_is_much_to_read() => Assert.True(Read.Count > 400 && Read.Count(file => file.Text.Length > 0) > 200);

    [Fact]
    public void No_old_term_is_used() => Assert.Equal(
        [],
        from file in Read
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from term in Terms
        let old = Regex.Match(line.Text, term.Old, RegexOptions.IgnoreCase)
        where old.Success
        select $"{file.Path}({line.Number}): '{old.Value}' is '{term.Standard}': {line.Text.Trim()}");

    private static SourceFile Text(string path) => new(path.Replace('\\', '/'), Sources.Read(path));

    // Each line's literals, and the types that it declares.
    private static string Literals(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            ? ""
            : string.Join(' ', Literal().Matches(line).Select(literal => literal.Groups[1].Value).Concat(Type().Matches(line).Select(type => type.Groups[1].Value)))));

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface) (\w+)")]
    private static partial Regex Type();

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
