using System.Buffers;
using System.Globalization;
using System.Net;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Http;

/// <summary>
/// Sends requests to a provider over a connection. Each call is a single attempt and returns how it ended. Safe for concurrent use.
/// </summary>
internal sealed class ProviderClient
{
    // No response of a provider has this size. A larger one comes from another server.
    private const int LargestAnswer = 16 * 1024 * 1024;

    private const long RefusedStream = 7;

    private const int UsualAnswer = 4 * 1024;
    private const int LargestAnnounced = 64 * 1024;

    private static readonly string UserAgent =
        $"{nameof(PaymentCustomers)}/{typeof(ProviderClient).Assembly.GetName().Version!.ToString(3)}";

    private readonly PaymentConnection _connection;
    private readonly ProviderClientOptions _options;
    private readonly HttpMessageInvoker _invoker;
    private readonly Deadlines _deadlines;
    private readonly Uri _customers;
    private long _longestAnswer;

    /// <param name="connection">The connection.</param>
    /// <param name="options">How requests are sent.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public ProviderClient(PaymentConnection connection, ProviderClientOptions options)
        : this(PaymentProviders.Get(connection.Provider), connection, options)
    {
    }

    /// <param name="provider">The provider of the connection.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="options">How requests are sent.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public ProviderClient(PaymentProvider provider, PaymentConnection connection, ProviderClientOptions options)
    {
        _connection = connection;
        EnsureConnected();
        _options = options;
        _invoker = options.Invoker ?? Transport.For(connection);
        _deadlines = new Deadlines(options.Timeout, options.Clock);
        Provider = provider;
        Redactor = new Redactor(provider.Access.Secrets(connection).Concat(ProxySecrets.Of(connection)));
        _customers = new Uri($"{connection.BaseUri.AbsoluteUri.TrimEnd('/')}/{provider.Listing.Path}");
    }

    /// <summary>The provider.</summary>
    public PaymentProvider Provider { get; }

    internal Redactor Redactor { get; }

    internal TimeProvider Clock => _options.Clock;

    /// <summary>The maximum number of requests per second that the provider accepts; null if it does not state one, or if another server is at the address.</summary>
    internal int? RateLimit =>
        _connection.BaseUri == Provider.Access.BaseUri(_connection.Environment) ? Provider.Access.RateLimit(_connection.Environment) : null;

    /// <summary>The duration of the slowest response so far. A request without response may take as long.</summary>
    internal TimeSpan LongestAnswer => new(Interlocked.Read(ref _longestAnswer));

    internal IEngineLog? Log => _options.Log;

    /// <summary>Throws if the connection has been disconnected.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>.</exception>
    internal void EnsureConnected()
    {
        if (!_connection.IsConnected)
            throw AttemptErrors.Disconnected(_connection);
    }

    /// <summary>
    /// The body of an error response, read once per attempt. Secrets are removed before texts are shortened, because a shortened secret
    /// could no longer be recognised.
    /// </summary>
    internal ErrorBody Explain(Attempt attempt) =>
        attempt.Explanation ??= Provider.Errors.Read(Redactor.Redact(attempt.Body), attempt.MediaType);

    /// <summary>Sends a request to create a customer.</summary>
    /// <param name="body">The body, in the provider's format.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="mark">Records when the request is sent.</param>
    /// <param name="cancellation">Cancels the wait. The request may be carried out nevertheless.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; never thrown for a timeout.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected. Nothing was sent.</exception>
    public Task<Attempt> CreateAsync(ReadOnlyMemory<byte> body, string key, WireMark mark, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Create, HttpMethod.Post, _customers, new CreateBody(body, Provider.Format.MediaType, mark), key, cancellation);

    /// <summary>Sends a request to change a customer.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="body">The body, in the provider's format.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="mark">Records when the request is sent.</param>
    /// <param name="cancellation">Cancels the wait. The request may be carried out nevertheless.</param>
    /// <inheritdoc cref="CreateAsync" path="/exception"/>
    public Task<Attempt> UpdateAsync(string id, ReadOnlyMemory<byte> body, string key, WireMark mark, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Update, HttpMethod.Post, Customer(id), new CreateBody(body, Provider.Format.MediaType, mark), key, cancellation);

    /// <summary>Sends a request to read a customer.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param[@name='cancellation']|/exception"/>
    public Task<Attempt> RetrieveAsync(string id, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Retrieve, HttpMethod.Get, Customer(id), null, null, cancellation);

    /// <summary>Sends a request for a page of customers.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param[@name='cancellation']|/exception"/>
    public Task<Attempt> ListAsync(string query, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.List, HttpMethod.Get, new UriBuilder(_customers) { Query = query }.Uri, null, null, cancellation);

    /// <summary>Sends a request to delete a customer.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param[@name='cancellation']|/exception"/>
    public Task<Attempt> DeleteAsync(string id, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Delete, HttpMethod.Delete, Customer(id), null, null, cancellation);

    // In a URL, "." is the list itself and ".." its parent (RFC 3986, 5.2.4). A delete of either must never be sent.
    private Uri Customer(string id) => id.Trim() is "" or "." or ".."
        ? throw AttemptErrors.NoSuchId(id)
        : new Uri($"{_customers.AbsoluteUri}/{Uri.EscapeDataString(id)}");

