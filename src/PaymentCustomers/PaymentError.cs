namespace PaymentCustomers;

/// <summary>
/// Describes what went wrong and what to do about it. Contains no secret and no control characters: texts from providers,
/// files and the system are cleaned here, once for every caller.
/// </summary>
public sealed record PaymentError(PaymentErrorId Id, string Message)
{
    /// <summary>What went wrong, on one line.</summary>
    public string Message { get; init => field = PrintableText.Line(value); } = PrintableText.Line(Message);

    /// <summary>The input row, starting at 1; null if the error does not concern a row.</summary>
    public long? Row { get; init; }

    /// <summary>All problems of the row, if it was rejected before anything was sent.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>What to do now.</summary>
    public string? RecommendedAction { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The HTTP status, if the provider answered.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's error code and its name.</summary>
    public string? ProviderCode { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The provider's message, including its messages about fields.</summary>
    public string? ProviderMessage { get; init => field = value is null ? null : PrintableText.Lines(value); }

    /// <summary>The provider's id of the request, for questions to its support.</summary>
    public string? RequestId { get; init => field = value is null ? null : PrintableText.Line(value); }

    /// <summary>The response body as received, shortened, with secrets removed.</summary>
    public string? Body { get; init => field = value is null ? null : PrintableText.Lines(value); }

    /// <summary>How long the provider asks to wait; null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The idempotency key of the row, if it has one.</summary>
    public string? IdempotencyKey { get; init; }
}
