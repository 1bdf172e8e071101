using System.Text;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>What was recorded in a journal can be read from it, or the damage is detected.</summary>
public sealed class JournalIntegrityTests : RunTest
{
    private const string OldHeader =
        """{"format":"payment-customers-journal","version":1,"provider":"OnePay","environment":"Sandbox","account":"ACCOUNT"}""";

    private Target Target => OnePay(Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers));

    [Fact]
    public async Task Every_flipped_bit_is_detected()
    {
        var whole = await WrittenAsync(rows: 3);

        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var error = Assert.Throws<PaymentException>(() => Read(flipped)).Error.Id;
            Assert.True(error is PaymentErrorId.JournalCorrupt or PaymentErrorId.JournalMismatch, $"bit {bit}: {error}");
        }
    }

    [Fact]
    public void The_checksum_is_CRC_32C()
    {
        // RFC 3720, appendix B.4. This is the check value of CRC-32C for "123456789".
        var end = new byte[LineSum.Length];

        LineSum.Write("123456789"u8, end);

        Assert.Equal(",\"sum\":\"e3069283\"}", Encoding.ASCII.GetString(end));
    }

    [Fact]
    public async Task A_journal_of_format_1_is_read_and_continued()
    {
        var server = Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        var target = OnePay(server);
        var rows = target.Rows(3);
        await WriteOldAsync(target, $$"""{"row":1,"key":"{{rows[0].Key}}","state":"created","id":"{{Answer.Id(1)}}"}""" + "\n");

        var first = await target.RunAsync(rows[..2], JournalPath, cancellation: Cancel);
        var second = await target.RunAsync(rows, JournalPath, cancellation: Cancel);

        Assert.Equal([Answer.Id(1), Answer.Id(2)], first.Ids);
        Assert.Equal([Answer.Id(1), Answer.Id(2), Answer.Id(3)], second.Ids);
        Assert.Equal(2, server.Requests.Count(request => request.IsCreate));
        Assert.Equal(3, JournalReader.ReadLast(JournalPath).Count);
    }

    [Fact]
    public async Task A_line_without_a_checksum_after_a_line_of_format_2_is_refused()
    {
        var target = Target;
        await WrittenAsync(rows: 1);
        await File.AppendAllTextAsync(JournalPath, OldHeader.Replace("ACCOUNT", target.Connection.Account, StringComparison.Ordinal) + "\n", Cancel);

        Assert.Equal(PaymentErrorId.JournalCorrupt, Assert.Throws<PaymentException>(() => JournalReader.ReadLast(JournalPath)).Error.Id);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 70_000)]
    [InlineData(20, 1)]
    [InlineData(20, 70_000)]
    public async Task An_incomplete_tail_after_a_power_loss_is_repaired(int torn, int zeros)
    {
        var whole = await WrittenAsync(rows: 2);
        await File.WriteAllBytesAsync(JournalPath, [.. whole, .. whole.AsSpan(0, torn), .. new byte[zeros]], Cancel);
        var server = Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        var target = OnePay(server);

        var report = await target.RunAsync(target.Rows(3), JournalPath, cancellation: Cancel);

        Assert.Equal([CustomerOutcome.Created, CustomerOutcome.Created, CustomerOutcome.Created], report.Kinds);
        Assert.Single(server.Requests, request => request.IsCreate);
        Assert.DoesNotContain((byte)0, await File.ReadAllBytesAsync(JournalPath, Cancel));
    }

    [Fact]
    public async Task A_tail_of_zeros_is_repaired_in_format_1_too()
    {
        var target = Target;
        var key = target.Row(1).Key;
        await WriteOldAsync(target, $$"""{"row":1,"key":"{{key}}","state":"created","id":"a"}""" + "\n{\"row\":2" + new string('\0', 5000));

        await FileJournal.Open(JournalPath, target.Connection).DisposeAsync();

        Assert.Equal(key, Assert.Single(JournalReader.ReadLast(JournalPath)).Key);
    }

    [Fact]
    public async Task Zeros_in_the_middle_of_a_journal_are_damage()
    {
        var whole = await WrittenAsync(rows: 1);

        Assert.Throws<PaymentException>(() => Read([.. whole, .. new byte[70_000], (byte)'x']));
    }

    [Fact]
    public async Task A_last_line_that_only_lacks_its_line_end_is_read()
    {
        var whole = await WrittenAsync(rows: 2);

        Assert.Equal(Read(whole), Read(whole[..^1]));
        await File.WriteAllBytesAsync(JournalPath, whole[..^1], Cancel);
        await FileJournal.Open(JournalPath, Target.Connection).DisposeAsync();
        Assert.Equal(whole, (await File.ReadAllBytesAsync(JournalPath, Cancel))[..whole.Length]);
    }

    [Fact]
    public async Task An_id_that_is_too_long_to_be_read_again_is_not_written()
    {
        var target = Target;
        await using (var journal = FileJournal.Open(JournalPath, target.Connection))
            journal.Note(await journal.ClaimAsync(1, "k"), KeyState.Created, new string('\u0001', 70_000));
        await using (var journal = FileJournal.Open(JournalPath, target.Connection))
            journal.Note(await journal.ClaimAsync(2, "l"), KeyState.Created, new string('\u0001', 255));

        Assert.Equal([(KeyState.Created, null), (KeyState.Created, 255)], JournalReader.ReadLast(JournalPath).Select(entry => (entry.State, entry.Id?.Length)));
    }

    [Fact]
    public async Task A_run_stops_if_the_disk_does_not_store_the_journal()
    {
        var server = Serve(request => request.IsCreate ? Answer.Customer(request.Person) : Answer.NoCustomers);
        var target = OnePay(server);
        var synced = 0;
        var options = new JournalOptions
        {
            Sync = _ =>
            {
                if (++synced > 4)
                    throw new IOException("Input/output error");
            },
        };

        RunReport report;
        await using (var journal = FileJournal.Open(JournalPath, target.Connection, options))
            report = await target.RunAsync(target.Rows(30), OneByOne with { Window = 1 }, journal, Cancel);

        Assert.Equal(PaymentErrorId.JournalFailed, report.Stopped!.Id);
        Assert.Contains("Input/output error", report.Stopped.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal((3, 27), (report.Counts[CustomerOutcome.Created], report.Counts[CustomerOutcome.NotSent]));
    }

    [Fact]
    public void A_run_does_not_start_if_the_disk_does_not_store_the_first_line()
    {
        var options = new JournalOptions { Sync = _ => throw new IOException("No space left on device") };

        Assert.Equal(PaymentErrorId.JournalFailed, Assert.Throws<PaymentException>(() => FileJournal.Open(JournalPath, Target.Connection, options)).Error.Id);
    }

    [Fact]
    public void A_file_that_cannot_be_flushed_to_the_disk_is_an_error()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Pipes are no files there.");
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        using var file = new Microsoft.Win32.SafeHandles.SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false);

        Assert.NotEqual("", Assert.Throws<IOException>(() => NativeFiles.Sync(file)).Message);
    }

    private async Task<byte[]> WrittenAsync(int rows)
    {
        var target = Target;
        var options = new JournalOptions { Clock = Clock, Input = new JournalInput("in.csv", "AA11"), Given = new Dictionary<CustomerField, string> { [CustomerField.City] = "x" } };
        await using (var journal = FileJournal.Open(JournalPath, target.Connection, options))
            await target.RunAsync([.. target.Rows(rows), target.Row(rows + 1, change: draft => draft[CustomerField.Email] = "nobody")], OneByOne, journal, Cancel);
        return await File.ReadAllBytesAsync(JournalPath, Cancel);
    }

    private Task WriteOldAsync(Target target, string lines) => File.WriteAllTextAsync(
        JournalPath, $"{OldHeader.Replace("ACCOUNT", target.Connection.Account, StringComparison.Ordinal)}\n{lines}", new UTF8Encoding(false), Cancel);

    private static List<JournalEntry> Read(byte[] bytes)
    {
        var entries = new List<JournalEntry>();
        JournalReader.Read(new MemoryStream(bytes), "j", _ => { }, entries.Add);
        return entries;
    }
}
