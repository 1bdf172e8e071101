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

    // The same for comments, whose readers have not seen the project before. A comment names who acts: the user, a worker, a caller.
    private static readonly (string Old, string Standard)[] CommentTerms =
    [
        .. Terms,
        (@"\b(nobody|somebody|everybody|anybody|whoever)\b", "the user, a worker, a caller, or: it is not known"),
        (@"\bbegun\b", "started"),
        (@"\bgiven out\b|\bhand(s|ed|ing)? out\b", "returned"),
        (@"\b(on (its|their)|under) way\b", "in progress"),
        (@"\bin the midst\b", "during"),
        (@"\b(is|are|was|were|be) told\b|\btold of\b", "is reported, receives"),
        (@"\bwitness\b|\bbelieve[ds]?\b", "proof, trust, verify"),
        (@"\bas (it|they) came\b", "unchanged"),
        (@"\b(came|comes|became|becomes?) of\b|\bcame to\b", "result, outcome"),
        (@"\bstruck\b|\bstrikes?\b|\bsuffers?\b", "is affected by"),
        (@"\blies? (in|beside|on|behind|where|below)\b", "is in, is next to"),
        (@"\bstands? (in|beside|behind|where|there|on|before|under|twice|at|below)\b", "is in, occurs"),
        (@"(?<!\bthere )\b(is|are) none\b", "is not"),
        (@"\bgo(es)? on\b", "continue"),
        (@"\banew\b", "again"),
        (@"\bhonest\b", "correct, consistent"),
        (@"\bthe house\b", "the project"),
    ];

    private static readonly IReadOnlyList<SourceFile> Comments =
    [
        .. from folder in (string[])["src", "bench", "tools"]
           from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
           let file = Text(Path.GetRelativePath(Repository.Root, path))
           where !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal)
           select file with { Text = CommentsOf(file.Text) },
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

    [Theory]
    [InlineData("    // As often is a run started again that stopped, once nothing is on its way any more.", 1)]
    [InlineData("    /// <summary>What became of a row. Nobody can say whether it lies in the store.</summary>", 3)]
    [InlineData("    var went = Take(row); // What cannot be read stands there as it came.", 2)]
    [InlineData("    /// <param name=\"Begun\">When the run started; null if there is none.</param>", 0)]
    [InlineData("    var text = \"nobody\";", 0)]
    [InlineData("    // The outcome of a row. It is not known whether the customer was created.", 0)]
    public void The_rule_knows_the_old_terms_in_comments(string line, int found) =>
        Assert.Equal(found, CommentTerms.Count(term => Regex.IsMatch(CommentsOf(line), term.Old, RegexOptions.IgnoreCase)));

    [Fact]
    public void There_is_much_to_read()
    {
        Assert.True(Read.Count > 400 && Read.Count(file => file.Text.Length > 0) > 200);
        Assert.True(Comments.Count(file => file.Text.Trim().Length > 0) > 400);
    }

    [Fact]
    public void No_old_term_is_used() => Assert.Equal([], OldTerms(Read, Terms));

    [Fact]
    public void No_comment_uses_an_old_term() => Assert.Equal([], OldTerms(Comments, CommentTerms));

    // Regex.Match would parse each pattern again for every line: its cache holds fewer patterns than there are terms.
    private static IEnumerable<string> OldTerms(IReadOnlyList<SourceFile> files, (string Old, string Standard)[] terms)
    {
        var rules = terms.Select(term => (Old: new Regex(term.Old, RegexOptions.IgnoreCase), term.Standard)).ToList();
        return from file in files
               from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
               where !string.IsNullOrWhiteSpace(line.Text)
               from rule in rules
               let old = rule.Old.Match(line.Text)
               where old.Success
               select $"{file.Path}({line.Number}): '{old.Value}' is '{rule.Standard}': {line.Text.Trim()}";
    }

    private static SourceFile Text(string path) => new(path.Replace('\\', '/'), Sources.Read(path));

    // Each line's literals, and the types that it declares.
    private static string Literals(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            ? ""
            : string.Join(' ', Literal().Matches(line).Select(literal => literal.Groups[1].Value).Concat(Type().Matches(line).Select(type => type.Groups[1].Value)))));

    // Each line's comment, without the tags of its XML, which name code.
    private static string CommentsOf(string text) => string.Join('\n', text.Split('\n').Select(line => Tag().Replace(LineComment().Match(line).Value, "")));

    [GeneratedRegex(@"^\s*//.*$|\s//\s.*$")]
    private static partial Regex LineComment();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

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

    // Thrown at programmers; reasons for the compiler; caught where JSON is read; forms of dates; code that the compiler writes;
    // columns and words of spreadsheets, which are read and not said; tags of a page.
    [GeneratedRegex(@"""<[!\w]|new (InvalidOperation|Json)Exception\(|\bJustification = |\byyyy\b|dd-MMM-yy|yyyy-MM-dd|GeneratedRegex|\{ Columns = \[|^ +\[""[^""]+""\] = ""\w+"",$")]
    private static partial Regex NotForPeople();
}
