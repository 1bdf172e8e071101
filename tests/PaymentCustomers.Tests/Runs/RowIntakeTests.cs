using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>Rows of a fast input are prepared and submitted on another thread, in their order. Rows of a slow input do not wait.</summary>
public sealed class RowIntakeTests : RunTest
{
    private const int PartLength = 16;

    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly BlockingCollection<long> _submitted = [];

    [Fact]
    public async Task Rows_of_a_fast_input_are_submitted_in_their_order_one_at_a_time()
    {
        var busy = 0;
        var isOneAtATime = true;
        await using var intake = new RowIntake(
            (_, draft) =>
            {
                isOneAtATime &= Interlocked.Increment(ref busy) == 1;
                _submitted.Add(draft.Draft.Row);
                Interlocked.Decrement(ref busy);
            },
            _time);
        intake.TryAdd(new RunSlot(), () => Draft(0));

        foreach (var row in Enumerable.Range(1, 5000))
            Assert.True(intake.TryAdd(new RunSlot(), () => Draft(row)));
        await intake.FlushAsync();

        Assert.Equal(Enumerable.Range(1, 5000).Select(row => (long)row), _submitted);
        Assert.True(isOneAtATime);
    }

    [Fact]
    public async Task Rows_of_a_slow_input_are_left_to_the_caller()
    {
        await using var intake = new RowIntake(Submit, _time);

        for (var row = 1; row <= 3; row++)
        {
            Assert.False(intake.TryAdd(new RunSlot(), () => throw new InvalidOperationException()));
            _time.Advance(2 * Linger);
        }

        Assert.Empty(_submitted);
    }

    [Fact]
    public async Task A_full_part_is_submitted_at_once()
    {
        await using var intake = new RowIntake(Submit, _time);

        for (var row = 0; row <= PartLength; row++)
            intake.TryAdd(new RunSlot(), Prepared(row));

        Assert.Equal(Enumerable.Range(1, PartLength).Select(row => (long)row), Take(PartLength));
    }

    [Fact]
    public async Task A_part_does_not_wait_for_rows_that_do_not_come()
    {
        await using var intake = new RowIntake(Submit, _time);
        intake.TryAdd(new RunSlot(), Prepared(0));
        intake.TryAdd(new RunSlot(), Prepared(1));
        intake.TryAdd(new RunSlot(), Prepared(2));
        Assert.Empty(_submitted);

        _time.Advance(Linger);

        Assert.Equal([1, 2], Take(2));
    }

    [Fact]
    public async Task A_row_after_a_pause_does_not_overtake_rows_that_wait()
    {
        using var isReleased = new ManualResetEventSlim();
        await using var intake = new RowIntake(Submit, _time);
        intake.TryAdd(new RunSlot(), Prepared(0));
        intake.TryAdd(new RunSlot(), () =>
        {
            isReleased.Wait(Cancel);
            return Draft(1);
        });
        var flushed = intake.FlushAsync();
        _time.Advance(2 * Linger);

        Assert.True(intake.TryAdd(new RunSlot(), Prepared(2)));
        isReleased.Set();
        await intake.FlushAsync();

        Assert.True(flushed.IsCompleted);
        Assert.Equal([1, 2], Take(2));
    }

    [Fact]
    public async Task At_the_end_all_rows_are_submitted()
    {
        using var isReleased = new ManualResetEventSlim();
        var intake = new RowIntake(Submit, _time);
        intake.TryAdd(new RunSlot(), Prepared(0));
        intake.TryAdd(new RunSlot(), () =>
        {
            isReleased.Wait(Cancel);
            return Draft(1);
        });
        _ = intake.FlushAsync();
        intake.TryAdd(new RunSlot(), Prepared(2));

        var end = intake.DisposeAsync().AsTask();
        Assert.False(end.IsCompleted);
        isReleased.Set();
        await end;

        Assert.Equal([1, 2], Take(2));
    }

    [Fact]
    public async Task A_run_that_is_disposed_ends_a_wait_for_a_row_that_it_did_not_submit_yet()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        using var isReleased = new ManualResetEventSlim();
        var run = new CustomerRun(target.Client, new RunOptions(), journal: null, Cancel);
        await PassFirstAsync(run, target);
        Task wait = Task.CompletedTask;
        for (var row = 2; row <= 40; row++)
        {
            run.Submit(Held(Environment.CurrentManagedThreadId, isReleased, target.Row(row)));
            wait = run.WaitForRoomAsync();
        }

        var end = run.DisposeAsync().AsTask();
        isReleased.Set();
        await end;
        await wait;

        Assert.InRange(server.Requests.Count, 1, 40);
    }

    [Fact]
    public async Task Rows_that_wait_when_the_run_stops_are_not_sent_and_each_has_an_outcome()
    {
        var server = Serve(request => Answer.Customer(request.Person));
        var target = OnePay(server);
        using var isReleased = new ManualResetEventSlim();
        await using var run = new CustomerRun(target.Client, new RunOptions(), journal: null, Cancel);
        await PassFirstAsync(run, target);
        for (var row = 2; row <= 40; row++)
            run.Submit(Held(Environment.CurrentManagedThreadId, isReleased, target.Row(row)));

        run.Stop(new PaymentError(PaymentErrorId.NotSent, "stop"));
        isReleased.Set();
        var outcomes = new List<DraftOutcome>();
        while (run.Outstanding > 0)
        {
            await run.WaitForRoomAsync();
            while (run.TryTake(out var outcome))
                outcomes.Add(outcome);
        }

        Assert.Equal(Enumerable.Range(2, 39).Select(row => (long)row), outcomes.Select(outcome => outcome.Draft.Row));
        // How many were sent before the stop depends on the time.
        var created = server.Requests.Count - 1;
        Assert.Equal(created, outcomes.Count(outcome => outcome.Outcome == CustomerOutcome.Created));
        Assert.Equal(39 - created, outcomes.Count(outcome => outcome.Outcome == CustomerOutcome.NotSent));
    }

    private static async Task PassFirstAsync(CustomerRun run, Target target)
    {
        run.Submit(target.Row(1));
        await run.WaitAsync();
        Assert.True(run.TryTake(out _));
    }

    /// <summary>Waits for the release, unless the thread of the input prepares the row, because the test was slow.</summary>
    private static Func<PreparedDraft> Held(int inputThread, ManualResetEventSlim isReleased, PreparedDraft prepared) => () =>
    {
        if (Environment.CurrentManagedThreadId != inputThread)
            isReleased.Wait(Cancel);
        return prepared;
    };

    private void Submit(RunSlot slot, PreparedDraft draft) => _submitted.Add(draft.Draft.Row);

    private List<long> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => _submitted.Take(Cancel))];

    private static Func<PreparedDraft> Prepared(long row) => () => Draft(row);

    private static PreparedDraft Draft(long row) => new(new Draft(row), [], [], "", []);
}