    private async Task<Attempt> SendAsync(
        ProviderOperation operation, HttpMethod method, Uri address, CreateBody? body, string? key, CancellationToken cancellation)
    {
        using var request = Request(method, address, body, key);
        if (_options.Log is { WantsDebug: true } && body is not null)
            _options.Log.Debug($"> {method} {address.AbsolutePath} {DebugBody.Mask(body.Bytes, Redactor)}");
        Attempt attempt;
        var start = _options.Clock.GetTimestamp();
        var deadline = _deadlines.Begin();
        var cancelled = cancellation.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        try
        {
            using var response = await _invoker.SendAsync(request, deadline.Token).ConfigureAwait(false);
            attempt = new Attempt(operation, AttemptKind.Answered)
            {
                Status = (int)response.StatusCode,
                Headers = response.Headers,
                ContentHeaders = response.Content.Headers,
                Body = await ReadBodyAsync(response.Content, deadline.Token).ConfigureAwait(false),
            };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException e)
        {
            attempt = new Attempt(operation, WasNeverSent(body, e) ? AttemptKind.NotConnected : AttemptKind.TimedOut) { Cause = e };
        }
        // The last two exceptions are thrown for responses that cannot be decompressed, by gzip and Brotli.
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
        {
            attempt = new Attempt(operation, WasNeverSent(body, e) ? AttemptKind.NotConnected : AttemptKind.ConnectionLost) { Cause = e };
        }
        finally
        {
            await cancelled.DisposeAsync().ConfigureAwait(false);
            _deadlines.End(deadline);
        }

        var elapsed = _options.Clock.GetElapsedTime(start);
        if (attempt.Kind == AttemptKind.Answered && elapsed.Ticks > Interlocked.Read(ref _longestAnswer))
            Interlocked.Exchange(ref _longestAnswer, elapsed.Ticks);
        Tell(method, address, attempt, elapsed, key);
        return attempt;
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, CreateBody? body, string? key)
    {
        // Over https, HTTP/2 if the server has it: one handshake for all requests. Without https, this is HTTP/1.1.
        var request = new HttpRequestMessage(method, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        EnsureConnected();
        Provider.Access.Authorize(request.Headers, _connection);
        // Without it, OnePay sends some errors in HTML (contracts/onepay.md).
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (key is not null)
            Provider.Format.SetKey(request.Headers, key);
        // Without content, the handler would repeat the request silently when the connection closes.
        if (method == HttpMethod.Delete)
            request.Content = new ByteArrayContent([]);
        if (body is not null)
            request.Content = body;
        return request;
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContent content, CancellationToken cancellation)
    {
        // Does not block, because the response has started.
        using var stream = ContentCoding.Unpack(content.ReadAsStream(cancellation), content.Headers);
        var buffer = ArrayPool<byte>.Shared.Rent(
            // One byte more than announced, so that the end is detected without growing the buffer. The announced length may be wrong.
            content.Headers.ContentLength is { } announced and < LargestAnnounced ? (int)announced + 1 : UsualAnswer);
        var length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > LargestAnswer)
                    throw new HttpIOException(HttpRequestError.ConfigurationLimitExceeded, HttpMessages.AnswerTooLarge(LargestAnswer));
                if (length == buffer.Length)
                    buffer = Larger(buffer);
            }

            return buffer.AsSpan(0, length).ToArray();
        }
        finally
        {
            Return(buffer, length);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.CopyTo(larger.AsSpan());
        Return(buffer, buffer.Length);
        return larger;
    }

    // The pool is shared with other code, and the buffer contains personal data.
    private static void Return(byte[] buffer, int used)
    {
        buffer.AsSpan(0, used).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    // The timeout can elapse in a TLS handshake, and a connection of HTTP/2 can end when a request waits for its turn on it.
    private static bool WasNeverSent(CreateBody? body, Exception exception) =>
        body is { HasLeft: false }
        || exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        }
        || IsRefusedStream(exception);

    // The server says that it did nothing for the request (RFC 9113, 8.7). The handler has sent it three more times by then. A request
    // that a GOAWAY excludes is sent again by the handler as well.
    private static bool IsRefusedStream(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException { ErrorCode: RefusedStream })
                return true;
        }

        return false;
    }

    private void Tell(HttpMethod method, Uri address, Attempt attempt, TimeSpan elapsed, string? key)
    {
        if (_options.Log is not { } log)
            return;
        var outcome = attempt.Kind == AttemptKind.Answered
            ? attempt.Status.ToString(CultureInfo.InvariantCulture)
            : attempt.Kind.ToString();
        // A key given by the user may be a document number, so that at most half of it is shown.
        log.Verbose(HttpMessages.Attempted(method.Method, address.GetLeftPart(UriPartial.Path), outcome, elapsed, key?[..Math.Min(12, key.Length / 2)]));
        if (log.WantsDebug && !attempt.Body.IsEmpty)
            log.Debug($"< {attempt.Status} {DebugBody.Mask(attempt.Body, Redactor)}");
    }
}
