using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Tests.Runs;

/// <summary>How many rows of a shared run may be undecided at once.</summary>
public sealed class SharedWindowTests
{
    [Fact]
    public void It_is_full_when_as_many_rows_are_in_it_as_it_has_places()
    {
        var window = new SharedWindow(2);

        window.Enter();
        Assert.False(window.IsFull);
        window.Enter();
        Assert.True(window.IsFull);
        window.Leave(isDone: true);
        Assert.False(window.IsFull);
    }

    [Fact]
    public void A_caller_that_waits_for_room_is_woken_when_a_quarter_is_free()
    {
        var window = new SharedWindow(8);
        for (var i = 0; i < 8; i++)
            window.Enter();
        var room = window.Room;

        window.Leave(isDone: true);
        Assert.False(room.IsCompleted);
        window.Leave(isDone: false);
        Assert.True(room.IsCompletedSuccessfully);
        Assert.False(window.Room.IsCompleted);
    }

    [Fact]
    public async Task A_row_that_waits_for_another_workers_decision_leaves_its_place_until_it_is_decided()
    {
        var window = new SharedWindow(1);
        var decided = new TaskCompletionSource<Claim>();
        window.Enter();

        var deciding = window.DecideAsync(Claim(ClaimKind.Elsewhere) with { Later = decided.Task }, CancellationToken.None);

        Assert.False(window.IsFull);
        decided.SetResult(Claim(ClaimKind.Done));
        Assert.Equal(ClaimKind.Done, (await deciding).Kind);
        Assert.True(window.IsFull);
    }

    [Fact]
    public async Task Rows_wait_for_the_first_one_until_it_is_done()
    {
        var window = new SharedWindow(8);
        window.Enter();
        window.Enter();
        var never = new TaskCompletionSource().Task;

        Assert.True(window.TakeTurnAsync(never, CancellationToken.None).IsCompletedSuccessfully);
        var second = window.TakeTurnAsync(never, CancellationToken.None);
        window.Leave(isDone: false);
        Assert.False(second.IsCompleted);
        window.Leave(isDone: true);
        await second.WaitAsync(RunTest.Patience, TestContext.Current.CancellationToken);
        Assert.True(window.TakeTurnAsync(never, CancellationToken.None).IsCompletedSuccessfully);
    }

    private static Claim Claim(ClaimKind kind) => new(kind, 1, "key-1", new KeyHash(0, 1));
}
