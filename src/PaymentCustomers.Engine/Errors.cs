using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Drafts;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine;

/// <summary>Describes everything that can go wrong.</summary>
public static class Errors
{
    private const int LongestBody = 2000;

    /// <summary>Whether the error concerns every row that follows as well, so that a run must stop.</summary>
    public static bool StopsRun(PaymentError error) => error.Id is PaymentErrorId.AuthenticationFailed or PaymentErrorId.NotConnected;

    /// <summary>Nobody is connected.</summary>
    /// <param name="provider">The provider that a connection was looked for, or null if any would do.</param>
    public static PaymentException NotConnected(string? provider) =>
        new(new PaymentError(PaymentErrorId.NotConnected, Messages.NotConnected(provider))
        {
            RecommendedAction = provider is null
                ? Messages.ConnectFirst(null)
                : Messages.ConnectOrSet(provider, EnvironmentCredentials.Names(provider)),
        });

    /// <summary>There is no connection of the name that was given.</summary>
    public static PaymentException NoConnectionNamed(string name) =>
        new(new PaymentError(PaymentErrorId.NotConnected, Messages.NoConnectionNamed(name)) { RecommendedAction = Messages.ConnectAs(name) });

    /// <summary>Nobody said which provider's rules to go by.</summary>
    public static PaymentException ProviderUnknown() =>
        new(new PaymentError(PaymentErrorId.NotConnected, Messages.NotConnected(null)) { RecommendedAction = Messages.NameProvider });

    /// <summary>The provider has no such operation.</summary>
    public static PaymentException OperationUnsupported(IPaymentProvider provider, ProviderOperation operation) =>
        new(new PaymentError(PaymentErrorId.OperationUnsupported, Messages.OperationUnsupported(provider.Name, operation))
        {
            RecommendedAction = Messages.OperationAction(provider.Name, operation),
        });

    /// <summary>Customers were looked for by a field that the provider does not have.</summary>
    public static PaymentException FilterUnsupported(IPaymentProvider provider, CustomerField field) =>
        new(new PaymentError(PaymentErrorId.FieldUnsupported, $"{Messages.FieldUnsupported(field.ToString(), provider.Name)}.")
        {
            RecommendedAction = Messages.FilterAction(field),
        });

    /// <summary>The connection was disconnected.</summary>
    public static PaymentException Disconnected(PaymentConnection connection) =>
        new(new PaymentError(PaymentErrorId.NotConnected, Messages.Disconnected(connection.Name))
        {
            RecommendedAction = Messages.ConnectFirst(connection.Provider),
        });

    /// <summary>There is no journal where one was to be read.</summary>
    public static PaymentException NoJournalFile(string path) =>
        new(new PaymentError(PaymentErrorId.JournalFailed, Messages.NoJournalFile(path)) { RecommendedAction = Messages.NoJournalFileAction });

    internal static PaymentException Connection(string message, string? action = null) =>
        new(new PaymentError(PaymentErrorId.ConnectionInvalid, message) { RecommendedAction = action ?? Messages.SeeProviders });

    internal static PaymentException Credential(string message, string? action = null) =>
        new(new PaymentError(PaymentErrorId.CredentialInvalid, message) { RecommendedAction = action ?? Messages.SeeCredential });

    internal static PaymentException Journal(PaymentErrorId id, string message, Exception? cause = null) =>
        new(new PaymentError(id, message) { RecommendedAction = Messages.JournalAction(id) }, cause);

    /// <summary>A row that the run did not come to any more.</summary>
    /// <param name="row">The row's place in the input.</param>
    /// <param name="action">What to do now.</param>
    internal static PaymentError NotSent(long row, string? action) =>
        new(PaymentErrorId.NotSent, Messages.NotSent(row)) { Row = row, RecommendedAction = action };

    internal static PaymentException NoSuchId(string id) =>
        new(new PaymentError(PaymentErrorId.CustomerNotFound, Messages.NoSuchId(id)) { RecommendedAction = Messages.NoSuchIdAction });

    /// <summary>A row whose request was under way when the run was cancelled.</summary>
    internal static PaymentError Interrupted(IPaymentProvider provider, PreparedDraft draft) =>
        new(PaymentErrorId.OutcomeUnknown, Messages.OutcomeUnknown(Messages.Interrupted(draft.Draft.Row)))
        {
            Row = draft.Draft.Row,
            IdempotencyKey = draft.Key,
            RecommendedAction = Messages.AmbiguousAction(provider, ProviderOperation.Create),
        };

    internal static PaymentException ListShrank(string provider) =>
        new(new PaymentError(PaymentErrorId.ResponseInvalid, Messages.ListBroken(provider, Messages.ListShrank))
        {
            RecommendedAction = Messages.ListShrankAction,
        });

    internal static PaymentException ListBroken(string provider, string problem) =>
        new(new PaymentError(PaymentErrorId.ResponseInvalid, Messages.ListBroken(provider, problem))
        {
            RecommendedAction = Messages.ListBrokenAction,
        });

