using System.Diagnostics;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Soak;

/// <summary>The disturbances while several workers process one file.</summary>
internal sealed record Havoc
{
    /// <summary>The number of concurrent workers.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>The number of workers that are killed. Each is replaced by a new one.</summary>
    public int Kills { get; init; }

    /// <summary>The number of workers that are suspended for longer than their lease and then continue.</summary>
    public int Stops { get; init; }

    /// <summary>The number of times the database server is killed.</summary>
    public int ServerKills { get; init; }

    /// <summary>How many seconds a worker may be silent.</summary>
    public int Lease { get; init; } = 4;

    /// <summary>Whether to use one worker with a journal file instead, as the baseline.</summary>
    public bool UsesFile { get; init; }

    /// <summary>The latency of the provider, in milliseconds.</summary>
    public int LatencyMs { get; init; } = Interruptions.LatencyMs;
}

/// <summary>The result of several workers on one file.</summary>
internal sealed record SharedResult
{
    public required string Provider { get; init; }

    public required int Rows { get; init; }

    public required Havoc Havoc { get; init; }

    public required int Kills { get; init; }

    public required int Stops { get; init; }

    public required int ServerKills { get; init; }

    public required double Seconds { get; init; }

    public required long Created { get; init; }

    public required long Unknown { get; init; }

    /// <summary>The number of rows without a customer after the run was started again after a break.</summary>
    public required long Open { get; init; }

    public required int Lost { get; init; }

    public required int Twice { get; init; }

    public required int Named { get; init; }

    public required int Unaccounted { get; init; }

    public required IReadOnlyList<long> Shares { get; init; }

    public required long TakenOver { get; init; }

    public required IReadOnlyList<string> Details { get; init; }

    /// <summary>Whether nothing is lost or unaccounted for, and every surplus customer is named.</summary>
    public bool IsClean => Lost == 0 && Unaccounted == 0 && Twice <= Named;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Provider}: {Rows} rows, {Havoc.Workers} workers, {Kills} kills, {Stops} stops, {ServerKills} server kills: {Created} created, {Unknown} unknown ({Open} in the end), {TakenOver} taken over, {Lost} lost, {Unaccounted} unaccounted, {Twice} twice ({Named} named), {Seconds:0.0} s, {Rows / Seconds:0} rows/s; rows by worker {string.Join(", ", Shares)}");
}

