using System.Globalization;

namespace PaymentCustomers.Engine.Emulation;

/// <summary>The command line arguments of the emulator.</summary>
internal sealed record EmulatorArguments
{
    /// <summary>The port on 127.0.0.1; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The duration of every request, in milliseconds.</summary>
    public int LatencyMs { get; init; }

    /// <summary>The behaviour of the providers, as JSON; null for the default.</summary>
    public string? Options { get; init; }

    /// <summary>Faults to inject, by name.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Rules for faults, a JSON array; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>The arguments for the program.</summary>
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
