using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Soak;

/// <summary>What a run said of a row.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Id">The customer's id, if it has one.</param>
/// <param name="Key">The row's key, if it was one that can be sent.</param>
/// <param name="Error">What went wrong, if anything did.</param>
internal sealed record RowOutcome(long Row, CustomerOutcome Outcome, string? Id, string? Key, PaymentErrorId? Error)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [JsonIgnore]
    public bool IsStored => Outcome is CustomerOutcome.Created or CustomerOutcome.Existing or CustomerOutcome.Duplicate;

    public static RowOutcome Of(DraftOutcome outcome) => new(
        outcome.Draft.Row,
        outcome.Outcome,
        outcome.Customer?.Id,
        outcome.Customer?.IdempotencyKey ?? outcome.Error?.IdempotencyKey,
        outcome.Error?.Id);

    public string ToLine() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a line; null if it is torn.</summary>
    public static RowOutcome? FromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RowOutcome>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
