using System.Globalization;
using PaymentCustomers.Bench.Measuring;
using PaymentCustomers.Cli;

namespace PaymentCustomers.Bench.Contestants;

/// <summary>Measures payment-customers import, from parsing the arguments to the last line, in a process that has imported before.</summary>
internal static class CommandLineContestant
{
    public static Task<Timed> ImportAsync(Uri baseUri, string rows, string? warmUp, int throttle, CancellationToken cancellation)
    {
        return Timed.RunAsync(() => warmUp is null ? Task.CompletedTask : ImportAsync(warmUp), () => ImportAsync(rows));

        async Task ImportAsync(string file)
        {
            // Delete the journal of the previous round. With it, the import would skip all rows.
            var journal = $"{file}.journal";
            File.Delete(journal);
            string[] arguments =
            [
                "import", file, "--provider", EmulatorProcess.Provider, "--base-uri", baseUri.AbsoluteUri.TrimEnd('/'),
                "--throttle", throttle.ToString(CultureInfo.InvariantCulture), "--json", "--journal", journal,
            ];
            var exitCode = await CommandLine.RunAsync(arguments, CliHost.OfProcess(), cancellation);
            if (exitCode != ExitCode.Done)
                throw new InvalidOperationException($"The import of {file} ended with {exitCode}.");
        }
    }
}
