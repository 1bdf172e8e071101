using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// The signals between a run and the account's other workers. The journal is closed after the run and may send signals until then, so
/// signals after the end of the run have no effect.
/// </summary>
/// <param name="stop">Stops the run.</param>
/// <param name="throttle">Delays the run's requests.</param>
internal sealed class SharedControl(RunStop stop, RequestThrottle throttle) : IRunControl
{
    private readonly object _lock = new();
    private bool _hasEnded;

    /// <summary>Tells the other workers of the account to stop, if the reason concerns all of them.</summary>
    public static void Tell(ISharedRun shared, PaymentError reason)
    {
        if (reason.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.ProviderUnavailable or PaymentErrorId.RateLimited)
            shared.Stop(reason);
    }

    public void Hold(TimeSpan delay) => Do(() => throttle.HoldOwn(delay));

    public void Share(int workers) => Do(() => throttle.Share(workers));

    public void Stop(PaymentError reason) => Do(() => stop.Stop(reason, isOfOther: true));

    /// <summary>Ends the signals. When it returns, no signal is being carried out.</summary>
    public void End()
    {
        lock (_lock)
            _hasEnded = true;
    }

    private void Do(Action signal)
    {
        lock (_lock)
        {
            if (!_hasEnded)
                signal();
        }
    }
}
