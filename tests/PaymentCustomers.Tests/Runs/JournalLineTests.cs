using System.Buffers;
using System.Text;
using System.Text.Json;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>The lines of a journal, as they are written and as they are read.</summary>
public sealed class JournalLineTests
{
    private static readonly DateTimeOffset Time = new(2034, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public static TheoryData<string> States => [.. Enum.GetValues<KeyState>().Where(state => state != KeyState.None).Select(state => state.ToString())];

    [Theory]
    [MemberData(nameof(States))]
    public void A_row_is_written_with_its_state_in_words_and_read_back(string state)
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
    public void What_is_known_of_a_row_is_written_and_read_back()
    {
        var line = Write(new JournalEntry(7, "key-1", KeyState.Failed) { Id = "cus_ñ", Error = "CustomerRejected", Status = 422 });

        Assert.Contains(""","id":"cus_\u00F1","error":"CustomerRejected","status":422,"sum":""", line, StringComparison.Ordinal);
        var read = JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(line[..^1]))!;
        Assert.Equal(("cus_ñ", "CustomerRejected", 422), (read.Id, read.Error, read.Status));
    }

    [Fact]
    public void A_text_that_no_provider_gives_is_not_written_so_that_the_line_can_be_read_again()
    {
        var (longest, longer) = (new string('x', 255), new string('x', 256));

        Assert.Contains($"\"id\":\"{longest}\",\"error\":\"{longest}\"", Write(new JournalEntry(1, "k", KeyState.Created) { Id = longest, Error = longest }), StringComparison.Ordinal);
        Assert.DoesNotContain("xx", Write(new JournalEntry(1, "k", KeyState.Created) { Id = longer, Error = longer }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_row_is_written_without_a_key_with_what_is_wrong_and_read_back()
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
    public void Lines_follow_each_other_each_with_the_checksum_of_its_own()
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
    public void What_no_run_has_written_is_no_line(string text) => Assert.Null(JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("""{"row":1,"key":"k","state":"created"}""")]
    [InlineData("""{"row":1,"key":"k","state":"created","new":{"a":[1,{"b":2}]},"id":null}""")]
    [InlineData("""{"row":1,"key":"k","new":[[]],"state":"created","at":17,"problems":"x"}""")]
    [InlineData("""{"state":"created","key":"k","row":1,"at":"never"}""")]
    public void A_line_of_a_later_version_may_say_more(string text)
    {
        var entry = JournalFormat.ReadEntry(Encoding.UTF8.GetBytes(text))!;

        Assert.Equal((1L, "k", KeyState.Created, null, null), (entry.Row, entry.Key, entry.State, entry.Id, entry.At));
    }

    [Fact]
    public void A_key_has_64_characters_at_most()
    {
        Assert.NotNull(JournalFormat.ReadEntry(Encoding.UTF8.GetBytes($$"""{"row":1,"key":"{{new string('k', 64)}}","state":"created"}""")));
        Assert.Null(JournalFormat.ReadEntry(Encoding.UTF8.GetBytes($$"""{"row":1,"key":"{{new string('k', 65)}}","state":"created"}""")));
    }

    [Theory]
    [InlineData("2034-01-02T03:04:05.678Z", true)]
    [InlineData("2034-01-02T03:04:05.678", true)]
    [InlineData("soon", false)]
    [InlineData(null, false)]
    public void A_moment_is_one_of_universal_time(string? text, bool isOne) => Assert.Equal(isOne ? Time : null, JournalFormat.Time(text));

    [Theory]
    [InlineData("", true)]
    [InlineData("{", true)]
    [InlineData("""{"format":"payment-customers-journal" """, true)]
    [InlineData("""{"format":"payment-customers-journal","version":2,"prov""", true)]
    [InlineData("""{"format":"payment-customers-journaL""", false)]
    [InlineData("""{"format":"another","version":2,"provider":"OnePay"}""", false)]
    [InlineData("Name,Email", false)]
    public void A_torn_first_line_is_a_journal_s_as_far_as_it_goes(string text, bool isOne)
    {
        Assert.Equal(isOne, JournalFormat.CanBeTornHeader(Encoding.UTF8.GetBytes(text.TrimEnd())));
    }

    [Fact]
    public void A_line_is_right_only_with_the_checksum_of_what_stands_before_it()
    {
        var right = Encoding.UTF8.GetBytes(Write(new JournalEntry(1, "k", KeyState.Created))[..^1]);

        Assert.True(LineSum.IsRight(right));
        Assert.False(LineSum.IsRight(right.AsSpan(1)));
        Assert.False(LineSum.IsRight(right.AsSpan(0, right.Length - 1)));
        Assert.False(LineSum.IsRight(right.AsSpan(right.Length - LineSum.Length)));
        Assert.False(LineSum.IsRight([]));
    }

    [Fact]
    public void The_end_of_the_first_line_is_found_in_text_that_has_lost_its_line_ends()
    {
        var first = Write(new JournalEntry(1, ",\"sum\":\"", KeyState.Created))[..^1];
        var second = Write(new JournalEntry(2, "k", KeyState.Created))[..^1];

        Assert.Equal(first.Length, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first)));
        Assert.Equal(first.Length, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first + second)));
        Assert.Equal(0, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first[..^1])));
        Assert.Equal(0, LineSum.EndOfFirst(Encoding.UTF8.GetBytes(first[1..])));
        Assert.Equal(0, LineSum.EndOfFirst([]));
        // What only looks like a checksum does not hide the one behind it.
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
