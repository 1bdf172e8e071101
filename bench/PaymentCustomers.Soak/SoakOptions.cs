namespace PaymentCustomers.Soak;

/// <summary>How the soak goes.</summary>
internal sealed record SoakOptions
{
    /// <summary>
    /// The longest that one attempt may take. Short, so that timeouts are affordable; longer than the slowest answer that
    /// still is one.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Rows in each cell.</summary>
    public int Rows { get; init; } = 2000;

    /// <summary>Kills per provider.</summary>
    public int Kills { get; init; } = 5;

    /// <summary>Decides the rows, the faults and the kills.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Share of the creates that suffer a cell's fault.</summary>
    public double Share { get; init; } = 0.05;

    /// <summary>Requests at once.</summary>
    public int Throttle { get; init; } = 32;

    /// <summary>Rows taken in and not yet given out.</summary>
    public int Window { get; init; } = 2048;

    /// <summary>How much later than now the run takes place.</summary>
    public TimeSpan Later { get; init; }
}
