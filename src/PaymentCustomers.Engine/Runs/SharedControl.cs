using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>The signals between a run and the account's other workers.</summary>
/// <param name="stop">Stops the run.</param>
/// <param name="throttle">Delays the run's requests.</param>
internal sealed class SharedControl(RunStop stop, RequestThrottle throttle) : IRunControl
{
    /// <summary>Tells the other workers of the account to stop, if the reason concerns all of them.</summary>
    public static void Tell(ISharedRun shared, PaymentError reason)
    {
        if (reason.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.ProviderUnavailable or PaymentErrorId.RateLimited)
            shared.Stop(reason);
    }

    public void Hold(TimeSpan delay) => throttle.HoldOwn(delay);

    public void Share(int workers) => throttle.Share(workers);

    public void Stop(PaymentError reason) => stop.Stop(reason, isOfOther: true);
}