/// <summary>Several processes on one file with a journal in PostgreSQL. Some processes, and the server, are killed or suspended.</summary>
internal static class SharedCell
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "shared";

    public static async Task<SharedResult> RunAsync(PostgresServer server, string provider, SoakOptions options, Havoc havoc)
    {
        await using var cell = await Cell.OpenAsync(provider, options, havoc.Kills + havoc.Stops > 0 ? FaultMenu.Mixed(provider, options) : [], havoc.LatencyMs);
        var journal = havoc.UsesFile ? cell.JournalPath : server.Address($"soak-{Guid.NewGuid():N}", havoc.Lease);
        var workers = new List<SharedWorkerProcess>();
        var finished = new List<SharedWorkerProcess>();
        var findings = new List<Findings>();
        try
        {
            for (var i = 0; i < havoc.Workers; i++)
                workers.Add(SharedWorkerProcess.Start(cell, options, journal));
            // Start measuring when the first customer is stored, because starting the processes takes time.
            while (cell.StoredCount == 0)
                await Task.Delay(1);
            var start = Stopwatch.GetTimestamp();
            var (kills, stops, serverKills) = await DisturbAsync(server, cell, options, havoc, journal, workers);
            await FinishAsync(cell, options, journal, workers, finished, findings);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var unknown = finished.Max(worker => worker.Outcomes.LongCount(outcome => outcome.Outcome == CustomerOutcome.Unknown));
            for (var again = 0; again < Cell.MostRuns && finished[^1].Outcomes.Exists(outcome => !outcome.IsStored && cell.Rows.KindOf(outcome.Row) != RowKind.Invalid); again++)
            {
                await server.LetTimePassAsync(TimeSpan.FromMinutes(15));
                workers.Add(SharedWorkerProcess.Start(cell, options, journal));
                await FinishAsync(cell, options, journal, workers, finished, findings);
            }

            var status = havoc.UsesFile ? null : await ISharedJournals.Load().StatusAsync(journal, CancellationToken.None);
            return new SharedResult
            {
                Provider = provider,
                Rows = cell.Rows.Count,
                Havoc = havoc,
                Kills = kills,
                Stops = stops,
                ServerKills = serverKills,
                Seconds = seconds,
                Created = finished[^1].Outcomes.LongCount(outcome => outcome.Outcome is CustomerOutcome.Created or CustomerOutcome.Existing),
                Unknown = unknown,
                Open = finished[^1].Outcomes.LongCount(outcome => !outcome.IsStored && cell.Rows.KindOf(outcome.Row) != RowKind.Invalid),
                Lost = findings.Max(found => found.Lost),
                Twice = findings.Max(found => found.Twice),
                Named = status?.Doubled.Sum(doubled => doubled.Ids.Count - 1) ?? 0,
                Unaccounted = findings.Max(found => found.Unaccounted),
                Shares = [.. status?.Workers.Select(worker => worker.Rows) ?? []],
                TakenOver = status?.Workers.Sum(worker => worker.TakenOver) ?? 0,
                Details = [.. findings.SelectMany(found => found.Details).Distinct().Take(20)],
            };
        }
        finally
        {
            workers.ForEach(worker => worker.Dispose());
            finished.ForEach(worker => worker.Dispose());
        }
    }

    /// <summary>Kills and suspends processes, spread over the run by the number of stored customers.</summary>
    private static async Task<(int Kills, int Stops, int ServerKills)> DisturbAsync(
        PostgresServer server, Cell cell, SoakOptions options, Havoc havoc, string journal, List<SharedWorkerProcess> workers)
    {
        var random = new Random(options.Seed);
        string[] deeds =
        [
            .. Enumerable.Repeat("kill", havoc.Kills), .. Enumerable.Repeat("stop", havoc.Stops), .. Enumerable.Repeat("server", havoc.ServerKills),
        ];
        random.Shuffle(deeds);
        var distinct = cell.Rows.Count - cell.Rows.Repeated - cell.Rows.Invalid;
        var done = new Dictionary<string, int>();
        for (var i = 0; i < deeds.Length; i++)
        {
            await ReplaceEndedAsync(cell, options, journal, workers, () => cell.StoredCount >= distinct * 0.9 * (i + 1) / (deeds.Length + 1));
            if (workers.TrueForAll(worker => worker.HasExited))
                break;
            var one = workers[random.Next(workers.Count)];
            done[deeds[i]] = done.GetValueOrDefault(deeds[i]) + 1;
            switch (deeds[i])
            {
                case "kill":
                    one.Kill();
                    break;
                case "stop":
                    one.Signal("STOP");
                    _ = GoOnAsync(one, TimeSpan.FromSeconds(havoc.Lease + options.Timeout.TotalSeconds + 7 + random.Next(3)));
                    break;
                default:
                    await server.KillAsync();
                    await Task.Delay(random.Next(1500));
                    await server.StartAgainAsync();
                    break;
            }
        }

        return (done.GetValueOrDefault("kill"), done.GetValueOrDefault("stop"), done.GetValueOrDefault("server"));
    }

    private static async Task GoOnAsync(SharedWorkerProcess worker, TimeSpan after)
    {
        await Task.Delay(after);
        if (!worker.HasExited)
            worker.Signal("CONT");
    }

    /// <summary>Replaces workers that ended before all rows were done, as a cluster does, until a condition is true.</summary>
    private static async Task ReplaceEndedAsync(Cell cell, SoakOptions options, string journal, List<SharedWorkerProcess> workers, Func<bool> isSo)
    {
        while (!isSo())
        {
            for (var i = 0; i < workers.Count; i++)
            {
                if (!workers[i].HasExited)
                    continue;
                if (await workers[i].WaitAsync())
                    return;
                workers[i].Dispose();
                workers[i] = SharedWorkerProcess.Start(cell, options, journal);
            }

            await Task.Delay(2);
        }
    }

    private static async Task FinishAsync(Cell cell, SoakOptions options, string journal, List<SharedWorkerProcess> workers, List<SharedWorkerProcess> finished, List<Findings> findings)
    {
        while (workers.Count > 0)
        {
            var worker = workers[^1];
            workers.RemoveAt(workers.Count - 1);
            if (await worker.WaitAsync())
            {
                // Every worker reports an outcome for each row. They are compared now, because a worker that is started after the others have ended
                // retries failed rows.
                while (cell.Emulator.Store.PendingStores > 0)
                    await Task.Delay(20);
                findings.Add(worker.Compare(cell));
                finished.Add(worker);
            }
            else
            {
                worker.Dispose();
                workers.Insert(0, SharedWorkerProcess.Start(cell, options, journal));
            }
        }
    }
}
