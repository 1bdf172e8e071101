using System.Diagnostics;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.Soak;

/// <summary>
/// Several processes on one file with a journal in PostgreSQL. Some processes are killed, suspended or cut off from the network,
/// and the server is killed.
/// </summary>
internal static class SharedCell
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "shared";

    private enum Disturbance
    {
        Kill,
        Stop,
        KillServer,
        Cut,
    }

    public static async Task<SharedResult> RunAsync(PostgresServer server, string provider, SoakOptions options, Havoc havoc)
    {
        var isDisturbed = havoc.Kills + havoc.Stops + havoc.Cuts > 0;
        await using var cell = await Cell.OpenAsync(provider, options, isDisturbed ? FaultMenu.Mixed(provider, options) : [], havoc.LatencyMs);
        var run = $"soak-{Guid.NewGuid():N}";
        var random = new Random(options.Seed);
        var machines = new List<Machine>();
        try
        {
            for (var i = 0; i < havoc.Workers; i++)
            {
                var clock = TimeSpan.FromMinutes(((random.NextDouble() * 2) - 1) * havoc.Clocks);
                machines.Add(new Machine(
                    cell,
                    options with { Later = clock },
                    port => havoc.UsesFile ? cell.JournalPath : server.Address(run, havoc.Lease, port),
                    havoc.Cuts > 0 ? server.Port : null));
            }

            // Start measuring when the first customer is stored, because starting the processes takes time.
            while (cell.StoredCount == 0)
                await Task.Delay(1);
            var start = Stopwatch.GetTimestamp();
            var done = await DisturbAsync(server, cell, options, havoc, random, machines);
            await Task.WhenAll(machines.Select(machine => machine.FinishAsync()));
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await cell.WhenStoredAsync();
            // A worker that started after another worker ended sent that worker's failed rows again.
            var findings = machines.ConvertAll(machine => machine.Worker.Compare(cell, machines.Exists(other => other.Started > machine.Ended)));
            var unknown = machines.Max(machine => machine.Worker.Outcomes.LongCount(outcome => outcome.Outcome == CustomerOutcome.Unknown));
            var last = machines.MaxBy(machine => machine.Ended)!;
            for (var again = 0; again < Cell.MostRuns && Open(cell, last) > 0; again++)
            {
                await server.LetTimePassAsync(TimeSpan.FromMinutes(15));
                last.Start();
                await last.FinishAsync();
                await cell.WhenStoredAsync();
                findings.Add(last.Worker.Compare(cell, isTriedAgain: false));
            }

            var status = havoc.UsesFile ? null : await ISharedJournals.Load().StatusAsync(server.Address(run), credential: null, CancellationToken.None);
            return new SharedResult
            {
                Provider = provider,
                Rows = cell.Rows.Count,
                Havoc = havoc,
                Kills = done[Disturbance.Kill],
                Stops = done[Disturbance.Stop],
                ServerKills = done[Disturbance.KillServer],
                Cuts = done[Disturbance.Cut],
                Seconds = seconds,
                Created = last.Worker.Outcomes.LongCount(outcome => outcome.Outcome is CustomerOutcome.Created or CustomerOutcome.Existing),
                Unknown = unknown,
                Open = Open(cell, last),
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
            foreach (var machine in machines)
                await machine.DisposeAsync();
        }
    }

    private static long Open(Cell cell, Machine machine) =>
        machine.Worker.Outcomes.LongCount(outcome => !outcome.IsStored && cell.Rows.KindOf(outcome.Row) != RowKind.Invalid);

    /// <summary>Disturbs the processes, spread over the run by the number of stored customers.</summary>
    /// <returns>How often each disturbance took place.</returns>
    private static async Task<Dictionary<Disturbance, int>> DisturbAsync(
        PostgresServer server, Cell cell, SoakOptions options, Havoc havoc, Random random, List<Machine> machines)
    {
        Disturbance[] disturbances =
        [
            .. Enumerable.Repeat(Disturbance.Kill, havoc.Kills),
            .. Enumerable.Repeat(Disturbance.Stop, havoc.Stops),
            .. Enumerable.Repeat(Disturbance.KillServer, havoc.ServerKills),
            .. Enumerable.Repeat(Disturbance.Cut, havoc.Cuts),
        ];
        random.Shuffle(disturbances);
        var distinct = cell.Rows.Count - cell.Rows.Repeated - cell.Rows.Invalid;
        var done = Enum.GetValues<Disturbance>().ToDictionary(disturbance => disturbance, _ => 0);
        for (var i = 0; i < disturbances.Length; i++)
        {
            await ReplaceEndedAsync(machines, () => cell.StoredCount >= distinct * 0.9 * (i + 1) / (disturbances.Length + 1));
            var alive = machines.FindAll(machine => !machine.Worker.HasExited);
            if (alive.Count == 0)
                break;
            var one = alive[random.Next(alive.Count)];
            var longerThanTheLease = TimeSpan.FromSeconds(havoc.Lease + options.Timeout.TotalSeconds + 7 + random.Next(3));
            done[disturbances[i]]++;
            switch (disturbances[i])
            {
                case Disturbance.Kill:
                    one.Worker.Kill();
                    break;
                case Disturbance.Stop:
                    _ = one.Worker.StopAsync(longerThanTheLease);
                    break;
                case Disturbance.Cut:
                    _ = one.CutAsync(toDatabase: done[Disturbance.Cut] % 2 == 1, longerThanTheLease);
                    break;
                default:
                    await server.KillAsync();
                    await Task.Delay(random.Next(1500));
                    await server.StartAgainAsync();
                    break;
            }
        }

        return done;
    }

    /// <summary>Replaces workers that ended before all rows were done, as a cluster does, until a condition is true.</summary>
    private static async Task ReplaceEndedAsync(List<Machine> machines, Func<bool> isSo)
    {
        while (!isSo())
        {
            foreach (var machine in machines)
            {
                if (!machine.Worker.HasExited)
                    continue;
                if (await machine.Worker.WaitAsync())
                    return;
                machine.Start();
            }

            await Task.Delay(2);
        }
    }
}
