using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PaymentCustomers.Emulator.Hosting;

/// <summary>Why a request is refused before it is processed.</summary>
internal readonly record struct Refusal(int Status, string Message);

/// <summary>
/// Protects against web pages. Any page in a browser on this machine can send requests to the loopback interface, and through a
/// host name that resolves to it also read the responses (DNS rebinding).
/// </summary>
internal sealed class RequestGuard(string token)
{
    /// <summary>The header with the token.</summary>
    public const string TokenHeader = "X-Emulator-Token";

    /// <summary>The query parameter with the token.</summary>
    public const string TokenParameter = "token";

    private readonly byte[] _token = Encoding.UTF8.GetBytes(token);

    /// <summary>The rules for all requests.</summary>
    public static Refusal? Check(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
            return new Refusal(StatusCodes.Status421MisdirectedRequest, "The emulator is asked by a loopback address only: 127.0.0.1, [::1] or localhost.");
        if (!IsOwn(request.Headers.Origin) || request.Headers["Sec-Fetch-Site"] == "cross-site")
            return new Refusal(StatusCodes.Status403Forbidden, "The emulator takes no request from a web page of another site.");
        return null;
    }

    /// <summary>The additional rules for requests to the control API.</summary>
    public Refusal? CheckControl(HttpRequest request)
    {
        if (!IsToken(request.Headers[TokenHeader]) && !IsToken(request.Query[TokenParameter]))
        {
            return new Refusal(
                StatusCodes.Status401Unauthorized,
                $"The control needs the token that the emulator printed when it started: in the header {TokenHeader}, or as ?{TokenParameter}=.");
        }

        var hasBody = request.ContentLength is > 0 || request.Headers.ContainsKey("Transfer-Encoding");
        return hasBody && !JsonBody.IsJson(request.Headers.ContentType)
            ? new Refusal(StatusCodes.Status415UnsupportedMediaType, "Content-Type must be application/json.")
            : null;
    }

    private static bool IsOwn(StringValues origin) =>
        origin.Count == 0 || (origin.Count == 1 && Uri.TryCreate(origin[0], UriKind.Absolute, out var page) && IsLoopback(page.Host));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().TrimStart('[').TrimEnd(']'), out var address) && IPAddress.IsLoopback(address));

    private bool IsToken(StringValues given) =>
        given.Count == 1 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given[0]!), _token);
}
