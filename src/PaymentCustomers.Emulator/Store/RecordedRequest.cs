using System.Text;

namespace PaymentCustomers.Emulator;

/// <summary>A request to a provider as received, with the status of its response.</summary>
public sealed class RecordedRequest
{
    private volatile Answer _answer = new(null, null);

    /// <summary>The position in order of arrival, from 1, since the store was last cleared.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The provider, by the path; null if the path belongs to no provider.</summary>
    public required EmulatedProvider? Provider { get; init; }

    /// <summary>The operation that it asks for.</summary>
    public required EmulatedOperation Operation { get; init; }

    /// <summary>The version of HTTP, such as <c>HTTP/2</c>.</summary>
    public required string Protocol { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The path as sent, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query as sent, without the question mark; empty if there was none.</summary>
    public required string Query { get; init; }

    /// <summary>
    /// All headers with their exact values, including <c>Authorization</c>, for tests in this process. The control API shows no
    /// credentials. Names are case-insensitive; Kestrel normalizes the case of names that it knows. The values of a header that is
    /// sent twice are joined with ", ".
    /// </summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The exact bytes of the body.</summary>
    public ReadOnlyMemory<byte> BodyBytes { get; internal set; }

    /// <summary>The body as UTF-8 text.</summary>
    public string Body => Encoding.UTF8.GetString(BodyBytes.Span);

    /// <summary>The status of the response; null if none was sent (yet).</summary>
    public int? Status => _answer.Status;

    /// <summary>The fault that was played on it, if any.</summary>
    public FaultKind? Fault => _answer.Fault;

    internal void Answered(int? status) => _answer = _answer with { Status = status };

    internal void Faulted(FaultKind fault) => _answer = _answer with { Fault = fault };

    private sealed record Answer(int? Status, FaultKind? Fault);
}
