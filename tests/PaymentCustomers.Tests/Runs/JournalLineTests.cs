using System.Buffers;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>The lines of a journal, as they are written and read.</summary>
public sealed class JournalLineTests
{
    private static readonly DateTimeOffset Time = new(2034, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public static TheoryData<string> States => [.. Enum.GetValues<KeyState>().Where(state => state != KeyState.None).Select(state => state.ToString())];

    [Theory]
    [MemberData(nameof(States))]
    public void A_row_is_written_with_its_state_as_a_word_and_read_back(string state)
    {
        var entry = new JournalEntry(7, "key-1", Enum.Parse<KeyState>(state));

        var line = Write(entry);

        Assert.Equal($$"""{"at":"2034-01-02T03:04:05.678Z","row":7,"key":"key-1","state":"{{state.ToLowerInvariant()}}",""", line[..line.IndexOf("\"sum\"", StringComparison.Ordinal)]);
        Assert.EndsWith("\"}\n", line, StringComparison.Ordinal);
        Assert.True(LineSum.IsRight(Encoding.UTF8.GetBytes(line[..^1])));
        var read = JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(line[..^1]))!;
        Assert.Equal((7L, "key-1", entry.State, Time), (read.Row, read.Key, read.State, read.At));
        Assert.Equal((null, null, null, false), (read.Id, read.Error, read.Status, read.IsRefused));
    }

