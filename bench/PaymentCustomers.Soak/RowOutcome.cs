using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentCustomers.Engine.Runs;

namespace PaymentCustomers.Soak;

/// <summary>The outcome that a run reported for a row.</summary>
/// <param name="Row">The row number, from 1.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Id">The customer's id, if it has one.</param>
/// <param name="Key">The row's key; null for a row that cannot be sent.</param>
/// <param name="Error">The error, if there was one.</param>
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

    /// <summary>Reads a line; null if it is incomplete.</summary>
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
