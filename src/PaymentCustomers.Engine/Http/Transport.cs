using System.Net;
using System.Runtime.CompilerServices;
using PaymentCustomers.Engine.Connections;

namespace PaymentCustomers.Engine.Http;

/// <summary>The sockets behind connections: one pool for each, kept as long as the connection is in use.</summary>
internal static class Transport
{
    private static readonly ConditionalWeakTable<PaymentConnection, HttpMessageInvoker> Invokers = [];

    public static HttpMessageInvoker For(PaymentConnection connection) => Invokers.GetValue(connection, Create);

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
            // The system's proxy does not lead back to this machine.
            UseProxy = connection.Proxy is not null || !ConnectionFactory.IsLoopback(connection.BaseUri),
        };
        if (connection.Proxy is not null)
            handler.Proxy = new WebProxy(connection.Proxy) { Credentials = connection.ProxyCredential };
        return new HttpMessageInvoker(handler);
    }
}
