using System.Text.Json.Serialization;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The result of an import as JSON. Member names are stable; new ones may be added.</summary>
internal sealed record ImportJson
{
    public required string Provider { get; init; }

    public required string Environment { get; init; }

    public required bool DryRun { get; init; }

    public required long Rows { get; init; }

    public required long Created { get; init; }

    public required long Existing { get; init; }

    public required long Duplicate { get; init; }

    public required long Failed { get; init; }

    public required long Unknown { get; init; }

    public required long NotSent { get; init; }

    /// <summary>The number of rows that an earlier run with the same journal had completed. They are also counted under their outcome.</summary>
    public required long FromJournal { get; init; }

    /// <summary>The number of rows of other shards; only with --shard.</summary>
    public long? OtherShard { get; init; }

    /// <summary>The number of valid rows in a dry run.</summary>
    public long? Valid { get; init; }

    public required double Seconds { get; init; }

    public required double RowsPerSecond { get; init; }

    public string? Stopped { get; init; }

    /// <summary>The journal. Running the same command with it continues where the run ended.</summary>
    public string? Journal { get; init; }

    public string? Rejects { get; init; }

    public string? Output { get; init; }

    public string? Report { get; init; }

    /// <summary>The problems that a dry run found, by kind.</summary>
    public IReadOnlyList<ProblemJson>? Problems { get; init; }

    /// <summary>The number of errors, by error id.</summary>
    public required IReadOnlyDictionary<string, long> ErrorCounts { get; init; }

    /// <summary>The first ten errors of each kind.</summary>
    public required IReadOnlyList<ErrorJson> Errors { get; init; }

    /// <summary>The number of errors that are not in <see cref="Errors"/>.</summary>
    public required long ErrorsCut { get; init; }

    /// <summary>The recommended actions, by error id.</summary>
    public required IReadOnlyDictionary<string, string> Actions { get; init; }
}

/// <summary>The error of a row.</summary>
internal sealed record ErrorJson(long? Row, string Id, string Message);

/// <summary>A problem that rows have in common, with the first of these rows.</summary>
internal sealed record ProblemJson(string Id, string Message, long Count, IReadOnlyList<long> Rows);

/// <summary>Source-generated JSON serialization of the command line program.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportJson))]
[JsonSerializable(typeof(FileJournalJson))]
[JsonSerializable(typeof(JournalJson))]
internal sealed partial class CliJson : JsonSerializerContext;
