using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Postgres;

/// <summary>A pending claim on a row.</summary>
/// <param name="Row">The row number in the input, from 1.</param>
/// <param name="Key">The row's idempotency key.</param>
/// <param name="Hash">The hash of the key in key tables.</param>
internal sealed record Asked(long Row, string Key, KeyHash Hash)
{
    private TaskCompletionSource<Claim>? _later;

    /// <summary>The first result. It may be that another worker has the claim.</summary>
    public TaskCompletionSource<Claim> Answer { get; } = New();

    /// <summary>Records that another worker has the claim.</summary>
    public void Wait()
    {
        if (_later is not null)
            return;
        _later = New();
        Answer.SetResult(new Claim(ClaimKind.Elsewhere, Row, Key, Hash) { Later = _later.Task });
    }

    /// <summary>Completes the claim.</summary>
    public void Decide(Claim claim) => (_later ?? Answer).TrySetResult(claim);

    /// <summary>Completes the claim with an error.</summary>
    public void Fail(PaymentException failure) => (_later ?? Answer).TrySetException(failure);

    /// <summary>Cancels the claim, because the run has ended.</summary>
    public void Cancel() => (_later ?? Answer).TrySetCanceled();

    private static TaskCompletionSource<Claim> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
