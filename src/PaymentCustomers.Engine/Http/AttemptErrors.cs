using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Http;

/// <summary>Describes failed attempts.</summary>
internal static class AttemptErrors
{
    private const int LongestBody = 2000;
    private const int LongestText = 2000;

    /// <summary>The connection was disconnected.</summary>
    public static PaymentException Disconnected(PaymentConnection connection) =>
        new(new PaymentError(PaymentErrorId.NotConnected, HttpMessages.Disconnected(connection.Name))
        {
            RecommendedAction = ConnectionMessages.ConnectFirst(connection.Provider),
        });

    /// <summary>The id cannot belong to any customer.</summary>
    public static PaymentException NoSuchId(string id) =>
        new(new PaymentError(PaymentErrorId.CustomerNotFound, HttpMessages.NoSuchId(id)) { RecommendedAction = HttpMessages.NoSuchIdAction });

    /// <summary>Describes a failed attempt.</summary>
    /// <param name="client">The client that made the attempt.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="subject">What the request was about: a row or an id.</param>
    public static PaymentError Describe(ProviderClient client, Attempt attempt, string subject) => attempt.Kind switch
    {
        AttemptKind.NotConnected => Broken(
            client, PaymentErrorId.ConnectionFailed, subject,
            HttpMessages.Unreachable(client.Provider.Name, Cause(client, attempt)),
            HttpMessages.UnreachableAction),
        AttemptKind.ConnectionLost => Broken(
            client, PaymentErrorId.ConnectionFailed, subject,
            HttpMessages.ConnectionLost(client.Provider.Name, Cause(client, attempt)),
            ProviderMessages.AmbiguousAction(client.Provider, attempt.Operation)),
        AttemptKind.TimedOut => Broken(
            client, PaymentErrorId.RequestTimedOut, subject,
            HttpMessages.TimedOut(client.Provider.Name),
            ProviderMessages.AmbiguousAction(client.Provider, attempt.Operation)),
        _ => attempt.IsSuccess && !client.Explain(attempt).SaysFailed
            ? Unreadable(client, attempt, subject)
            : Refused(client, attempt, subject),
    };

    /// <summary>The response is an error, or a success whose body says that the request failed.</summary>
    private static PaymentError Refused(ProviderClient client, Attempt attempt, string subject)
    {
        var body = client.Explain(attempt);
        var id = client.Provider.Errors.Classify(attempt.Operation, attempt.Status, body)
            ?? (attempt.IsSuccess ? PaymentErrorId.ProviderRejected : IdOf(attempt));
        return Answered(client, attempt, new PaymentError(
            id, HttpMessages.Refused(subject, client.Provider.Name, attempt.Status, body.FullCode, Masked(body.Text)))
        {
            ProviderCode = body.FullCode,
            ProviderMessage = body.Text,
            RecommendedAction = HttpMessages.RefusedAction(id, client.Provider.Name),
        });
    }

    // Providers quote the values that they reject. The unmasked text is in ProviderMessage, for users who ask for it.
    private static string? Masked(string? text) => text switch
    {
        null => null,
        { Length: > LongestText } => PersonalText.Mask(text[..LongestText]) + "…",
        _ => PersonalText.Mask(text),
    };

    /// <summary>The response is a success that cannot be read.</summary>
    private static PaymentError Unreadable(ProviderClient client, Attempt attempt, string subject) => Answered(
        client,
        attempt,
        new PaymentError(
            PaymentErrorId.ResponseInvalid,
            HttpMessages.Unreadable(subject, client.Provider.Name, attempt.Status, attempt.MediaType))
        {
            RecommendedAction = ProviderMessages.AmbiguousAction(client.Provider, attempt.Operation),
        });

    private static PaymentErrorId IdOf(Attempt attempt) => attempt.Status switch
    {
        401 => PaymentErrorId.AuthenticationFailed,
        403 => PaymentErrorId.AccessDenied,
        404 when attempt.Operation is ProviderOperation.Retrieve or ProviderOperation.Delete or ProviderOperation.Update => PaymentErrorId.CustomerNotFound,
        429 => PaymentErrorId.RateLimited,
        408 or >= 500 => PaymentErrorId.ProviderUnavailable,
        // Redirects are not followed, because that would send the credential to another address.
        < 400 => PaymentErrorId.ResponseInvalid,
        _ => PaymentErrorId.ProviderRejected,
    };

    private static PaymentError Broken(
        ProviderClient client, PaymentErrorId id, string subject, string message, string action) =>
        new(id, $"{subject}: {client.Redactor.Redact(message)}") { RecommendedAction = action };

    private static PaymentError Answered(ProviderClient client, Attempt attempt, PaymentError error) => error with
    {
        Status = attempt.Status,
        RetryAfter = RetryAfter.Read(attempt.RetryAfter, client.Clock.GetUtcNow()),
        RequestId = attempt.RequestId is { } id ? client.Redactor.Redact(id) : null,
        Body = BodyText(client, attempt),
    };

    private static string? BodyText(ProviderClient client, Attempt attempt)
    {
        if (attempt.Body.IsEmpty)
            return null;
        var text = client.Redactor.Redact(Encoding.UTF8.GetString(attempt.Body.Span));
        return text.Length <= LongestBody ? text : $"{text[..LongestBody]}…";
    }

    private static string Cause(ProviderClient client, Attempt attempt) =>
        client.Redactor.Redact((attempt.Cause?.InnerException ?? attempt.Cause)?.Message ?? "");
}
