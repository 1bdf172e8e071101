using System.ComponentModel;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>The PowerShell on this machine.</summary>
internal static class PowerShell
{
    public const string Program = "pwsh";

    /// <summary>Its version; null if it is not installed.</summary>
    public static async Task<string?> FindVersionAsync(CancellationToken cancellation)
    {
        try
        {
            var answer = await ProcessRunner.RunAsync(
                new ProcessCommand(Program, ["-NoProfile", "-NonInteractive", "-Command", "[string]$PSVersionTable.PSVersion"]), cancellation);
            return answer.LastLine;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
