namespace PaymentCustomers.Soak;

/// <summary>
/// The system's clock with a later time of day: for a run that somebody starts again after a break, without the break.
/// </summary>
/// <param name="later">How much later.</param>
internal sealed class LaterClock(TimeSpan later) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
}
