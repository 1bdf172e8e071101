using System.Buffers;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What is read of a journal while a run writes it, and its summary.</summary>
public sealed class JournalFollowTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2034, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("payment-customers-");

    private string JournalPath => Path.Combine(_folder.FullName, "journal.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void All_lines_are_read_first_and_then_those_that_are_added_even_in_pieces()
    {
        Write(Header(Time), [.. Enumerable.Range(1, 2_000).SelectMany(row => Line(row))], Line(2_001)[..10]);
        var rows = new List<long>();
        var counts = new List<int>();

        JournalReader.Follow(JournalPath, _ => { }, entry => rows.Add(entry.Row), () =>
        {
            counts.Add(rows.Count);
            switch (counts.Count)
            {
                case 1:
                    Write(Line(2_001)[10..20]);
                    return true;
                case 2:
                    Write(Line(2_001)[20..], Line(2_002));
                    return true;
                case 3:
                    Write(Line(2_003));
                    return true;
                default:
                    return false;
            }
        });

        Assert.Equal([2_000, 2_000, 2_002, 2_003], counts);
        Assert.Equal(Enumerable.Range(1, 2_003).Select(row => (long)row), rows);
    }

    [Fact]
    public void A_line_that_a_new_run_replaces_is_read_as_it_is_then()
    {
        Write(Header(Time), Line(1), Line(2)[..10]);
        var keys = new List<string>();
        var waits = 0;

        JournalReader.Follow(JournalPath, _ => { }, entry => keys.Add(entry.Key), () =>
        {
            if (waits++ > 0)
                return false;
            using var file = new FileStream(JournalPath, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.SetLength(Header(Time).Length + Line(1).Length);
            file.Seek(0, SeekOrigin.End);
            file.Write(Line(3));
            return true;
        });

        Assert.Equal(["key-1", "key-3"], keys);
    }

    [Fact]
    public void A_line_without_an_end_that_is_too_long_is_damage()
    {
        Write(Header(Time), Line(1), Encoding.UTF8.GetBytes(new string('x', JournalFormat.LongestLine + 1)));

        var e = Assert.Throws<PaymentException>(() => JournalReader.Follow(JournalPath, _ => { }, _ => { }, () => throw new InvalidOperationException("Nothing more can come.")));

        Assert.Equal(PaymentErrorId.JournalCorrupt, e.Error.Id);
    }

    [Fact]
    public void A_summary_gives_the_times_and_the_refused_rows_of_each_run_and_the_state_of_each_key()
    {
        Write(
            Header(Time), Line(1, KeyState.Started, Time.AddSeconds(1)), Line(1, KeyState.Created, Time.AddSeconds(2)), Refused(7, Time.AddSeconds(3)), Refused(8, null),
            Header(Time.AddHours(1)), Line(2, KeyState.Unknown, Time.AddHours(2)), Refused(7, Time.AddHours(3)));

        var summary = JournalReader.ReadAll(JournalPath).Summarize();

        Assert.Equal(
            [(Time, Time.AddSeconds(3), 2L), (Time.AddHours(1), Time.AddHours(3), 1L)],
            summary.Runs.Select(run => (run.Begun!.Value, run.Last!.Value, run.Refused)));
        Assert.Equal((1, 1, 0, 1), (summary.Created, summary.Unknown, summary.Started, summary.Refused));
    }

    [Fact]
    public void A_journal_without_a_run_has_no_summary()
    {
        Write([]);

        Assert.Equal(PaymentErrorId.JournalMismatch, Assert.Throws<PaymentException>(() => JournalReader.ReadAll(JournalPath).Summarize()).Error.Id);
    }

    [Fact]
    public void A_missing_journal_cannot_be_read()
    {
        var e = Assert.Throws<PaymentException>(() => JournalReader.ReadAll(JournalPath));

        Assert.Equal(PaymentErrorId.JournalFailed, e.Error.Id);
        Assert.NotNull(e.Error.RecommendedAction);
        Assert.False(File.Exists(JournalPath));
    }

    private void Write(params byte[][] parts)
    {
        using var file = new FileStream(JournalPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        foreach (var part in parts)
            file.Write(part);
    }

    private static byte[] Header(DateTimeOffset at) =>
        JournalFormat.Line(new JournalHeader(JournalHeader.FormatName, 2, "OnePay", "Sandbox", "test") { At = JournalFormat.Time(at) });

    private static byte[] Line(long row, KeyState state = KeyState.Created, DateTimeOffset? at = null) =>
        Bytes(new JournalEntry(row, $"key-{row}", state) { Id = state == KeyState.Created ? Answer.Id((int)row) : null }, at ?? Time);

    private static byte[] Refused(long row, DateTimeOffset? at) =>
        Bytes(JournalEntry.Refused(row, new PaymentError(PaymentErrorId.CustomerInvalid, "It is wrong")), at ?? Time.AddSeconds(3));

    private static byte[] Bytes(JournalEntry entry, DateTimeOffset at)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(Stream.Null);
        JournalFormat.Write(bytes, json, entry, at);
        return bytes.WrittenSpan.ToArray();
    }
}
