namespace PaymentCustomers.Emulator.Hosting;

/// <summary>The requests per second that are admitted, counted for each second of the clock.</summary>
internal sealed class Admission(LiveOptions options)
{
    private readonly Lock _gate = new();
    private readonly long _start = options.Time.GetTimestamp();
    private long _second = -1;
    private int _count;

    /// <summary>Whether a request is admitted now.</summary>
    public bool Admits()
    {
        if (options.Current.RequestsPerSecond is not { } most)
            return true;
        var second = (long)options.Time.GetElapsedTime(_start).TotalSeconds;
        lock (_gate)
        {
            if (second != _second)
                (_second, _count) = (second, 0);
            return _count++ < most;
        }
    }
}
