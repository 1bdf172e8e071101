namespace PaymentCustomers.Cli.Reporting;

/// <summary>The progress of a shared run as JSON. Member names are stable; new ones may be added.</summary>
internal sealed record JournalJson
{
    public required string Run { get; init; }

    public required string Provider { get; init; }

    public required string Environment { get; init; }

    public required string Account { get; init; }

    public long? Announced { get; init; }

    public required long Created { get; init; }

    public required long Existing { get; init; }

    public required long Updated { get; init; }

    public required long Failed { get; init; }

    public required long Unknown { get; init; }

    public required long UnderWay { get; init; }

    public required long NotSent { get; init; }

    public double? HeldSeconds { get; init; }

    public string? Stopped { get; init; }

    public required IReadOnlyList<WorkerJson> Workers { get; init; }

    public required IReadOnlyList<DoubledJson> Doubled { get; init; }
}

/// <summary>A worker of a shared run.</summary>
internal sealed record WorkerJson(Guid Worker, string State, DateTimeOffset Begun, DateTimeOffset Heard, long Rows, long TakenOver);

/// <summary>A row with more than one customer.</summary>
internal sealed record DoubledJson(long Row, string Key, IReadOnlyList<string> Ids);
