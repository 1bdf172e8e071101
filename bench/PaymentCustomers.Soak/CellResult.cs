namespace PaymentCustomers.Soak;

/// <summary>A line of the table.</summary>
internal sealed record CellResult
{
    public required string Provider { get; init; }

    public required string Cell { get; init; }

    public required int Rows { get; init; }

    public required int Created { get; init; }

    public required int Duplicate { get; init; }

    public required int Failed { get; init; }

    public required int Unknown { get; init; }

    /// <summary>Runs after the first with the same journal.</summary>
    public required int Resumed { get; init; }

    public required int Lost { get; init; }

    public required int Twice { get; init; }

    public required int Unaccounted { get; init; }

    public required long Requests { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The rows left in doubt by each kill or cancellation that came while the run was under way.</summary>
    public IReadOnlyList<int>? InDoubt { get; init; }

    public IReadOnlyList<string> Details { get; init; } = [];

    public bool IsClean => Lost == 0 && Twice == 0 && Unaccounted == 0;
}
