using System.Buffers;
using System.Globalization;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Privacy;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine.Http;

/// <summary>
/// Sends requests to one provider over one connection, each a single attempt, and tells how it ended. Safe for several
/// threads.
/// </summary>
internal sealed class ProviderClient
{
    // No answer of either provider comes near; a larger one is not theirs.
    private const int LargestAnswer = 16 * 1024 * 1024;

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

    /// <param name="connection">Where to and as whom.</param>
    /// <param name="options">How.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public ProviderClient(PaymentConnection connection, ProviderClientOptions options)
        : this(PaymentProviders.Get(connection.Provider), connection, options)
    {
    }

    /// <param name="provider">The provider that the connection leads to.</param>
    /// <param name="connection">Where to and as whom.</param>
    /// <param name="options">How.</param>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected.</exception>
    public ProviderClient(PaymentProvider provider, PaymentConnection connection, ProviderClientOptions options)
    {
        _connection = connection;
        EnsureConnected();
        _options = options;
        _invoker = Transport.For(connection);
        _deadlines = new Deadlines(options.Timeout, options.Clock);
        Provider = provider;
        Redactor = new Redactor(provider.Access.Secrets(connection).Concat(ProxySecrets.Of(connection)));
        _customers = new Uri($"{connection.BaseUri.AbsoluteUri.TrimEnd('/')}/{provider.Listing.Path}");
    }

    /// <summary>The provider.</summary>
    public PaymentProvider Provider { get; }

    internal Redactor Redactor { get; }

    internal TimeProvider Clock => _options.Clock;

    /// <summary>The most requests a second that the provider takes; null if it does not say, or something else is at the address.</summary>
    internal int? RateLimit =>
        _connection.BaseUri == Provider.Access.BaseUri(_connection.Environment) ? Provider.Access.RateLimit(_connection.Environment) : null;

    /// <summary>The longest that an answer took until now: what was not answered may take as long.</summary>
    internal TimeSpan LongestAnswer => new(Interlocked.Read(ref _longestAnswer));

    internal IEngineLog? Log => _options.Log;

    /// <summary>Throws if the connection was disconnected meanwhile.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>.</exception>
    internal void EnsureConnected()
    {
        if (!_connection.IsConnected)
            throw AttemptErrors.Disconnected(_connection);
    }

    /// <summary>
    /// The provider's own account of a refusal, read once for each attempt. Secrets go first: where a text is shortened,
    /// one could be cut and not be recognised any more.
    /// </summary>
    internal ErrorBody Explain(Attempt attempt) =>
        attempt.Explanation ??= Provider.Errors.Read(Redactor.Redact(attempt.Body), attempt.MediaType);

    /// <summary>Asks to create a customer.</summary>
    /// <param name="body">The body, in the provider's format.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="mark">Told when the request leaves.</param>
    /// <param name="cancellation">Ends the wait; the request may be carried out all the same.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; never thrown for a timeout.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.NotConnected"/>: the connection was disconnected; nothing was sent.</exception>
    public Task<Attempt> CreateAsync(ReadOnlyMemory<byte> body, string key, WireMark mark, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Create, HttpMethod.Post, _customers, new CreateBody(body, Provider.Format.MediaType, mark), key, cancellation);

    /// <summary>Asks to change a customer.</summary>
    /// <param name="id">The customer's id.</param>
    /// <param name="body">The body, in the provider's format.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="mark">Told when the request leaves.</param>
    /// <param name="cancellation">Ends the wait; the request may be carried out all the same.</param>
    /// <inheritdoc cref="CreateAsync" path="/exception"/>
    public Task<Attempt> UpdateAsync(string id, ReadOnlyMemory<byte> body, string key, WireMark mark, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Update, HttpMethod.Post, Customer(id), new CreateBody(body, Provider.Format.MediaType, mark), key, cancellation);

    /// <summary>Asks for a customer.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param[@name='cancellation']|/exception"/>
    public Task<Attempt> RetrieveAsync(string id, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Retrieve, HttpMethod.Get, Customer(id), null, null, cancellation);

    /// <summary>Asks for a page of customers.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param[@name='cancellation']|/exception"/>
    public Task<Attempt> ListAsync(string query, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.List, HttpMethod.Get, new UriBuilder(_customers) { Query = query }.Uri, null, null, cancellation);

    /// <summary>Asks to delete a customer.</summary>
    /// <inheritdoc cref="CreateAsync" path="/param[@name='cancellation']|/exception"/>
    public Task<Attempt> DeleteAsync(string id, CancellationToken cancellation) =>
        SendAsync(ProviderOperation.Delete, HttpMethod.Delete, Customer(id), null, null, cancellation);

    // "." is the list itself, ".." what is above it (RFC 3986, 5.2.4): a delete of either must never leave.
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
            attempt = await ReadAsync(operation, response, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException e)
        {
            // A server that says nothing before the request could leave, as in a handshake, is not there.
            attempt = new Attempt(operation, body is { HasLeft: false } ? AttemptKind.NotConnected : AttemptKind.TimedOut) { Cause = e };
        }
        // The last two: an answer that cannot be unpacked, by gzip and by Brotli.
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
        {
            attempt = new Attempt(operation, WasNeverSent(e) ? AttemptKind.NotConnected : AttemptKind.ConnectionLost) { Cause = e };
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
        var request = new HttpRequestMessage(method, address);
        EnsureConnected();
        Provider.Access.Authorize(request.Headers, _connection);
        // OnePay answers some errors in HTML without it (contracts/onepay.md).
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", ContentCoding.Accepted);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (key is not null)
            Provider.Format.SetKey(request.Headers, key);
        // The handler sends a request without content again by itself when the connection closes, and tells nobody.
        if (method == HttpMethod.Delete)
            request.Content = new ByteArrayContent([]);
        if (body is not null)
            request.Content = body;
        return request;
    }

    private static async ValueTask<Attempt> ReadAsync(ProviderOperation operation, HttpResponseMessage response, CancellationToken cancellation)
    {
        return new Attempt(operation, AttemptKind.Answered)
        {
            Status = (int)response.StatusCode,
            Headers = response.Headers,
            ContentHeaders = response.Content.Headers,
            Body = await ReadBodyAsync(response.Content, cancellation).ConfigureAwait(false),
        };
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContent content, CancellationToken cancellation)
    {
        // Waits for nothing: the answer has begun.
        using var stream = ContentCoding.Unpack(content.ReadAsStream(cancellation), content.Headers);
        var buffer = ArrayPool<byte>.Shared.Rent(
            // One more than is announced, so that the end is seen without growing; not believed blindly.
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

    // The pool is everybody's, and what was read is personal.
    private static void Return(byte[] buffer, int used)
    {
        buffer.AsSpan(0, used).Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static bool WasNeverSent(Exception exception) =>
        exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };

    private void Tell(HttpMethod method, Uri address, Attempt attempt, TimeSpan elapsed, string? key)
    {
        if (_options.Log is not { } log)
            return;
        var outcome = attempt.Kind == AttemptKind.Answered
            ? attempt.Status.ToString(CultureInfo.InvariantCulture)
            : attempt.Kind.ToString();
        // A key of one's own may be a document number: no more than half of it.
        log.Verbose(HttpMessages.Attempted(method.Method, address.GetLeftPart(UriPartial.Path), outcome, elapsed, key?[..Math.Min(12, key.Length / 2)]));
        if (log.WantsDebug && !attempt.Body.IsEmpty)
            log.Debug($"< {attempt.Status} {DebugBody.Mask(attempt.Body, Redactor)}");
    }
}
