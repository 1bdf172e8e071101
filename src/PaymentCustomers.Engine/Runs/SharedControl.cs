using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Sending;

namespace PaymentCustomers.Engine.Runs;

/// <summary>What a run and the account's other workers may do with each other.</summary>
/// <param name="stop">Stops the run.</param>
/// <param name="throttle">Holds it back.</param>
internal sealed class SharedControl(RunStop stop, RequestThrottle throttle) : IRunControl
{
    /// <summary>What every worker of the account would meet stops them all.</summary>
    public static void Tell(ISharedRun shared, PaymentError reason)
    {
        if (reason.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.ProviderUnavailable or PaymentErrorId.RateLimited)
            shared.Stop(reason);
    }

    public void Hold(TimeSpan delay) => throttle.HoldOwn(delay);

    public void Share(int workers) => throttle.Share(workers);

    public void Stop(PaymentError reason) => stop.Stop(reason, isOfOther: true);
}
