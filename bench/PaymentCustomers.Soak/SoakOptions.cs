namespace PaymentCustomers.Soak;

/// <summary>The settings of the soak test.</summary>
internal sealed record SoakOptions
{
    /// <summary>
    /// The timeout of one attempt. Short, so that timeouts do not take too long, but longer than the slowest regular
    /// response.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The number of rows in each cell.</summary>
    public int Rows { get; init; } = 2000;

    /// <summary>The number of kills per provider.</summary>
    public int Kills { get; init; } = 5;

    /// <summary>The seed for rows, faults and kills.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The share of creates that are affected by a cell's fault.</summary>
    public double Share { get; init; } = 0.05;

    /// <summary>The maximum number of concurrent requests.</summary>
    public int Throttle { get; init; } = 32;

    /// <summary>The maximum number of submitted rows without a returned outcome.</summary>
    public int Window { get; init; } = 2048;

    /// <summary>The offset of the run's clock from the current time.</summary>
    public TimeSpan Later { get; init; }
}
