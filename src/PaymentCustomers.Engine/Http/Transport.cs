using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.Engine.Http;

/// <summary>
/// The sockets behind connections: one pool for each address and account, whoever has opened how many connections to it,
/// kept as long as one of them is in use.
/// </summary>
internal static class Transport
{
    private static readonly ConditionalWeakTable<PaymentConnection, HttpMessageInvoker> Invokers = [];
    private static readonly ConcurrentDictionary<Way, WeakReference<HttpMessageInvoker>> Shared = [];
    private static readonly object Lock = new();

    public static HttpMessageInvoker For(PaymentConnection connection) => Invokers.GetValue(connection, Find);

    private static HttpMessageInvoker Find(PaymentConnection connection)
    {
        // A credential that is not a password may be anything, and is nobody else's.
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
            // A redirect would take the credential to an address that nobody has checked.
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            // A server that closes idle connections must not meet a create on its way.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            // The system's proxy does not lead back to this machine, and would get the credential of plain http in clear.
            UseProxy = connection.Proxy is not null || !ConnectionFactory.IsLoopback(connection.BaseUri),
        };
        if (connection.Proxy is not null)
            handler.Proxy = new WebProxy(connection.Proxy) { Credentials = connection.ProxyCredential };
        return new HttpMessageInvoker(handler);
    }

    /// <summary>What makes requests of two connections go the same way.</summary>
    /// <param name="Address">The provider's address.</param>
    /// <param name="Account">The account, with its environment.</param>
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
