using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Customers;
using PaymentCustomers.Engine.Reconciliation;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Tests.Runs;

public sealed class KeyReconcilerTests : RunTest
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(ListOrder.OldestFirst, AbsentFields.EmptyStrings, 3)]
    [InlineData(ListOrder.NewestFirst, AbsentFields.Nulls, 3)]
    [InlineData(ListOrder.OldestFirst, AbsentFields.Omitted, 3)]
    public async Task One_search_serves_many_keys_and_ends_with_the_last_one_found(ListOrder order, AbsentFields absent, int pages)
    {
        var emulator = await EmulateAsync(new EmulatorOptions { DotsListOrder = order, DotsAbsentFields = absent });
        var target = Dots(emulator);
        var rows = target.Rows(250);
        var report = await target.RunAsync(rows, OneByOne, cancellation: Cancel);
        var lookup = Lookup(target);

        // Rows 101 to 130 of 250.
        var looks = rows[100..130].Select(row => lookup.FindAsync(row.Key, Settle)).ToArray();
        await Clock.WhenWaitingAsync(Settle);
        Assert.Equal(0, Count(emulator, EmulatedOperation.List));
        Clock.Advance(Settle);
        var results = await Task.WhenAll(looks);

        Assert.Equal(report.Ids.Skip(100).Take(30), results.Select(result => result.Customer!.Id));
        Assert.All(results, result => Assert.True(result.IsCertain));
        // The reader requests the next page before it returns the present one.
        Assert.InRange(Count(emulator, EmulatedOperation.List), pages - 1, pages + 1);
    }

    [Fact]
    public async Task A_missing_key_is_reported_after_the_complete_list_was_read()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var rows = target.Rows(201);
        await target.RunAsync(rows[..200], cancellation: Cancel);
        var sent = new SentKeys(Clock);
        var lookup = Lookup(target, sent);

        var there = lookup.FindAsync(rows[0].Key, Settle);
        var missing = lookup.FindAsync(rows[200].Key, Settle);
        await Clock.WhenWaitingAsync(Settle);
        Clock.Advance(TimeSpan.FromSeconds(1));
        // The witness was sent after the row in doubt and is in the list. It shows that the list is complete.
        sent.NoteSending(rows[100].Key);
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull((await there.WaitAsync(Patience, Cancel)).Customer);
        Assert.Equal(new Finding(null, IsCertain: true), await missing.WaitAsync(Patience, Cancel));
    }

    [Fact]
    public async Task A_key_that_is_searched_for_twice_gets_two_answers()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        var rows = target.Rows(150);
        await target.RunAsync(rows, OneByOne, cancellation: Cancel);
        var lookup = Lookup(target);

        var looks = new[] { rows[0], rows[0], rows[149] }.Select(row => lookup.FindAsync(row.Key, Settle)).ToArray();
        await Clock.WhenWaitingAsync(Settle);
        Clock.Advance(Settle);

        Assert.All(await Task.WhenAll(looks).WaitAsync(Patience, Cancel), look => Assert.NotNull(look.Customer));
    }

    [Fact]
    public async Task A_key_that_has_not_settled_waits_for_a_later_search()
    {
        var emulator = await EmulateAsync();
        var target = Dots(emulator);
        PreparedDraft[] rows = target.Rows(2);
        await target.RunAsync(rows, cancellation: Cancel);
        var lookup = Lookup(target);

        var early = lookup.FindAsync(rows[0].Key, Settle);
        var late = lookup.FindAsync(rows[1].Key, TimeSpan.FromSeconds(5));
        await Clock.WhenWaitingAsync(Settle);
        Clock.Advance(Settle);
        Assert.NotNull((await early.WaitAsync(Patience, Cancel)).Customer);
        await Clock.WhenWaitingAsync(TimeSpan.FromSeconds(3));
        Assert.Equal((1, false), (Count(emulator, EmulatedOperation.List), late.IsCompleted));
        Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.NotNull((await late.WaitAsync(Patience, Cancel)).Customer);
        Assert.Equal(2, Count(emulator, EmulatedOperation.List));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_settles_nothing_and_the_next_search_tries_again()
    {
        var emulator = await EmulateAsync(null, new FaultRule { Operation = EmulatedOperation.List, Kind = FaultKind.Status, Code = 403, Times = 1 });
        var target = Dots(emulator);
        var rows = target.Rows(1);
        await target.RunAsync(rows, cancellation: Cancel);
        var lookup = Lookup(target);

        var first = await lookup.FindAsync(rows[0].Key, TimeSpan.Zero).WaitAsync(Patience, Cancel);
        var second = await lookup.FindAsync(rows[0].Key, TimeSpan.Zero).WaitAsync(Patience, Cancel);

        Assert.True(first is { Customer: null, IsCertain: false, Error.Id: PaymentErrorId.AccessDenied });
        Assert.True(second is { Customer: not null, IsCertain: true });
    }

    [Fact]
    public async Task A_cancelled_reconciler_cancels_present_and_later_searches()
    {
        using var cancelling = new CancellationTokenSource();
        var target = Dots(Serve(_ => Answer.Silent));
        var lookup = Lookup(target, cancellation: cancelling.Token);
        var waiting = lookup.FindAsync("a", Settle);
        await Clock.WhenWaitingAsync(Settle);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience, Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lookup.FindAsync("b", Settle).WaitAsync(Patience, Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lookup.FindAsync("c", TimeSpan.Zero).WaitAsync(Patience, Cancel));
    }

    [Fact]
    public async Task A_disconnected_connection_leaves_the_outcome_open()
    {
        var target = Dots(Serve(_ => Answer.NoCustomers));
        var lookup = Lookup(target);

        target.Connection.Disconnect();

        Assert.True(await lookup.FindAsync("a", TimeSpan.Zero).WaitAsync(Patience, Cancel) is { Customer: null, IsCertain: false });
        Assert.True(await lookup.FindAsync("b", TimeSpan.Zero).WaitAsync(Patience, Cancel) is { Customer: null, IsCertain: false });
    }

    private KeyReconciler Lookup(Target target, SentKeys? sent = null, CancellationToken? cancellation = null)
    {
        var sender = RequestSender.Alone(target.Client);
        var outage = new ListOutage(new CustomerReader(target.Client, sender), Clock, log: null);
        return new KeyReconciler(new CustomerList(target.Client, sender), outage, sent ?? new SentKeys(Clock), Clock, log: null, cancellation ?? Cancel);
    }
}
