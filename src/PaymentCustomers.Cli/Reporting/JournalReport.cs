using System.Globalization;
using System.Text.Json;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Cli.Reporting;

/// <summary>The progress of a shared run, as text and as JSON.</summary>
internal static class JournalReport
{
    private const int NameWidth = 18;

    private static readonly (string Name, KeyState State)[] States =
    [
        ("Created", KeyState.Created), ("Existing", KeyState.Existing), ("Updated", KeyState.Updated), ("Failed", KeyState.Failed), ("Unknown", KeyState.Unknown),
        ("Under way", KeyState.Started), ("Not sent", KeyState.Withdrawn),
    ];

    /// <summary>The progress on one line.</summary>
    public static string Line(SharedRunStatus status)
    {
        var counts = string.Join(", ", States.Where(state => status.Counts.GetValueOrDefault(state.State) > 0).Select(state => $"{Number(status.Counts[state.State])} {state.Name.ToLowerInvariant()}"));
        var workers = string.Join(", ", from worker in status.Workers group worker by worker.State into same orderby same.Key select $"{Number(same.Count())} {same.Key.ToString().ToLowerInvariant()}");
        var of = status.Announced is { } announced ? $" of {Number(announced)} rows" : "";
        var held = status.Held is { } hold ? string.Create(CultureInfo.InvariantCulture, $"; waiting for {hold.TotalSeconds:0} s") : "";
        return $"{(counts.Length == 0 ? "nothing yet" : counts)}{of}; workers: {workers}{held}";
    }

    public static void Write(TextWriter output, SharedRunStatus status)
    {
        output.WriteLine(Printable.Line($"Run {status.Run}: {status.Provider} {status.Environment}, account {status.Account}."));
        if (status.Announced is { } announced)
            Fact("Rows announced", Number(announced));
        foreach (var (name, state) in States)
            Fact(name, Number(status.Counts.GetValueOrDefault(state)));
        foreach (var worker in status.Workers)
        {
            var lost = worker.TakenOver == 0 ? "" : $", {Number(worker.TakenOver)} of its rows were taken over by other workers";
            output.WriteLine($"Worker {worker.Worker}  {worker.State.ToString().ToLowerInvariant(),-6}  since {Time(worker.Begun)}, last signal {Time(worker.Heard)}: {Number(worker.Rows)} rows{lost}");
        }

        foreach (var doubled in status.Doubled)
            output.WriteLine(Printable.Line($"Row {doubled.Row} has more than one customer with its idempotency key {doubled.Key}: {string.Join(", ", doubled.Ids)}. Keep one and delete the others."));
        if (status.Held is { } held)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The provider asked to wait. Nothing is sent for {held.TotalSeconds:0} s."));
        if (status.Stopped is { } stopped)
            output.WriteLine(Printable.Line($"The workers were stopped: {stopped}."));

        void Fact(string name, string value) => output.WriteLine($"{name.PadRight(NameWidth)}{value}");
    }

    public static string Json(SharedRunStatus status) => JsonSerializer.Serialize(
        new JournalJson
        {
            Run = status.Run,
            Provider = status.Provider,
            Environment = status.Environment,
            Account = status.Account,
            Announced = status.Announced,
            Created = status.Counts.GetValueOrDefault(KeyState.Created),
            Existing = status.Counts.GetValueOrDefault(KeyState.Existing),
            Updated = status.Counts.GetValueOrDefault(KeyState.Updated),
            Failed = status.Counts.GetValueOrDefault(KeyState.Failed),
            Unknown = status.Counts.GetValueOrDefault(KeyState.Unknown),
            UnderWay = status.Counts.GetValueOrDefault(KeyState.Started),
            NotSent = status.Counts.GetValueOrDefault(KeyState.Withdrawn),
            HeldSeconds = status.Held?.TotalSeconds,
            Stopped = status.Stopped,
            Workers = [.. status.Workers.Select(worker => new WorkerJson(worker.Worker, worker.State.ToString(), worker.Begun, worker.Heard, worker.Rows, worker.TakenOver))],
            Doubled = [.. status.Doubled.Select(doubled => new DoubledJson(doubled.Row, doubled.Key, doubled.Ids))],
        },
        CliJson.Default.JournalJson);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
