using System.Reflection;
using System.Runtime.InteropServices;

namespace PaymentCustomers.Bench.Results;

/// <summary>The machine and software of the measurement.</summary>
internal sealed record Machine
{
    public int Cores { get; init; } = Environment.ProcessorCount;

    public string OperatingSystem { get; init; } = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}";

    public string DotNet { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>Null if PowerShell is not installed.</summary>
    public string? PowerShell { get; init; }

    /// <summary>The build configuration. Results of Debug builds are not meaningful.</summary>
    public string Configuration { get; init; } = typeof(Machine).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public DateTimeOffset Date { get; init; } = DateTimeOffset.UtcNow;
}
