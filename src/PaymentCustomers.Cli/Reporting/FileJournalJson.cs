namespace PaymentCustomers.Cli.Reporting;

/// <summary>The contents of a journal file as JSON. Member names are stable; new ones may be added.</summary>
internal sealed record FileJournalJson
{
    public required string Journal { get; init; }

    public required string Provider { get; init; }

    public required string Environment { get; init; }

    public required string Account { get; init; }

    public required long Created { get; init; }

    public required long Existing { get; init; }

    public required long Updated { get; init; }

    public required long Failed { get; init; }

    public required long Unknown { get; init; }

    public required long UnderWay { get; init; }

    public required long NotSent { get; init; }

    public required long Refused { get; init; }

    /// <summary>The runs, in the order in which they started.</summary>
    public required IReadOnlyList<PaymentJournalRun> Runs { get; init; }

    /// <summary>The last state of each row, which connects the row and its key with the provider's id.</summary>
    public required IReadOnlyList<JournalRowJson> Rows { get; init; }
}

/// <summary>A row in a journal.</summary>
internal sealed record JournalRowJson(long Row, string State, string? Key, string? Id, string? Error, int? Status);
