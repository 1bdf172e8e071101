namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Finds the number of requests at once from the time that answers take: more as long as answers take no longer, fewer in
/// proportion when they take longer (the gradient of Netflix's concurrency-limits and of Envoy's adaptive concurrency
/// filter). Not safe for several threads.
/// </summary>
internal sealed class LatencyGradient
{
    // Answers may take so many times the shortest time before there are fewer requests at once.
    private const double Tolerance = 1.5;

    private const double LeastGradient = 0.5;

    private const int LeastSamples = 16;

    // With fewer requests than this part of the limit, answers say nothing about a higher limit.
    private const double UsedPart = 0.8;

    // The shortest time is measured again from time to time, with half of the requests at once: a provider may have become slower
    // for good, and with too many requests at once there is no short time to be seen.
    private const double MeasureSeconds = 30;

    private double _limit = AdaptiveLimits.FirstConcurrency;
    private double _sum;
    private int _samples;
    private int _mostOnWire;
    private double? _shortest;
    private double _measured;
    private bool _isMeasuring;
    private int _rounds;

    /// <summary>The number of requests at once.</summary>
    public int Limit => (int)Math.Max(1, _isMeasuring ? _limit / 2 : _limit);

    /// <summary>Adds an answer.</summary>
    /// <param name="seconds">The time that it took.</param>
    /// <param name="onWire">How many requests were in progress, including this one.</param>
    /// <param name="now">The time, in seconds.</param>
    /// <returns>Whether the number of requests at once changed.</returns>
    public bool Add(double seconds, int onWire, double now)
    {
        _sum += seconds;
        _samples++;
        _mostOnWire = Math.Max(_mostOnWire, onWire);
        if (_samples < Math.Max(LeastSamples, Limit))
            return false;
        var mean = _sum / _samples;
        var isUsed = _mostOnWire >= UsedPart * Limit;
        var before = Limit;
        (_sum, _samples, _mostOnWire) = (0, 0, 0);
        if (_isMeasuring)
        {
            // The first round still has answers to requests that left before it.
            if (_rounds++ > 0)
                (_shortest, _measured, _isMeasuring) = (mean, now, false);
            return Limit != before;
        }

        _shortest = _shortest < mean ? _shortest : mean;
        _limit = Math.Clamp(Next(Math.Clamp(Tolerance * _shortest.Value / mean, LeastGradient, 1), isUsed), 1, AdaptiveLimits.MostConcurrency);
        if (now - _measured >= MeasureSeconds && isUsed)
            (_rounds, _isMeasuring) = (0, true);
        return Limit != before;
    }

    private double Next(double gradient, bool isUsed) => (gradient, isUsed) switch
    {
        ( < 1, _) => _limit * gradient,
        (_, true) => _limit + Math.Sqrt(_limit),
        _ => _limit,
    };
}
