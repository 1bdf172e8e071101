using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.Engine.Http;

/// <summary>
/// The sockets of connections: one pool per address and account, which all connections to them share. It exists as long as one of
/// these connections is in use.
/// </summary>
internal static class Transport
{
    private static readonly ConditionalWeakTable<PaymentConnection, HttpMessageInvoker> Invokers = [];
    private static readonly ConcurrentDictionary<Way, WeakReference<HttpMessageInvoker>> Shared = [];
    private static readonly object Lock = new();

    public static HttpMessageInvoker For(PaymentConnection connection) => Invokers.GetValue(connection, Find);

    private static HttpMessageInvoker Find(PaymentConnection connection)
    {
        // A credential of another type cannot be compared, so that the connection gets its own pool.
        if (connection.ProxyCredential is not (null or NetworkCredential))
            return Create(connection);
        var way = Way.Of(connection);
        lock (Lock)
        {
            if (Shared.TryGetValue(way, out var known) && known.TryGetTarget(out var invoker))
                return invoker;
            foreach (var (gone, _) in Shared.Where(entry => !entry.Value.TryGetTarget(out _)))
                Shared.TryRemove(gone, out _);
            invoker = Create(connection);
            Shared[way] = new WeakReference<HttpMessageInvoker>(invoker);
            return invoker;
        }
    }

    private static HttpMessageInvoker Create(PaymentConnection connection)
    {
        var handler = new SocketsHttpHandler
        {
            // Following redirects would send the credential to an unchecked address.
            AllowAutoRedirect = false,
            UseCookies = false,
            // One connection carries about a hundred requests at once.
            EnableMultipleHttp2Connections = true,
            ActivityHeadersPropagator = null,
            // Shorter than usual idle timeouts of servers, so that a server does not close a connection just when a create is sent on it.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            // The system's proxy does not lead to this machine, and would see the credential of plain http.
            UseProxy = connection.Proxy is not null || !ConnectionFactory.IsLoopback(connection.BaseUri),
            RequestHeaderEncodingSelector = BeginAttempt,
        };
        if (connection.Proxy is not null)
            handler.Proxy = new WebProxy(connection.Proxy) { Credentials = connection.ProxyCredential };
        return new HttpMessageInvoker(handler);
    }

    // The handler calls this for each header when it begins an attempt, also when it repeats a request. There is no other notice of it.
    // Null is the usual encoding.
    private static Encoding? BeginAttempt(string header, HttpRequestMessage request)
    {
        (request.Content as CreateBody)?.BeginAttempt();
        return null;
    }

    /// <summary>Requests with equal values use the same pool.</summary>
    /// <param name="Address">The provider's address.</param>
    /// <param name="Account">The account and its environment.</param>
    /// <param name="Proxy">The proxy.</param>
    /// <param name="ProxyUser">A hash of the proxy's credential.</param>
    private sealed record Way(string Address, string Account, Uri? Proxy, string? ProxyUser)
    {
        public static Way Of(PaymentConnection connection) => new(
            connection.BaseUri.GetLeftPart(UriPartial.Authority),
            $"{connection.Provider} {connection.Environment} {connection.Account}",
            connection.Proxy,
            connection.ProxyCredential is NetworkCredential user
                ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Domain}\n{user.UserName}\n{user.Password}")))
                : null);
    }
}
