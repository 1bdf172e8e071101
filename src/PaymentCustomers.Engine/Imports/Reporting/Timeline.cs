namespace PaymentCustomers.Engine.Imports.Reporting;

/// <summary>The number of rows per outcome over the time of a run. Its memory is limited: when it is full, the slices become twice as long.</summary>
/// <param name="clock">The clock.</param>
internal sealed class Timeline(TimeProvider clock)
{
    private const int MostSlices = 120;

    private static readonly int Outcomes = Enum.GetValues<CustomerOutcome>().Length;

    private readonly long _start = clock.GetTimestamp();
    private readonly List<long[]> _slices = [];
    private readonly List<(TimeSpan From, TimeSpan To)> _waits = [];

    /// <summary>The duration of a slice.</summary>
    public TimeSpan Slice { get; private set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The number of rows in each slice, by outcome.</summary>
    public IReadOnlyList<long[]> Slices => _slices;

    /// <summary>The periods in which nothing was sent because the provider asked to wait.</summary>
    public IReadOnlyList<(TimeSpan From, TimeSpan To)> Waits => _waits;

    /// <summary>The duration of the run so far.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_start);

    /// <summary>Records a row.</summary>
    public void Add(CustomerOutcome outcome) => At(Elapsed)[(int)outcome]++;

    /// <summary>Records a wait that the provider asked for.</summary>
    public void AddWait(TimeSpan from, TimeSpan to)
    {
        if (_waits.Count > 0 && _waits[^1].To >= from - Slice)
            _waits[^1] = (_waits[^1].From, to);
        else if (_waits.Count < MostSlices)
            _waits.Add((from, to));
    }

    private long[] At(TimeSpan time)
    {
        while (time / Slice >= MostSlices)
            Double();
        var index = (int)(time / Slice);
        while (_slices.Count <= index)
            _slices.Add(new long[Outcomes]);
        return _slices[index];
    }

    private void Double()
    {
        var half = (_slices.Count + 1) / 2;
        for (var i = 0; i < half; i++)
        {
            var joined = _slices[2 * i];
            if ((2 * i) + 1 < _slices.Count)
                joined = [.. joined.Zip(_slices[(2 * i) + 1], (one, other) => one + other)];
            _slices[i] = joined;
        }

        _slices.RemoveRange(half, _slices.Count - half);
        Slice *= 2;
    }
}
