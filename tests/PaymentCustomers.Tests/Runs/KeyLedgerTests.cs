using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Runs;

public sealed class KeyLedgerTests
{
    private static readonly KeyHash Key = KeyHash.Of("a");

    [Fact]
    public void A_key_can_be_taken_by_one_row_only_and_keeps_what_an_earlier_run_recorded()
    {
        var ledger = new KeyLedger();
        ledger.Note(Key, KeyState.Failed, null);

        Assert.True(ledger.TryTake(Key, out var before));
        Assert.Equal(new KeyRecord(KeyState.Failed, null), before);
        ledger.Note(Key, KeyState.Created, "cus_1");
        Assert.False(ledger.TryTake(Key, out var after));
        Assert.Equal(new KeyRecord(KeyState.Created, "cus_1"), after);
    }

    [Fact]
    public void Recalling_a_key_does_not_take_it()
    {
        var ledger = new KeyLedger();

        Assert.Equal(default, ledger.Recall(Key));
        ledger.Note(Key, KeyState.Unknown, "cus_1");
        Assert.Equal(new KeyRecord(KeyState.Unknown, "cus_1"), ledger.Recall(Key));
        Assert.True(ledger.TryTake(Key, out _));
    }

    [Fact]
    public void A_customer_id_can_be_owned_by_one_row_only()
    {
        var ledger = new KeyLedger();

        Assert.True(ledger.TryOwn("cus_1"));
        Assert.True(ledger.TryOwn("cus_2"));
        Assert.False(ledger.TryOwn("cus_1"));
    }

    [Fact]
    public void Only_one_of_several_rows_gets_a_key_that_all_take_at_once()
    {
        var ledger = new KeyLedger();

        var taken = ParallelEnumerable.Range(0, 5_000).Count(i => ledger.TryTake(KeyHash.Of($"{i % 1_000}"), out _));

        Assert.Equal(1_000, taken);
    }
}
