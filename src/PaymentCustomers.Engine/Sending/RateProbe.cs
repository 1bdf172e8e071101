namespace PaymentCustomers.Engine.Sending;

/// <summary>
/// Finds the number of requests a second that a provider takes from its 429 answers. After a 429 the rate falls, and comes
/// back to the rate of the 429 along a cubic curve: fast at first, slowly near that rate, then faster beyond it (as CUBIC
/// for TCP, RFC 9438, and the adaptive retry mode of the AWS SDKs). Not safe for several threads.
/// </summary>
internal sealed class RateProbe
{
    private const double LeastPerSecond = 0.5;

    // Seconds until the rate of the last 429 is reached again.
    private const double Return = 30;

    // The rate is adjusted as often as this, in seconds: an adjustment costs more than a request's part in it is worth.
    private const double Step = 0.1;

    // The part of the rate that stays after a 429. The first one ends a burst, and one that follows soon means that the rate is far
    // too high.
    private const double AfterBurst = 0.5;
    private static readonly (double Seconds, double Part)[] Falls = [(1, 0.7), (3, 0.85), (double.PositiveInfinity, 0.97)];
    private const double WithoutAnswer = 0.85;

    private double _from;
    private double _ceiling;
    private double? _fallen;
    private double _since;
    private double _adjusted;
    private int _sent;
    private bool _isAdmitted;

    /// <summary>The rate; infinite before the first 429.</summary>
    public double PerSecond { get; private set; } = double.PositiveInfinity;

    /// <summary>A request leaves.</summary>
    /// <param name="now">The time, in seconds.</param>
    public Departure Begin(double now)
    {
        // The first one after a 429 ends the wait that the provider asked for.
        if (_sent++ == 0)
            _since = now;
        return new Departure(now, _sent);
    }

    /// <summary>A request was answered.</summary>
    /// <param name="departure">When it left.</param>
    /// <param name="now">The time, in seconds.</param>
    /// <param name="isThrottled">Whether the answer is a 429.</param>
    /// <returns>Whether the rate changed.</returns>
    public bool End(Departure departure, double now, bool isThrottled)
    {
        // It left before the rate fell, and says nothing about the new rate.
        if (departure.Left < _fallen)
            return false;
        if (isThrottled)
            return Fall(departure, now);
        _isAdmitted = true;
        if (_fallen is null || now - _adjusted < Step)
            return false;
        Adjust(now);
        return true;
    }

    private bool Fall(Departure departure, double now)
    {
        if (_isAdmitted)
        {
            // Answers come in any order: the requests that left before this one are what the provider had admitted.
            var active = Math.Max(departure.Left - _since, Step);
            var used = Math.Min(PerSecond, departure.Ordinal / active);
            var part = _fallen is null && active < Falls[0].Seconds ? AfterBurst : Falls.First(fall => active < fall.Seconds).Part;
            _ceiling = Math.Max(used, LeastPerSecond);
            _from = Math.Max(used * part, LeastPerSecond);
        }
        else if (_fallen is null)
        {
            // Nothing was admitted yet: there is no rate to start from.
            return false;
        }
        else
        {
            // Nothing was admitted since the last 429, so this one says little about the rate.
            _from = Math.Max(PerSecond * WithoutAnswer, LeastPerSecond);
        }

        (_sent, _isAdmitted, _fallen) = (0, false, now);
        Adjust(now);
        return true;
    }

    private void Adjust(double now)
    {
        _adjusted = now;
        var part = 1 - ((now - _fallen!.Value) / Return);
        PerSecond = _ceiling - ((_ceiling - _from) * part * part * part);
    }
}

/// <summary>When a request left.</summary>
/// <param name="Left">The time, in seconds.</param>
/// <param name="Ordinal">Its number among the requests that left since the last 429.</param>
internal readonly record struct Departure(double Left, int Ordinal);
