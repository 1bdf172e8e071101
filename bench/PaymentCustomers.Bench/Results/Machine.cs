using System.Reflection;
using System.Runtime.InteropServices;

namespace PaymentCustomers.Bench.Results;

/// <summary>What it was measured on.</summary>
internal sealed record Machine
{
    public int Cores { get; init; } = Environment.ProcessorCount;

    public string OperatingSystem { get; init; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}";

    public string DotNet { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>Null where there is none.</summary>
    public string? PowerShell { get; init; }

    /// <summary>Debug is not worth measuring.</summary>
    public string Configuration { get; init; } = typeof(Machine).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public DateTimeOffset Date { get; init; } = DateTimeOffset.UtcNow;
}
