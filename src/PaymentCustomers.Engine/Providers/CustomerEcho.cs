namespace PaymentCustomers.Engine.Providers;

/// <summary>
/// The customer in the response to a create, compared with the request. The response is verified, because it may contain another
/// customer or none.
/// </summary>
/// <param name="Id">The customer's id in the response; null if there is none.</param>
/// <param name="Json">The JSON of the customer.</param>
internal sealed record CustomerEcho(string? Id, ReadOnlyMemory<byte> Json)
{
    // No provider has ids of this length. A longer one indicates a broken or malicious response.
    private const int LongestId = 128;

    /// <summary>A field whose value in the response belongs to another customer; null if there is none.</summary>
    public CustomerField? Contradiction { get; init; }

    /// <summary>The idempotency key in the customer's metadata; null if there is none.</summary>
    public string? Key { get; init; }

    /// <summary>Whether the provider says that the customer was deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>When the provider created the customer; null if the response does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Whether the response contains a customer but says that the request failed.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Whether the id is usable: a single JSON string of letters, digits and a few punctuation characters.</summary>
    public bool HasSoundId { get; init; }

    /// <summary>Whether a text can be the id of a customer.</summary>
    public static bool IsSound(string id) =>
        id.Length is > 0 and <= LongestId && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or ':');
}
