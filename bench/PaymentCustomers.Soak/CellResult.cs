namespace PaymentCustomers.Soak;

/// <summary>The result of a cell, one line of the table.</summary>
internal sealed record CellResult
{
    public required string Provider { get; init; }

    public required string Cell { get; init; }

    public required int Rows { get; init; }

    public required int Created { get; init; }

    public required int Duplicate { get; init; }

    public required int Failed { get; init; }

    public required int Unknown { get; init; }

    /// <summary>The number of runs after the first one with the same journal.</summary>
    public required int Resumed { get; init; }

    public required int Lost { get; init; }

    public required int Twice { get; init; }

    public required int Unaccounted { get; init; }

    public required long Requests { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The number of rows in doubt after each kill or cancellation during the run.</summary>
    public IReadOnlyList<int>? InDoubt { get; init; }

    public IReadOnlyList<string> Details { get; init; } = [];

    public bool IsClean => Lost == 0 && Twice == 0 && Unaccounted == 0;
}
