using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

public sealed partial class JournalFileTests : RunTest
{
    private const string Header =
        """{"format":"payment-customers-journal","version":1,"provider":"OnePay","environment":"Sandbox","account":"f"}""";

    private Target Target => OnePay(Serve(request => Answer.Customer(request.Person)));

    // Lines are collected and written together. A line is also written if no caller waits for it.
    [Fact]
    public async Task A_row_is_sent_and_recorded_even_if_no_caller_waits_for_it()
    {
        SkipWhereNobodyCanReadWhatIsOpen();
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        await using var journal = FileJournal.Open(JournalPath, target.Connection);
        await using var run = new CustomerRun(target.Client, OneByOne, journal, Cancel);

        run.Submit(target.Row(1));

        await server.WhenAskedAsync(1);
        while (!run.TryTake(out _))
            await Task.Yield();
        while (!(await ReadWhileOpenAsync()).Contains("\"state\":\"created\"", StringComparison.Ordinal))
            await Task.Yield();
    }

    [Fact]
    public async Task A_small_run_writes_exactly_these_lines()
    {
        SkipWhereNobodyCanReadWhatIsOpen();
        var read = "";
        var server = Serve(async request =>
        {
            if (request.Person == 1)
                read = await ReadWhileOpenAsync();
            return request.Person == 2 ? Answer.Json(422, """{"message":"bad"}""") : Answer.Customer(request.Person);
        });
        var target = OnePay(server);
        var rows = target.Rows(3);

        await target.RunAsync(rows, JournalPath, OneByOne with { Window = 1 }, Cancel);

        // The test's clock does not move. JournalIntegrityTests tests the checksums.
        var at = "\"at\":\"" + JournalFormat.Time(Clock.GetUtcNow()) + "\"";
        var header = $$"""{"format":"payment-customers-journal","version":2,"provider":"OnePay","environment":"Sandbox","account":"{{target.Connection.Account}}","contentRules":2,{{at}}}""";
        var started = $$"""{{{at}},"row":1,"key":"{{rows[0].Key}}","state":"started"}""";
        Assert.Equal($"{header}\n{started}\n", WithoutSums(read));
        Assert.Equal(
            string.Join('\n',
                header,
                started,
                $$"""{{{at}},"row":1,"key":"{{rows[0].Key}}","state":"created","id":"{{Answer.Id(1)}}"}""",
                $$"""{{{at}},"row":2,"key":"{{rows[1].Key}}","state":"started"}""",
                $$"""{{{at}},"row":2,"key":"{{rows[1].Key}}","state":"failed","error":"ProviderRejected","status":422}""",
                $$"""{{{at}},"row":3,"key":"{{rows[2].Key}}","state":"started"}""",
                $$"""{{{at}},"row":3,"key":"{{rows[2].Key}}","state":"created","id":"{{Answer.Id(3)}}"}""",
                ""),
            WithoutSums(await File.ReadAllTextAsync(JournalPath, Cancel)));
    }

