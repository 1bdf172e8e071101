namespace PaymentCustomers.Soak;

/// <summary>
/// The system clock with an offset, for a run that is started again after a break, without waiting for the break.
/// </summary>
/// <param name="later">The offset.</param>
internal sealed class LaterClock(TimeSpan later) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
}
