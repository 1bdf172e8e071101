using System.Text;

namespace PaymentCustomers.Emulator;

/// <summary>One request to a provider, as it came in, and the status it was answered with.</summary>
public sealed class RecordedRequest
{
    private volatile Answer _answer = new(null, null);

    /// <summary>Order of arrival, from 1 since the last clear.</summary>
    public required long Ordinal { get; init; }

    /// <summary>By the path; null where no provider is.</summary>
    public required EmulatedProvider? Provider { get; init; }

    /// <summary>What it asks for.</summary>
    public required EmulatedOperation Operation { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The path as sent, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query as sent, without the question mark; empty if there was none.</summary>
    public required string Query { get; init; }

    /// <summary>
    /// Every header with its exact value, <c>Authorization</c> included, for tests in this process; the control shows no
    /// credentials. Names compare without case; Kestrel gives those it knows their usual capitals. A header sent twice is
    /// joined with ", ".
    /// </summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The exact bytes of the body.</summary>
    public ReadOnlyMemory<byte> BodyBytes { get; internal set; }

    /// <summary>The body as UTF-8 text.</summary>
    public string Body => Encoding.UTF8.GetString(BodyBytes.Span);

    /// <summary>The status the client was sent; null when it was sent none (yet).</summary>
    public int? Status => _answer.Status;

    /// <summary>The fault that was played on it, if any.</summary>
    public FaultKind? Fault => _answer.Fault;

    internal void Answered(int? status) => _answer = _answer with { Status = status };

    internal void Faulted(FaultKind fault) => _answer = _answer with { Fault = fault };

    private sealed record Answer(int? Status, FaultKind? Fault);
}
