using System.Globalization;

namespace PaymentCustomers.Soak;

/// <summary>The disturbances while several workers process one file.</summary>
internal sealed record Havoc
{
    /// <summary>The number of concurrent workers.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>The number of workers that are killed. Each is replaced by a new one.</summary>
    public int Kills { get; init; }

    /// <summary>The number of workers that are suspended for longer than their lease and then continue.</summary>
    public int Stops { get; init; }

    /// <summary>The number of times the database server is killed.</summary>
    public int ServerKills { get; init; }

    /// <summary>The number of times the network of a worker to the database or to the provider is cut for longer than its lease.</summary>
    public int Cuts { get; init; }

    /// <summary>The maximum error of the workers' clocks, in minutes.</summary>
    public int Clocks { get; init; }

    /// <summary>How many seconds a worker may be silent.</summary>
    public int Lease { get; init; } = 4;

    /// <summary>Whether to use one worker with a journal file instead, as the baseline.</summary>
    public bool UsesFile { get; init; }

    /// <summary>The latency of the provider, in milliseconds.</summary>
    public int LatencyMs { get; init; } = Interruptions.LatencyMs;
}

/// <summary>The result of several workers on one file.</summary>
internal sealed record SharedResult
{
    public required string Provider { get; init; }

    public required int Rows { get; init; }

    public required Havoc Havoc { get; init; }

    public required int Kills { get; init; }

    public required int Stops { get; init; }

    public required int ServerKills { get; init; }

    public required int Cuts { get; init; }

    public required double Seconds { get; init; }

    public required long Created { get; init; }

    public required long Unknown { get; init; }

    /// <summary>The number of rows without a customer after the run was started again after a break.</summary>
    public required long Open { get; init; }

    public required int Lost { get; init; }

    public required int Twice { get; init; }

    public required int Named { get; init; }

    public required int Unaccounted { get; init; }

    public required IReadOnlyList<long> Shares { get; init; }

    public required long TakenOver { get; init; }

    public required IReadOnlyList<string> Details { get; init; }

    /// <summary>Whether nothing is lost or unaccounted for, and every surplus customer is named.</summary>
    public bool IsClean => Lost == 0 && Unaccounted == 0 && Twice <= Named;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Provider}: {Rows} rows, {Havoc.Workers} workers, {Kills} kills, {Stops} stops, {ServerKills} server kills, {Cuts} cuts, clocks up to {Havoc.Clocks} min wrong: {Created} created, {Unknown} unknown ({Open} in the end), {TakenOver} taken over, {Lost} lost, {Unaccounted} unaccounted, {Twice} twice ({Named} named), {Seconds:0.0} s, {Rows / Seconds:0} rows/s; rows by worker {string.Join(", ", Shares)}");
}