    [Fact]
    public void The_id_error_and_status_of_a_row_are_written_and_read_back()
    {
        var line = Write(new JournalEntry(7, "key-1", KeyState.Failed) { Id = "cus_ñ", Error = "CustomerRejected", Status = 422 });

        Assert.Contains(""","id":"cus_\u00F1","error":"CustomerRejected","status":422,"sum":""", line, StringComparison.Ordinal);
        var read = JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(line[..^1]))!;
        Assert.Equal(("cus_ñ", "CustomerRejected", 422), (read.Id, read.Error, read.Status));
    }

    [Fact]
    public void A_text_that_is_too_long_to_be_read_again_is_not_written()
    {
        var (longest, longer) = (new string('x', 255), new string('x', 256));

        Assert.Contains($"\"id\":\"{longest}\",\"error\":\"{longest}\"", Write(new JournalEntry(1, "k", KeyState.Created) { Id = longest, Error = longest }), StringComparison.Ordinal);
        Assert.DoesNotContain("xx", Write(new JournalEntry(1, "k", KeyState.Created) { Id = longer, Error = longer }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_row_is_written_with_its_problems_and_without_a_key_and_read_back()
    {
        var error = new PaymentError(PaymentErrorId.CustomerInvalid, "x")
        {
            Problems = [Problem(PaymentErrorId.CustomerInvalid), Problem(PaymentErrorId.FieldUnsupported), Problem(PaymentErrorId.CustomerInvalid)],
        };

        var line = Write(JournalEntry.Refused(3, error));

        Assert.StartsWith("""{"at":"2034-01-02T03:04:05.678Z","row":3,"state":"refused","problems":["CustomerInvalid","FieldUnsupported"],"sum":""", line, StringComparison.Ordinal);
        var read = JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(line[..^1]))!;
        Assert.Equal((3L, "", true), (read.Row, read.Key, read.IsRefused));
        Assert.Equal(["CustomerInvalid", "FieldUnsupported"], read.Problems);
        Assert.Equal(["NotSent"], JournalEntry.Refused(3, new PaymentError(PaymentErrorId.NotSent, "x")).Problems);
    }

    [Fact]
    public void Each_line_has_its_own_checksum()
    {
        var lines = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(lines);
        for (var row = 1; row <= 3; row++)
            JournalFormat.Write(lines, writer, new JournalEntry(row, "k", KeyState.Started), Time);

        var texts = Encoding.UTF8.GetString(lines.WrittenSpan).Split('\n');

        Assert.Equal(["1", "2", "3"], texts[..3].Select(text => JsonDocument.Parse(text).RootElement.GetProperty("row").GetRawText()));
        Assert.All(texts[..3], text => Assert.True(LineSum.IsRight(Encoding.UTF8.GetBytes(text))));
        Assert.Equal("", Assert.Single(texts[3..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("{}")]
    [InlineData("""{"row":1,"key":"k"}""")]
    [InlineData("""{"row":1,"state":"created"}""")]
    [InlineData("""{"key":"k","state":"created"}""")]
    [InlineData("""{"row":0,"key":"k","state":"created"}""")]
    [InlineData("""{"row":-1,"key":"k","state":"created"}""")]
    [InlineData("""{"row":1.5,"key":"k","state":"created"}""")]
    [InlineData("""{"row":"1","key":"k","state":"created"}""")]
    [InlineData("""{"row":1,"key":"","state":"created"}""")]
    [InlineData("""{"row":1,"key":null,"state":"created"}""")]
    [InlineData("""{"row":1,"key":7,"state":"created"}""")]
    [InlineData("""{"row":1,"key":"k","state":"done"}""")]
    [InlineData("""{"row":1,"key":"k","state":null}""")]
    [InlineData("""{"row":1,"key":"k","state":"refused"}""")]
    [InlineData("""{"row":1,"state":"done"}""")]
    [InlineData("""{"row":1,"key":"k","state":"created","id":7}""")]
    [InlineData("""{"row":1,"key":"k","state":"created","status":"200"}""")]
    [InlineData("""{"row":1,"key":"k","state":"created"}{}""")]
    [InlineData("""{"row":1,"key":"k","state":"created"} x""")]
    [InlineData("""{"row":1,"key":"k","state":"created" """)]
    [InlineData("""{"row":1,"state":"refused","problems":[7]}""")]
    public void A_line_that_no_run_can_have_written_is_rejected(string text) => Assert.Null(JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("""{"row":1,"key":"k","state":"created"}""")]
    [InlineData("""{"row":1,"key":"k","state":"created","new":{"a":[1,{"b":2}]},"id":null}""")]
    [InlineData("""{"row":1,"key":"k","new":[[]],"state":"created","at":17,"problems":"x"}""")]
    [InlineData("""{"state":"created","key":"k","row":1,"at":"never"}""")]
    public void Members_that_a_later_version_adds_to_a_line_are_ignored(string text)
    {
        var entry = JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(text))!;

        Assert.Equal((1L, "k", KeyState.Created, null, null), (entry.Row, entry.Key, entry.State, entry.Id, entry.At));
    }

    [Fact]
    public void A_key_has_at_most_64_characters()
    {
        Assert.NotNull(JournalFormat.ReadEntry(Encoding.UTF8.GetBytes($$"""{"row":1,"key":"{{new string('k', 64)}}","state":"created"}""")));
        Assert.Null(JournalFormat.ReadEntry(Encoding.UTF8.GetBytes($$"""{"row":1,"key":"{{new string('k', 65)}}","state":"created"}""")));
    }

    [Theory]
    [InlineData("2034-01-02T03:04:05.678Z", true)]
    [InlineData("2034-01-02T03:04:05.678", true)]
    [InlineData("soon", false)]
    [InlineData(null, false)]
    public void Only_a_time_in_UTC_is_read(string? text, bool isOne) => Assert.Equal(isOne ? Time : null, JournalFormat.Time(text));

    [Theory]
    [InlineData("", true)]
    [InlineData("{", true)]
    [InlineData("""{"format":"payment-customers-journal" """, true)]
    [InlineData("""{"format":"payment-customers-journal","version":2,"prov""", true)]
    [InlineData("""{"format":"payment-customers-journaL""", false)]
    [InlineData("""{"format":"another","version":2,"provider":"OnePay"}""", false)]
    [InlineData("Name,Email", false)]
    public void A_torn_first_line_is_recognized_as_the_beginning_of_a_journal(string text, bool isOne)
    {
        Assert.Equal(isOne, JournalFormat.CanBeTornHeader(Encoding.UTF8.GetBytes(text.TrimEnd())));
    }

    [Fact]
    public void A_line_is_valid_only_with_the_checksum_of_the_text_before_it()
    {
        var right = Encoding.UTF8.GetBytes(Write(new JournalEntry(1, "k", KeyState.Created))[..^1]);

        Assert.True(LineSum.IsRight(right));
        Assert.False(LineSum.IsRight(right.AsSpan(1)));
        Assert.False(LineSum.IsRight(right.AsSpan(0, right.Length - 1)));
        Assert.False(LineSum.IsRight(right.AsSpan(right.Length - LineSum.Length)));
        Assert.False(LineSum.IsRight([]));
    }

    [Fact]
    public void The_end_of_the_first_line_is_found_in_text_without_line_ends()
    {
        var first = Write(new JournalEntry(1, ",\"sum\":\"", KeyState.Created))[..^1];
        var second = Write(new JournalEntry(2, "k", KeyState.Created))[..^1];

        Assert.Equal(first.Length, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first)));
        Assert.Equal(first.Length, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first + second)));
        Assert.Equal(0, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first[..^1])));
        Assert.Equal(0, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first[1..])));
        Assert.Equal(0, LineSum.EndOfFirst([]));
        // Text that looks like a checksum does not hide the real one behind it.
        var marked = LineOf("""{"a":"x","sum":"00000000"}""");
        Assert.Equal(marked.Length, LineSum.EndOfFirst(marked));
    }

    private static byte[] LineOf(string start)
    {
        var line = new byte[start.Length + LineSum.Length];
        Encoding.ASCII.GetBytes(start, line);
        LineSum.Write(line.AsSpan(0, start.Length), line.AsSpan(start.Length));
        return line;
    }

    private static FieldProblem Problem(PaymentErrorId id) => new("Email", id, "x");

    private static string Write(JournalEntry entry)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(lines);
        JournalFormat.Write(lines, writer, entry, Time);
        return Encoding.UTF8.GetString(lines.WrittenSpan);
    }
}
