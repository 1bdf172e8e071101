using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Tests.Journals;

/// <summary>A shared journal that shows what its run hears from the account's other workers.</summary>
internal sealed class ObservedJournal(IJournal journal) : IJournal, ISharedRun, IRunControl
{
    private IRunControl? _run;

    /// <summary>The number of workers that share the account's rate, as the run knows it.</summary>
    public int Workers { get; private set; }

    /// <summary>Completes when the run was told to wait.</summary>
    public TaskCompletionSource<TimeSpan> Held { get; } = new();

    public bool IsKept => journal.IsKept;

    public bool IsContinued => journal.IsContinued;

    public ISharedRun Shared => this;

    public IReadOnlyCollection<string> SomeCreated => journal.SomeCreated;

    public PaymentException? Failure => journal.Failure;

    public bool MayLeave => journal.Shared!.MayLeave;

    public ValueTask<Claim> ClaimAsync(long row, string key) => journal.ClaimAsync(row, key);

    public KeyRecord Recall(Claim claim) => journal.Recall(claim);

    public ValueTask<Claim> LookAsync(long row, string key) => journal.LookAsync(row, key);

    public bool TryOwn(string id) => journal.TryOwn(id);

    public void Note(Claim claim, KeyState state, string? id = null, PaymentError? error = null) => journal.Note(claim, state, id, error);

    public void NoteRefused(long row, PaymentError error) => journal.NoteRefused(row, error);

    public void Hurry() => journal.Hurry();

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    public ValueTask ReadyAsync(CancellationToken waiting) => journal.Shared!.ReadyAsync(waiting);

    public void Join(IRunControl run)
    {
        _run = run;
        journal.Shared!.Join(this);
    }

    public void Hold(TimeSpan delay) => journal.Shared!.Hold(delay);

    public void Stop(PaymentError reason) => journal.Shared!.Stop(reason);

    public Task<bool> IsLastAsync(CancellationToken cancellation) => journal.Shared!.IsLastAsync(cancellation);

    public bool Knows(string key) => journal.Shared!.Knows(key);

    public void NoteDoubled(string key, IReadOnlyList<string> ids) => journal.Shared!.NoteDoubled(key, ids);

    void IRunControl.Hold(TimeSpan delay)
    {
        _run!.Hold(delay);
        Held.TrySetResult(delay);
    }

    void IRunControl.Share(int workers)
    {
        _run!.Share(workers);
        Workers = workers;
    }

    void IRunControl.Stop(PaymentError reason) => _run!.Stop(reason);
}
