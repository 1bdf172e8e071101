using System.Diagnostics;
using System.Globalization;

namespace PaymentCustomers.Soak;

/// <summary>A run in a separate process that is killed several times while it is in progress, and is then completed.</summary>
internal static class KillCell
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "kills";

    public static async Task<CellResult> RunAsync(string provider, SoakOptions options)
    {
        options = Interruptions.For(options);
        await using var cell = await Cell.OpenAsync(provider, options, FaultMenu.Mixed(provider, options), Interruptions.LatencyMs);
        var inDoubt = new List<int>();
        foreach (var moment in Interruptions.Moments(cell.Rows, options))
        {
            var ending = await RunAsync(cell, options, worker => KillAsync(cell, worker, moment));
            if (ending == Ending.Done)
                break;
            if (ending == Ending.Killed)
                inDoubt.Add(cell.InDoubt());
        }

        // On a busy machine a run may stop because the provider seems unavailable. It is started again, as a user would do.
        for (var runs = 1; !await FinishAsync(options) && runs < Cell.MostRuns; runs++)
        {
        }

        return await cell.FinishAsync($"{inDoubt.Count} kills", inDoubt.Count, options, FinishAsync) with { InDoubt = inDoubt };

        async Task<bool> FinishAsync(SoakOptions later) => await RunAsync(cell, later, _ => Task.FromResult(false)) == Ending.Done;
    }

    private static async Task<bool> KillAsync(Cell cell, Process worker, Moment moment)
    {
        if (!await Interruptions.WaitAsync(cell, moment, () => worker.HasExited))
            return false;
        worker.Kill();
        return true;
    }

    /// <summary>Runs a worker process.</summary>
    private static async Task<Ending> RunAsync(Cell cell, SoakOptions options, Func<Process, Task<bool>> watch)
    {
        cell.Ledger.Begin();
        using var worker = Start(cell, options, cell.JournalPath);
        var reading = ReadAsync(worker, cell.Ledger);
        var isKilled = await watch(worker);
        await worker.WaitForExitAsync();
        await reading;
        if (!isKilled && worker.ExitCode is not (0 or Worker.Stopped))
            throw new InvalidOperationException($"A worker ended with {worker.ExitCode}.");
        return worker.ExitCode switch
        {
            0 => Ending.Done,
            Worker.Stopped => Ending.Stopped,
            _ => Ending.Killed,
        };
    }

    private static async Task ReadAsync(Process worker, Ledger ledger)
    {
        while (await worker.StandardOutput.ReadLineAsync() is { } line)
        {
            // The last line of a killed process may be incomplete.
            if (RowOutcome.FromLine(line) is { } outcome)
                ledger.Add(outcome);
        }
    }

    /// <summary>Starts a worker process.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="options">The settings of the run.</param>
    /// <param name="journal">The journal: a path or an address.</param>
    /// <param name="address">The provider's address, if it is not that of the cell. Error output is then captured instead of passed on.</param>
    public static Process Start(Cell cell, SoakOptions options, string journal, Uri? address = null)
    {
        var program = typeof(KillCell).Assembly.Location;
        var own = Path.ChangeExtension(program, OperatingSystem.IsWindows() ? ".exe" : null);
        string[] arguments =
        [
            Worker.Command,
            "--address", (address ?? cell.BaseUri).AbsoluteUri,
            "--provider", cell.Provider,
            "--rows", options.Rows.ToString(CultureInfo.InvariantCulture),
            "--seed", options.Seed.ToString(CultureInfo.InvariantCulture),
            "--throttle", options.Throttle.ToString(CultureInfo.InvariantCulture),
            "--window", options.Window.ToString(CultureInfo.InvariantCulture),
            "--journal", journal,
            "--later", options.Later.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        ];
        var start = File.Exists(own) && own != program
            ? new ProcessStartInfo(own, arguments)
            : new ProcessStartInfo("dotnet", [program, .. arguments]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = address is not null;
        start.Environment["DOTS_CLIENT_ID"] = Cell.ClientId;
        start.Environment["DOTS_API_KEY"] = Cell.ApiKey;
        start.Environment["ONEPAY_API_KEY"] = Cell.ApiKey;
        start.Environment["STRIPE_API_KEY"] = Cell.ApiKey;
        return Process.Start(start)!;
    }

    private enum Ending
    {
        /// <summary>The run completed.</summary>
        Done,

        /// <summary>The run stopped with a reason.</summary>
        Stopped,

        /// <summary>The process was killed.</summary>
        Killed,
    }
}
