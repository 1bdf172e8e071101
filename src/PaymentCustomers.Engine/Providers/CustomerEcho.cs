namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// What the answer to a create says, compared with what was sent. An answer is not believed: it may belong to another
/// customer, or name none.
/// </summary>
/// <param name="Id">The customer's id as the answer has it; null if it has none.</param>
/// <param name="Json">The customer's own JSON.</param>
internal sealed record CustomerEcho(string? Id, ReadOnlyMemory<byte> Json)
{
    // No provider's ids come near; a longer one is a broken or hostile answer.
    private const int LongestId = 128;

    /// <summary>A field that came back with a value of somebody else; null if none did.</summary>
    public CustomerField? Contradiction { get; init; }

    /// <summary>The idempotency key among the customer's metadata; null if it is not there.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the provider says that the customer was deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>When the provider created the customer, where it says so.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Whether the answer says beside the customer that the request failed.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Whether the id can be one: JSON text of letters, digits and a few signs, and the only one.</summary>
    public bool HasSoundId { get; init; }

    /// <summary>Whether a text can be the id of a customer.</summary>
    public static bool IsSound(string id) =>
        id.Length is > 0 and <= LongestId && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':');
}
