using System.Text.Json.Serialization;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>What an import came to, for programs. Names are a promise: they are only added to.</summary>
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

    /// <summary>The rows that an earlier run with the same journal had done; they are counted by their outcome too.</summary>
    public required long FromJournal { get; init; }

    /// <summary>The rows of other shards; only with --shard.</summary>
    public long? OtherShard { get; init; }

    /// <summary>The rows that a dry run found nothing wrong with.</summary>
    public long? Valid { get; init; }

    public required double Seconds { get; init; }

    public required double RowsPerSecond { get; init; }

    public string? Stopped { get; init; }

    /// <summary>The record of the run: with it the same command goes on where it ended.</summary>
    public string? Journal { get; init; }

    public string? Rejects { get; init; }

    public string? Output { get; init; }

    public string? Report { get; init; }

    /// <summary>What a dry run found wrong, by kind.</summary>
    public IReadOnlyList<ProblemJson>? Problems { get; init; }

    /// <summary>How many errors there were, by error id.</summary>
    public required IReadOnlyDictionary<string, long> ErrorCounts { get; init; }

    /// <summary>The first ten of each kind.</summary>
    public required IReadOnlyList<ErrorJson> Errors { get; init; }

    /// <summary>How many errors are not in <see cref="Errors"/>.</summary>
    public required long ErrorsCut { get; init; }

    /// <summary>What to do, by error id.</summary>
    public required IReadOnlyDictionary<string, string> Actions { get; init; }
}

/// <summary>What is wrong with a row.</summary>
internal sealed record ErrorJson(long? Row, string Id, string Message);

/// <summary>What is wrong with rows, and which are the first.</summary>
internal sealed record ProblemJson(string Id, string Message, long Count, IReadOnlyList<long> Rows);

/// <summary>Source-generated JSON of the command line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportJson))]
[JsonSerializable(typeof(FileJournalJson))]
[JsonSerializable(typeof(JournalJson))]
internal sealed partial class CliJson : JsonSerializerContext;
