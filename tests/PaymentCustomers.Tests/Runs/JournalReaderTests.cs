using System.Buffers;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>How much of a journal is read, which ends are left by a crash, and what is damage.</summary>
public sealed class JournalReaderTests
{
    private static readonly DateTimeOffset Time = new(2034, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly byte[] Header = JournalFormat.Line(new JournalHeader(JournalHeader.FormatName, 2, "OnePay", "Sandbox", "test") { At = JournalFormat.Time(Time) });

    private static readonly byte[] OldHeader = Encoding.UTF8.GetBytes("""{"format":"payment-customers-journal","version":1,"provider":"OnePay","environment":"Sandbox","account":"test"}""" + "\n");

    [Fact]
    public void An_empty_file_is_not_yet_a_journal() => Assert.Equal(((0L, false), 0, 0), Read([]));

    [Fact]
    public void Every_line_is_read_even_if_few_bytes_arrive_at_once()
    {
        byte[] journal = [.. Header, .. Enumerable.Range(1, 2_000).SelectMany(row => Line(row))];

        Assert.Equal(((journal.Length, false), 1, 2_000), Read(journal));
        Assert.Equal(((journal.Length, false), 1, 2_000), Read(journal, most: 7));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(70_000)]
    public void A_torn_last_line_and_trailing_zeros_are_ignored(int zeros)
    {
        byte[] whole = [.. Header, .. Line(1)];

        foreach (var torn in new[] { 0, 1, 60, Line(2).Length - 2 })
            Assert.Equal(((whole.Length, false), 1, 1), Read([.. whole, .. Line(2).AsSpan(0, torn), .. new byte[zeros]]));
    }

    [Fact]
    public void A_last_line_that_only_lacks_its_line_end_is_read()
    {
        byte[] whole = [.. Header, .. Line(1), .. Line(2).AsSpan(0, Line(2).Length - 1)];

        Assert.Equal(((whole.Length, true), 1, 2), Read(whole));
        Assert.Equal(((whole.Length, true), 1, 2), Read([.. whole, .. new byte[100]]));
    }

    [Fact]
    public void Any_other_character_in_place_of_a_line_end_is_damage()
    {
        byte[] whole = [.. Header, .. Line(1), .. Line(2).AsSpan(0, Line(2).Length - 1)];

        Damaged(3, [.. whole, .. "x"u8]);
        Damaged(3, [.. whole, .. Line(3).AsSpan(0, 20)]);
    }

    [Fact]
    public void A_tail_longer_than_any_line_is_damage_unless_it_consists_of_zeros()
    {
        byte[] whole = [.. Header, .. Line(1)];
        static byte[] Text(int length) => [.. Enumerable.Repeat((byte)'x', length)];

        Assert.Equal(((whole.Length, false), 1, 1), Read([.. whole, .. Text(4096)]));
        Damaged(3, [.. whole, .. Text(4097)]);
        Damaged(3, [.. whole, .. Text(4097), .. new byte[10]]);
        Assert.Equal(((whole.Length, false), 1, 1), Read([.. whole, .. Text(4096), .. new byte[10]]));
        Damaged(3, [.. whole, .. new byte[200_000], 1]);
        Damaged(3, [.. whole, 0, .. Text(10), .. new byte[5_000], .. Text(1)]);
    }

    [Theory]
    [InlineData("Name,Email")]
    [InlineData("Name,Email\nAna,ana@example.co\n")]
    [InlineData("""{"format":"another","version":2}""" + "\n")]
    [InlineData("{}\n")]
    public void A_file_of_another_kind_is_refused(string text)
    {
        var error = Assert.Throws<PaymentException>(() => Read(Encoding.UTF8.GetBytes(text))).Error;

        Assert.Equal((PaymentErrorId.JournalMismatch, "The file 'x.journal' is not a journal of PaymentCustomers. It was not changed."), (error.Id, error.Message));
    }

    [Fact]
    public void A_torn_header_counts_as_an_empty_journal_but_is_refused_if_too_many_zeros_follow()
    {
        Assert.Equal(((0L, false), 0, 0), Read(Header[..30]));
        Assert.Equal(((0L, false), 0, 0), Read([.. Header[..30], .. new byte[4066]]));
        Assert.Throws<PaymentException>(() => Read([.. Header[..30], .. new byte[4067]]));
    }

    [Fact]
    public void A_journal_of_a_later_version_is_refused()
    {
        var later = JournalFormat.Line(new JournalHeader(JournalHeader.FormatName, 3, "OnePay", "Sandbox", "test"));

        var error = Assert.Throws<PaymentException>(() => Read(later)).Error;

        Assert.Equal(PaymentErrorId.JournalMismatch, error.Id);
        Assert.Contains("has format version 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_format_1_have_no_checksum_until_a_run_of_format_2_continues_the_journal()
    {
        var old = """{"row":1,"key":"k","state":"created"}"""u8.ToArray();

        Assert.Equal(((OldHeader.Length + old.Length + 1, false), 1, 1), Read([.. OldHeader, .. old, .. "\n"u8]));
        // A line without a line end and a checksum may be incomplete, so that it is not read.
        Assert.Equal(((OldHeader.Length, false), 1, 0), Read([.. OldHeader, .. old]));
        Assert.Equal((2, 2), Counted(Read([.. OldHeader, .. old, .. "\n"u8, .. Header, .. Line(2)])));
        Damaged(4, [.. OldHeader, .. old, .. "\n"u8, .. Header, .. old, .. "\n"u8]);
        Damaged(2, [.. Header, .. OldHeader]);
        Damaged(2, [.. OldHeader, .. OldHeader]);
    }

    [Fact]
    public void Refused_rows_are_reported_apart_from_rows_that_were_sent()
    {
        byte[] journal = [.. Header, .. Refusal(1), .. Line(2)];
        var rows = new List<string>();

        JournalReader.Read(new MemoryStream(journal), "x.journal", _ => { }, entry => rows.Add($"{entry.Row}"), entry => rows.Add($"refused {entry.Row}"));

        Assert.Equal(["refused 1", "2"], rows);
        Assert.Equal((1, 1), Counted(Read(journal)));
        Damaged(2, [.. OldHeader, .. """{"row":1,"state":"refused","problems":[]}"""u8, .. "\n"u8]);
    }

    [Theory]
    [InlineData("""{"row":1,"key":"k","state":"done"}""")]
    [InlineData("")]
    [InlineData("x")]
    public void A_line_that_no_run_can_have_written_is_damage_and_the_error_names_it(string text) =>
        Damaged(2, [.. OldHeader, .. Encoding.UTF8.GetBytes(text), .. "\n"u8, .. """{"row":1,"key":"k","state":"created"}"""u8, .. "\n"u8]);

    [Fact]
    public void A_flipped_bit_in_a_header_is_damage()
    {
        var second = (byte[])Header.Clone();
        second[^20] ^= 1;

        Damaged(3, [.. Header, .. Line(1), .. second]);
        Assert.Throws<PaymentException>(() => Read(second));
    }

    private static void Damaged(int line, byte[] journal)
    {
        var error = Assert.Throws<PaymentException>(() => Read(journal)).Error;
        Assert.Equal((PaymentErrorId.JournalCorrupt, $"The journal 'x.journal' is damaged in line {line}. It was not changed."), (error.Id, error.Message));
    }

    private static (int Headers, int Rows) Counted(((long, bool) Where, int Headers, int Rows) read) => (read.Headers, read.Rows);

    private static ((long End, bool LacksLineEnd) Where, int Headers, int Rows) Read(byte[] journal, int most = int.MaxValue)
    {
        int headers = 0, rows = 0;
        using var stream = new Slow(journal, most);
        var where = JournalReader.Read(stream, "x.journal", _ => headers++, _ => rows++);
        return (where, headers, rows);
    }

    private static byte[] Line(int row) => Written(new JournalEntry(row, $"key-{row}", KeyState.Created) { Id = $"cus_{row}" });

    private static byte[] Refusal(int row) => Written(JournalEntry.Refused(row, new PaymentError(PaymentErrorId.CustomerInvalid, "x")));

    private static byte[] Written(JournalEntry entry)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(lines);
        JournalFormat.Write(lines, writer, entry, Time);
        return lines.WrittenSpan.ToArray();
    }

    /// <summary>Returns few bytes at once.</summary>
    private sealed class Slow(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }
}
