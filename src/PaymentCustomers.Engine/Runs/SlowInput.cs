namespace PaymentCustomers.Engine.Runs;

/// <summary>
/// How long a front waits for outcomes when its input is slow. One thread reads the input and writes the outcomes: while it
/// waits for an outcome, the input waits too. So it waits only where a person would notice that an outcome is shown late,
/// and in all no longer than a small part of the time that the input takes anyway.
/// </summary>
internal sealed class SlowInput
{
    // What is shown earlier than this after it was there looks immediate.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(250);

    // The outcomes of the first rows are waited for in any case: somebody at a prompt sees that it works.
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private const double Part = 0.03;

    private TimeSpan _credit = First;

    /// <summary>How long outcomes may be waited for now.</summary>
    /// <param name="pause">How long the input took for its last row.</param>
    /// <returns>Zero if the input is not slow, or enough was waited already; never longer than the pause.</returns>
    public TimeSpan Allow(TimeSpan pause)
    {
        _credit += pause * Part;
        if (pause < Noticeable || _credit <= TimeSpan.Zero)
            return TimeSpan.Zero;
        return pause < _credit ? pause : _credit;
    }

    /// <summary>Counts what was waited.</summary>
    /// <param name="waited">How long.</param>
    public void Spend(TimeSpan waited) => _credit -= waited;
}
