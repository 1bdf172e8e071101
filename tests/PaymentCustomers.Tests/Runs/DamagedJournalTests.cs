using System.Reflection;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class DamagedJournalTests : RunTest
{
    [Fact]
    public async Task A_journal_cut_at_any_byte_is_continued_and_no_customer_is_created_twice()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        await target.RunAsync(target.Rows(3), JournalPath, OneByOne with { Window = 1 }, Cancel);
        var whole = await File.ReadAllBytesAsync(JournalPath, Cancel);
        var header = Array.IndexOf(whole, (byte)'\n');
        var ids = emulator.Store.DotsCustomers.Select(customer => customer.Id).ToArray();

        for (var length = header + 1; length <= whole.Length; length++)
        {
            // A crash at this point cannot have sent what the cut journal does not contain.
            var text = System.Text.Encoding.UTF8.GetString(whole[..length]);
            var sent = text[..(text.LastIndexOf('\n') + 1)].Split('\n').Count(line => line.Contains("started", StringComparison.Ordinal));
            await File.WriteAllBytesAsync(JournalPath, whole[..length], Cancel);
            File.SetLastWriteTimeUtc(JournalPath, Clock.Start.UtcDateTime.AddDays(-1));

            var report = await target.RunAsync(target.Rows(3).Take(sent), JournalPath, cancellation: Cancel);

            Assert.Equal(ids.Take(sent), report.Ids);
            Assert.Equal(3, emulator.Store.DotsCount);
            var lines = await File.ReadAllLinesAsync(JournalPath, Cancel);
            Assert.All(lines.Where(line => !line.StartsWith("{\"format\"", StringComparison.Ordinal)), line => Assert.NotNull(JournalFormat.ReadEntry(System.Text.Encoding.UTF8.GetBytes(line))));
        }
    }

    [Fact]
    public async Task A_journal_cut_within_its_header_is_started_again()
    {
        var target = OnePay(Serve(request => Answer.Customer(request.Person)));
        var options = new JournalOptions { Clock = Clock };
        await FileJournal.Open(JournalPath, target.Connection, options).DisposeAsync();
        var header = await File.ReadAllBytesAsync(JournalPath, Cancel);

        for (var length = 0; length < header.Length; length++)
        {
            await File.WriteAllBytesAsync(JournalPath, header[..length], Cancel);
            await FileJournal.Open(JournalPath, target.Connection, options).DisposeAsync();
            Assert.Equal(header, await File.ReadAllBytesAsync(JournalPath, Cancel));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("garbage")]
    [InlineData("{\"row\":0,\"key\":\"k\",\"state\":\"started\"}")]
    [InlineData("{\"row\":1,\"key\":\"\",\"state\":\"started\"}")]
    [InlineData("{\"row\":1,\"key\":\"k\",\"state\":\"begun\"}")]
    [InlineData("{\"row\":1,\"key\":\"k\",\"state\":\"started\"} x")]
    [InlineData("{\"row\":1,\"key\":\"k\",\"state\":\"started\"}{\"row\":1,\"key\":\"k\",\"state\":\"started\"}")]
    [InlineData("{\"row\":\"1\",\"key\":\"k\",\"state\":\"started\"}")]
    [InlineData("{\"row\":1.5,\"key\":\"k\",\"state\":\"started\"}")]
    [InlineData("{\"row\":1,\"key\":{},\"state\":\"started\"}")]
    [InlineData("{\"row\":1,\"key\":\"\\ud800\",\"state\":\"started\"}")]
    [InlineData("{\"row\":1,\"key\":\"k\",\"state\":null}")]
    [InlineData("{\"row\":1,\"key\":\"k\",\"state\":\"created\",\"id\":[]}")]
    [InlineData("{\"row\":1,\"key\":\"12345678901234567890123456789012345678901234567890123456789012345\",\"state\":\"started\"}")]
    [InlineData("\0\0\0\0")]
    public async Task A_journal_damaged_in_the_middle_is_not_changed_and_the_error_names_the_line(string broken)
    {
        var target = OnePay(Serve(_ => Answer.Silent));
        await AppendAsync(target, $"{Started(1)}\n{broken}\n{Started(2)}\n");

        await RefusedAsync(target, line: 3);
    }

    [Fact]
    public async Task The_error_for_a_line_that_never_ends_names_its_number()
    {
        var target = OnePay(Serve(_ => Answer.Silent));
        await AppendAsync(target, $"{Started(1)}\n{new string('x', 70_000)}");

        await RefusedAsync(target, line: 3);
    }

    [Fact]
    public async Task Every_damaged_byte_within_a_line_is_detected_or_changes_nothing()
    {
        var target = OnePay(Serve(_ => Answer.Silent));
        await AppendAsync(target, $"{Started(1)}\n{Started(2)}\n{Started(3)}\n");
        var bytes = await File.ReadAllBytesAsync(JournalPath, Cancel);
        var start = Array.IndexOf(bytes, (byte)'\n') + 1;

        for (var i = start; i < bytes.Length - 1; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] = 0xFF;
            await File.WriteAllBytesAsync(JournalPath, changed, Cancel);
            Assert.Equal(PaymentErrorId.JournalCorrupt, Assert.Throws<PaymentException>(() => JournalReader.ReadLast(JournalPath)).Error.Id);
            Assert.Equal(changed, await File.ReadAllBytesAsync(JournalPath, Cancel));
        }
    }

    [Fact]
    public async Task Members_that_a_later_version_adds_are_ignored()
    {
        var target = OnePay(Serve(_ => Answer.Silent));
        await AppendAsync(target, """{"row":1,"new":{"a":[1]},"key":"k","state":"created","id":"i","more":null}""" + "\n");

        Assert.Equal(new JournalEntry(1, "k", KeyState.Created) { Id = "i" }, Assert.Single(JournalReader.ReadLast(JournalPath)));
    }

    [Fact]
    public async Task A_large_journal_is_read_completely_and_in_order()
    {
        var target = OnePay(Serve(_ => Answer.Silent));
        await AppendAsync(target, string.Concat(Enumerable.Range(1, 5000).Select(row => $"{Started(row)}\n")));

        var entries = JournalReader.ReadLast(JournalPath);

        Assert.Equal(Enumerable.Range(1, 5000).Select(row => (long)row), entries.Select(entry => entry.Row));
    }

    [Fact]
    public async Task Nothing_is_sent_after_the_journal_can_no_longer_be_written()
    {
        if (!File.Exists("/dev/full"))
            Assert.Skip("There is no device here that is always full.");
        FileJournal journal = null!;
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var server = Serve(request =>
        {
            if (request.Person == 5)
                StreamOf(journal).SetValue(WriterOf(journal), full);
            return Answer.Customer(request.Person);
        });
        var target = OnePay(server);
        journal = FileJournal.Open(JournalPath, target.Connection);
        var before = (FileStream)StreamOf(journal).GetValue(WriterOf(journal))!;

        var report = await target.RunAsync(target.Rows(30), OneByOne with { Window = 1 }, journal, Cancel);
        await journal.DisposeAsync();
        await before.DisposeAsync();

        Assert.Equal(PaymentErrorId.JournalFailed, report.Stopped!.Id);
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal((5, 25), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.NotSent]));
        Assert.Equal(5, JournalReader.ReadLast(JournalPath).Count);
    }

    [Fact]
    public async Task Any_exception_while_the_journal_is_written_stops_the_run()
    {
        var target = OnePay(Serve(request => Answer.Customer(request.Person)));
        var journal = FileJournal.Open(JournalPath, target.Connection);
        // A closed file does not throw an IOException, and neither does a file that has reached its size limit.
        await ((FileStream)StreamOf(journal).GetValue(WriterOf(journal))!).DisposeAsync();

        var report = await target.RunAsync(target.Rows(3), journal: journal, cancellation: Cancel).WaitAsync(Patience, Cancel);
        await journal.DisposeAsync();

        Assert.Equal(PaymentErrorId.JournalFailed, report.Stopped!.Id);
        Assert.Equal(3, report.Counts[CustomerOutcome.NotSent]);
    }

    private static object WriterOf(FileJournal journal) =>
        typeof(FileJournal).GetField("_writer", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(journal)!;

    private static FieldInfo StreamOf(FileJournal journal) =>
        WriterOf(journal).GetType().GetField("_stream", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static string Started(int row) => $$"""{"row":{{row}},"key":"pc1-{{row:D43}}","state":"started"}""";

    /// <summary>Writes a journal of format 1, whose lines have no checksum.</summary>
    private async Task AppendAsync(Target target, string text)
    {
        var header = $$"""{"format":"payment-customers-journal","version":1,"provider":"OnePay","environment":"Sandbox","account":"{{target.Connection.Account}}"}""";
        await File.WriteAllTextAsync(JournalPath, $"{header}\n{text}", new System.Text.UTF8Encoding(false), Cancel);
    }

    private async Task RefusedAsync(Target target, int line)
    {
        var before = await File.ReadAllBytesAsync(JournalPath, Cancel);
        var opening = Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, target.Connection)).Error;
        var reading = Assert.Throws<PaymentException>(() => JournalReader.ReadLast(JournalPath)).Error;
        Assert.Equal((PaymentErrorId.JournalCorrupt, PaymentErrorId.JournalCorrupt), (opening.Id, reading.Id));
        Assert.Contains($"is damaged in line {line}. It was not changed.", opening.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(JournalPath, Cancel));
    }
}