    [Fact]
    public async Task Each_row_is_recorded_as_started_on_the_disk_before_its_request_is_sent()
    {
        SkipWhereNobodyCanReadWhatIsOpen();
        var missing = new List<string>();
        var server = Serve(async request =>
        {
            var key = request.Header("x-idempotency")!;
            if (!(await ReadWhileOpenAsync()).Contains($"\"key\":\"{key}\",\"state\":\"started\",\"sum\":", StringComparison.Ordinal))
                missing.Add(key);
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);

        await target.RunAsync(target.Rows(30), JournalPath, cancellation: Cancel);

        Assert.Empty(missing);
    }

    [Fact]
    public async Task A_journal_contains_no_personal_data_and_no_secret()
    {
        var server = Serve(request => request.Person % 3 == 0
            ? Answer.Json(422, $$"""{"message":"{{Runs.Target.LastName}} row{{request.Person}}@example.com {{Runs.Target.OnePaySecret}}"}""")
            : Answer.Customer(request.Person));
        var target = OnePay(server);

        await target.RunAsync(target.Rows(9), JournalPath, cancellation: Cancel);

        var text = await File.ReadAllTextAsync(JournalPath, Cancel);
        Assert.All(
            ["example", Runs.Target.FirstName, Runs.Target.LastName, "ñozábal", "3001234567", "10000000", Runs.Target.OnePaySecret, "secret", "sk_test"],
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_run_on_a_journal_in_use_is_refused()
    {
        var target = Target;
        await using var first = FileJournal.Open(JournalPath, target.Connection);

        var error = Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, target.Connection)).Error;

        Assert.Equal(PaymentErrorId.JournalLocked, error.Id);
        Assert.Contains("in use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_can_be_opened_again_after_its_run_has_ended()
    {
        var target = Target;
        await (FileJournal.Open(JournalPath, target.Connection)).DisposeAsync();

        await using var second = FileJournal.Open(JournalPath, target.Connection);

        Assert.NotNull(second);
    }

    [Fact]
    public async Task A_journal_of_another_provider_environment_or_account_is_refused_and_not_changed()
    {
        var mine = Runs.Target.Dots(new Uri("http://127.0.0.1:1"), Clock, account: "shop");
        Write($$"""{"format":"payment-customers-journal","version":1,"provider":"Dots","environment":"Sandbox","account":"shop"}""" + "\n");
        await FileJournal.Open(JournalPath, mine.Connection).DisposeAsync();
        Target[] others =
        [
            Target,
            Runs.Target.Dots(new Uri("http://127.0.0.1:1"), Clock, account: "shop", environment: PaymentEnvironment.Production),
            Runs.Target.Dots(new Uri("http://127.0.0.1:1"), Clock, account: "other"),
        ];

        var messages = others.Select(other => Refused(PaymentErrorId.JournalMismatch, other)).ToArray();

        Assert.Contains("belongs to another provider: Dots, not OnePay", messages[0], StringComparison.Ordinal);
        Assert.Contains("belongs to another environment: Sandbox, not Production", messages[1], StringComparison.Ordinal);
        Assert.Contains("belongs to another account: shop, not other", messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_a_later_version_is_refused_and_not_changed()
    {
        Write(Header.Replace("\"version\":1", "\"version\":3", StringComparison.Ordinal) + "\n{\"new\":true}\n");

        Assert.Contains("has format version 3", Refused(PaymentErrorId.JournalMismatch, Target), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("first_name,last_name,email\nAna,Muñoz,ana@example.com\n")]
    [InlineData("first_name,last_name,email")]
    [InlineData("x")]
    [InlineData("\n")]
    [InlineData("{}\n")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"another\"}\n")]
    [InlineData("{\"format\":\"payment-customers-journey")]
    [InlineData("{\"format\":\"payment-customers-journal\"\n")]
    [InlineData("null\n")]
    [InlineData("[1]\n")]
    [InlineData("\uFEFF{\"format\":\"payment-customers-journal\",\"version\":1}\n")]
    public void A_file_that_is_not_a_journal_is_refused_and_not_changed(string content)
    {
        Write(content);

        Refused(PaymentErrorId.JournalMismatch, Target);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(200_000)]
    public void A_binary_file_is_refused_and_not_changed(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(JournalPath, bytes);

        Refused(PaymentErrorId.JournalMismatch, Target);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_journal()
    {
        Write("");

        await FileJournal.Open(JournalPath, Target.Connection).DisposeAsync();

        Assert.StartsWith("{\"format\":\"payment-customers-journal\",\"version\":2,", await File.ReadAllTextAsync(JournalPath, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_cannot_be_opened_is_an_error()
    {
        var target = Target;

        Assert.Equal(
            PaymentErrorId.JournalFailed,
            Assert.Throws<PaymentException>(() => FileJournal.Open(Path.Combine(JournalPath, "none", "j"), target.Connection)).Error.Id);
        Assert.Equal(
            PaymentErrorId.JournalFailed,
            Assert.Throws<PaymentException>(() => FileJournal.Open(Path.GetDirectoryName(JournalPath)!, target.Connection)).Error.Id);
    }

    private static string WithoutSums(string text) => SumPattern().Replace(text, "}");

    [GeneratedRegex(",\"sum\":\"[0-9a-f]{8}\"}")]
    private static partial Regex SumPattern();

    /// <summary>The file lock only binds programs that ask for it, such as those on .NET. The cat program does not.</summary>
    private async Task<string> ReadWhileOpenAsync()
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [JournalPath]) { RedirectStandardOutput = true })!;
        return await cat.StandardOutput.ReadToEndAsync(Cancel);
    }

    private static void SkipWhereNobodyCanReadWhatIsOpen()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("On Windows the lock binds everybody: nobody can read a journal that is open.");
    }

    private void Write(string content) => File.WriteAllText(JournalPath, content, new UTF8Encoding(false));

    private string Refused(PaymentErrorId id, Target target)
    {
        var before = File.ReadAllBytes(JournalPath);
        var error = Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, target.Connection)).Error;
        Assert.Equal(id, error.Id);
        Assert.Contains("It was not changed.", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.RecommendedAction);
        Assert.Equal(before, File.ReadAllBytes(JournalPath));
        return error.Message;
    }
}
