using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

/// <summary>When a journal's lines are flushed to the disk, and what a continued journal knows.</summary>
public sealed class JournalWriteTests : RunTest
{
    private int _flushes;

    private PaymentConnection Connection => Target.OnePay(new Uri("http://127.0.0.1:9"), Clock).Connection;

    private JournalOptions Options => new() { Clock = Clock, Sync = _ => Interlocked.Increment(ref _flushes) };

    [Fact]
    public async Task Every_claim_is_flushed_before_it_counts_and_an_outcome_at_the_end_at_the_latest()
    {
        var journal = FileJournal.Open(JournalPath, Connection, Options);
        var afterHeader = _flushes;
        var first = await journal.ClaimAsync(1, "key-1");
        await first.Recorded.WaitAsync(Patience, Cancel);
        var afterClaim = _flushes;

        journal.Note(first, KeyState.Created, "cus_1");
        await journal.DisposeAsync();
        var atEnd = _flushes;
        await journal.DisposeAsync();

        Assert.Equal((1, 2, 3, 3), (afterHeader, afterClaim, atEnd, _flushes));
        Assert.Equal([KeyState.Created], JournalReader.ReadLast(JournalPath).Select(entry => entry.State));
    }

    [Fact]
    public async Task A_key_that_is_done_or_taken_is_not_recorded_again()
    {
        await using (var before = FileJournal.Open(JournalPath, Connection, Options))
            before.Note(await before.ClaimAsync(1, "key-1"), KeyState.Updated, "cus_1");
        var length = new FileInfo(JournalPath).Length;

        var journal = FileJournal.Open(JournalPath, Connection, Options);
        var done = await journal.ClaimAsync(1, "key-1");
        var taken = await journal.ClaimAsync(2, "key-1");
        await journal.DisposeAsync();

        Assert.Equal((ClaimKind.Done, ClaimKind.Taken), (done.Kind, taken.Kind));
        Assert.Equal((KeyState.Updated, "cus_1"), (done.Before.State, done.Before.Id));
        Assert.Equal((KeyState.Updated, "cus_1"), (taken.Before.State, taken.Before.Id));
        Assert.True(done.Recorded.IsCompletedSuccessfully);
        // The second run has added its header only.
        Assert.Equal(2, File.ReadAllLines(JournalPath).Count(line => line.Contains("payment-customers-journal", StringComparison.Ordinal)));
        Assert.Equal(length + File.ReadLines(JournalPath).Last().Length + 1, new FileInfo(JournalPath).Length);
    }

    [Theory]
    [InlineData(KeyState.Created, ClaimKind.Done)]
    [InlineData(KeyState.Existing, ClaimKind.Done)]
    [InlineData(KeyState.Updated, ClaimKind.Done)]
    [InlineData(KeyState.Unknown, ClaimKind.MineInDoubt)]
    [InlineData(KeyState.Started, ClaimKind.MineInDoubt)]
    [InlineData(KeyState.Failed, ClaimKind.Mine)]
    [InlineData(KeyState.Withdrawn, ClaimKind.Mine)]
    public async Task What_the_last_run_recorded_decides_whether_a_row_is_sent(object state, object kind)
    {
        await using (var before = FileJournal.Open(JournalPath, Connection, Options))
            before.Note(await before.ClaimAsync(1, "key-1"), (KeyState)state, "cus_1");

        await using var journal = FileJournal.Open(JournalPath, Connection, Options);

        Assert.True(journal.IsContinued);
        Assert.Equal((ClaimKind)kind, (await journal.LookAsync(1, "key-1")).Kind);
        Assert.Equal((ClaimKind)kind, (await journal.ClaimAsync(1, "key-1")).Kind);
        Assert.Equal(ClaimKind.Taken, (await journal.LookAsync(2, "key-1")).Kind);
    }

    [Fact]
    public async Task A_claim_knows_when_the_first_run_began()
    {
        var begun = Clock.GetUtcNow();
        await FileJournal.Open(JournalPath, Connection, Options).DisposeAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await FileJournal.Open(JournalPath, Connection, Options).DisposeAsync();

        await using var journal = FileJournal.Open(JournalPath, Connection, Options);

        Assert.Equal(begun, (await journal.ClaimAsync(1, "key-1")).Begun);
    }

    [Fact]
    public async Task At_most_64_created_keys_are_kept_and_their_ids_belong_to_their_rows()
    {
        await using (var before = FileJournal.Open(JournalPath, Connection, Options))
        {
            for (var row = 1; row <= 65; row++)
                before.Note(await before.ClaimAsync(row, $"key-{row}"), row == 1 ? KeyState.Existing : KeyState.Created, $"cus_{row}");
            before.Note(await before.ClaimAsync(66, "key-66"), KeyState.Created, "cus_66");
        }

        await using var journal = FileJournal.Open(JournalPath, Connection, Options);

        Assert.Equal(Enumerable.Range(2, 64).Select(row => $"key-{row}"), journal.SomeCreated);
        Assert.False(journal.TryOwn("cus_66"));
        Assert.True(journal.TryOwn("cus_1"));
    }

    [Fact]
    public async Task Other_given_values_are_noticed_whatever_their_order()
    {
        var given = new Dictionary<CustomerField, string> { [CustomerField.City] = "Cali", [CustomerField.Country] = "CO" };
        var turned = new Dictionary<CustomerField, string> { [CustomerField.Country] = "CO", [CustomerField.City] = "Cali" };
        var other = new Dictionary<CustomerField, string> { [CustomerField.Country] = "CO", [CustomerField.City] = "Bogotá" };

        Assert.False(await HasOtherValuesAsync(given));
        Assert.False(await HasOtherValuesAsync(turned));
        Assert.False(await HasOtherValuesAsync(null));
        Assert.True(await HasOtherValuesAsync(other));

        async Task<bool> HasOtherValuesAsync(IReadOnlyDictionary<CustomerField, string>? values)
        {
            await using var journal = FileJournal.Open(JournalPath, Connection, Options with { Given = values });
            return journal.HasOtherValues;
        }
    }
}
