namespace PaymentCustomers;

/// <summary>
/// What went wrong, and what to do about it. Holds no secret, and nothing that a terminal would obey: providers, files and
/// systems put in what they like, so that each text is cleaned here, once for all who show it.
/// </summary>
public sealed record PaymentError(PaymentErrorId Id, string Message)
{
    /// <summary>What went wrong, on one line.</summary>
    public string Message { get; init => field = PrintableText.Line(value); } = PrintableText.Line(Message);

    /// <summary>The row of the input, from 1; null when the error is about no row.</summary>
    public long? Row { get; init; }

    /// <summary>Everything wrong with the row, when it was found wanting before it was sent.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>What to do now.</summary>
    public string? RecommendedAction { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The HTTP status, if the provider answered.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's own code and code name.</summary>
    public string? ProviderCode { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The provider's own words, field messages included.</summary>
    public string? ProviderMessage { get; init => field = value is null ? null : PrintableText.Lines(value); }

    /// <summary>The provider's id for the request, to quote to its support.</summary>
    public string? RequestId { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The answer as it came, shortened, with secrets removed.</summary>
    public string? Body { get; init => field = value is null ? null : PrintableText.Lines(value); }

    /// <summary>How long the provider asks to wait, if it says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The idempotency key of the draft, if it had one.</summary>
    public string? IdempotencyKey { get; init; }
}
