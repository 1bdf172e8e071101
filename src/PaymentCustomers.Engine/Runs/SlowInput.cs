namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// How long a front waits for outcomes when its input is slow. One thread reads the input and writes the outcomes, so that the input
/// waits while that thread waits for an outcome. Therefore it waits only where a person would notice that an outcome is shown late,
/// and in total only for a small part of the time that the input takes anyway.
/// </summary>
internal sealed class SlowInput
{
    // A shorter delay is not noticeable.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(250);

    // Always wait for the outcomes of the first rows, so that a user at a prompt sees that it works.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private const double Part = 0.03;

    private TimeSpan _credit = First;

    /// <summary>How long to wait for outcomes now.</summary>
    /// <param name="pause">How long the input took for the last row.</param>
    /// <returns>Zero if the input is not slow or the permitted time is used up; never longer than the pause.</returns>
    public TimeSpan Allow(TimeSpan pause)
    {
        _credit += pause * Part;
        if (pause < Noticeable || _credit <= TimeSpan.Zero)
            return TimeSpan.Zero;
        return pause < _credit ? pause : _credit;
    }

    /// <summary>Subtracts time that was spent waiting.</summary>
    /// <param name="waited">The time spent.</param>
    public void Spend(TimeSpan waited) => _credit -= waited;
}
