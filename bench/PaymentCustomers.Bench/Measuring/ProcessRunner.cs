using System.Diagnostics;
using PaymentCustomers.Bench.Contestants;

namespace PaymentCustomers.Bench.Measuring;

/// <summary>The result of a process.</summary>
/// <param name="LastLine">The last line of its output.</param>
/// <param name="Elapsed">The duration from start to end.</param>
internal sealed record ProcessOutcome(string LastLine, TimeSpan Elapsed);

/// <summary>Runs programs to their end.</summary>
internal static class ProcessRunner
{
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program does not exist.</exception>
    public static async Task<ProcessOutcome> RunAsync(ProcessCommand command, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(command.ToStartInfo())!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{command.Program} {string.Join(' ', command.Arguments)} ended with {process.ExitCode}: {await errors}{await output}");
            return new ProcessOutcome((await output).TrimEnd().Split('\n')[^1], elapsed);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
