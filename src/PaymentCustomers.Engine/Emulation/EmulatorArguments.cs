using System.Globalization;

namespace PaymentCustomers.Engine.Emulation;

/// <summary>How an emulator is started: what its program understands.</summary>
internal sealed record EmulatorArguments
{
    /// <summary>The port on 127.0.0.1; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long every request takes, in milliseconds.</summary>
    public int LatencyMs { get; init; }

    /// <summary>How the providers behave, as JSON; null for as they do.</summary>
    public string? Options { get; init; }

    /// <summary>Faults by their names.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Faults as rules, a JSON array; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>As the program takes them.</summary>
    public IEnumerable<string> ToArguments()
    {
        yield return $"--port={Port.ToString(CultureInfo.InvariantCulture)}";
        yield return $"--latency-ms={LatencyMs.ToString(CultureInfo.InvariantCulture)}";
        if (Options is not null)
            yield return $"--options={Options}";
        foreach (var fault in Faults)
            yield return $"--fault={fault}";
        if (Rules is not null)
            yield return $"--faults={Rules}";
    }
}
