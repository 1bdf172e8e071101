using System.Globalization;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>The provider of a measurement.</summary>
internal sealed record EmulatorSettings
{
    /// <summary>The time per request, in milliseconds.</summary>
    public int LatencyMs { get; init; }

    /// <summary>The file for its certificate, if it serves https.</summary>
    public string? Certificate { get; init; }

    /// <summary>The requests per second that it admits; null for no limit.</summary>
    public int? RequestsPerSecond { get; init; }

    public string[] ToArguments() =>
    [
        "--no-request-log", "--latency-ms", LatencyMs.ToString(CultureInfo.InvariantCulture),
        .. Certificate is { } file ? new[] { "--https", file } : [],
        .. RequestsPerSecond is { } most ? new[] { "--options", string.Create(CultureInfo.InvariantCulture, $$"""{"requestsPerSecond":{{most}}}""") } : [],
    ];
}