    /// <summary>A row that was found wanting before anything was sent.</summary>
    public static PaymentError Invalid(PreparedDraft draft) => new(
        draft.Problems.All(problem => problem.Id == PaymentErrorId.FieldUnsupported)
            ? PaymentErrorId.FieldUnsupported
            : PaymentErrorId.CustomerInvalid,
        Messages.RowInvalid(draft.Draft.Row, draft.Problems))
    {
        Row = draft.Draft.Row,
        Problems = draft.Problems,
        RecommendedAction = draft.Problems.Any(problem => problem.Id == PaymentErrorId.FieldUnsupported)
            ? Messages.UnsupportedAction
            : Messages.InvalidAction,
    };

    /// <summary>An attempt that did not succeed.</summary>
    /// <param name="client">The client that made it.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="subject">Who or what it was about: a row, an id.</param>
    internal static PaymentError Failed(ProviderClient client, Attempt attempt, string subject) => attempt.Kind switch
    {
        AttemptKind.NotConnected => Broken(
            client, PaymentErrorId.ConnectionFailed, subject,
            Messages.Unreachable(client.Provider.Name, Cause(client, attempt)),
            Messages.UnreachableAction),
        AttemptKind.ConnectionLost => Broken(
            client, PaymentErrorId.ConnectionFailed, subject,
            Messages.ConnectionLost(client.Provider.Name, Cause(client, attempt)),
            Messages.AmbiguousAction(client.Provider, attempt.Operation)),
        AttemptKind.TimedOut => Broken(
            client, PaymentErrorId.RequestTimedOut, subject,
            Messages.TimedOut(client.Provider.Name),
            Messages.AmbiguousAction(client.Provider, attempt.Operation)),
        _ => attempt.IsSuccess ? Unreadable(client, attempt, subject) : Refused(client, attempt, subject),
    };

    /// <summary>A request that the provider answered with a refusal.</summary>
    private static PaymentError Refused(ProviderClient client, Attempt attempt, string subject)
    {
        var body = Explanation(client, attempt);
        var id = client.Provider.Classify(attempt.Operation, attempt.Status, body)
            ?? (attempt.IsSuccess ? PaymentErrorId.ProviderRejected : IdOf(attempt));
        var text = body.Text is { } words ? client.Redactor.Redact(words) : null;
        var code = body.FullCode is { } fullCode ? client.Redactor.Redact(fullCode) : null;
        return Answered(client, attempt, new PaymentError(id, Messages.Refused(subject, client.Provider.Name, attempt.Status, code, text))
        {
            ProviderCode = code,
            ProviderMessage = text,
            RecommendedAction = Messages.RefusedAction(id, client.Provider.Name),
        });
    }

    /// <summary>A success that cannot be understood, or that denies itself.</summary>
    private static PaymentError Unreadable(ProviderClient client, Attempt attempt, string subject)
    {
        if (Explanation(client, attempt).SaysFailed)
            return Refused(client, attempt, subject);
        return Answered(client, attempt, new PaymentError(
            PaymentErrorId.ResponseInvalid, Messages.Unreadable(subject, client.Provider.Name, attempt.Status, attempt.MediaType))
        {
            RecommendedAction = Messages.AmbiguousAction(client.Provider, attempt.Operation),
        });
    }

    // Secrets go first: where a text is shortened, one could be cut and be known no more.
    private static ErrorBody Explanation(ProviderClient client, Attempt attempt) =>
        ErrorBody.Read(client.Redactor.Redact(attempt.Body), attempt.MediaType);

    private static PaymentErrorId IdOf(Attempt attempt) => attempt.Status switch
    {
        401 => PaymentErrorId.AuthenticationFailed,
        403 => PaymentErrorId.AccessDenied,
        404 when attempt.Operation is ProviderOperation.Retrieve or ProviderOperation.Delete => PaymentErrorId.CustomerNotFound,
        429 => PaymentErrorId.RateLimited,
        408 or >= 500 => PaymentErrorId.ProviderUnavailable,
        // A redirect is not followed: it would take the credential elsewhere.
        < 400 => PaymentErrorId.ResponseInvalid,
        _ => PaymentErrorId.ProviderRejected,
    };

    private static PaymentError Broken(
        ProviderClient client, PaymentErrorId id, string subject, string message, string action) =>
        new(id, $"{subject}: {client.Redactor.Redact(message)}") { RecommendedAction = action };

    private static PaymentError Answered(ProviderClient client, Attempt attempt, PaymentError error) => error with
    {
        Status = attempt.Status,
        RetryAfter = Sending.RetryAfter.Read(attempt.RetryAfter, client.Clock.GetUtcNow()),
        RequestId = attempt.RequestId is { } id ? client.Redactor.Redact(id) : null,
        Body = BodyText(client, attempt),
    };

    private static string? BodyText(ProviderClient client, Attempt attempt)
    {
        if (attempt.Body.IsEmpty)
            return null;
        var text = client.Redactor.Redact(System.Text.Encoding.UTF8.GetString(attempt.Body.Span));
        return text.Length <= LongestBody ? text : $"{text[..LongestBody]}…";
    }

    private static string Cause(ProviderClient client, Attempt attempt) =>
        client.Redactor.Redact((attempt.Cause?.InnerException ?? attempt.Cause)?.Message ?? "");
}
