using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Postgres;

/// <summary>A row that was asked for.</summary>
/// <param name="Row">Its place in the input, from 1.</param>
/// <param name="Key">Its key.</param>
/// <param name="Hash">The key, as tables of keys know it.</param>
internal sealed record Asked(long Row, string Key, UInt128 Hash)
{
    private TaskCompletionSource<Claim>? _later;

    /// <summary>The first answer: it may be that another worker has the row.</summary>
    public TaskCompletionSource<Claim> Answer { get; } = New();

    /// <summary>Another worker is at work on it.</summary>
    public void Wait()
    {
        if (_later is not null)
            return;
        _later = New();
        Answer.SetResult(new Claim(ClaimKind.Elsewhere, Row, Key, Hash) { Later = _later.Task });
    }

    /// <summary>It is decided.</summary>
    public void Decide(Claim claim) => (_later ?? Answer).TrySetResult(claim);

    /// <summary>It will not be decided any more.</summary>
    public void Fail(PaymentException failure) => (_later ?? Answer).TrySetException(failure);

    /// <summary>Nobody waits for it any more.</summary>
    public void Cancel() => (_later ?? Answer).TrySetCanceled();

    private static TaskCompletionSource<Claim> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
