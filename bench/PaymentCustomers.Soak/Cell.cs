using System.Diagnostics;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Soak;

/// <summary>The common parts of cells: a new emulator, a connection to it, a journal, the rows and their ledger.</summary>
internal sealed class Cell : IAsyncDisposable
{
    /// <summary>The maximum number of runs. A run that stopped or left rows open is started again.</summary>
    public const int MostRuns = 30;

    public const string ClientId = "soak";

    // A doubt older than ten minutes is resolved by the list alone, which matters if only the list shows what is stored and no later row
    // was created.
    private static readonly TimeSpan Break = TimeSpan.FromMinutes(15);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soak-");

    private Cell(ProviderEmulator emulator, string provider, SoakOptions options)
    {
        Emulator = emulator;
        Provider = provider;
        Rows = new SoakRows(provider, options.Rows, options.Seed);
        Connection = ConnectionFactory.Open(new ConnectionRequest(provider)
        {
            BaseUri = BaseUri,
            Credential = new ProviderCredential(provider == "Dots" ? ClientId : null, ApiKey),
        });
        Ledger = new Ledger(Rows, Connection);
    }

    public static string ApiKey => "sk_test_soak";

    public ProviderEmulator Emulator { get; }

    public string Provider { get; }

    public SoakRows Rows { get; }

    private bool HonoursKey => PaymentProviders.Get(Provider).Capabilities.HonoursKey;

    public PaymentConnection Connection { get; }

    public Ledger Ledger { get; }

    public Uri BaseUri => Emulator.BaseUriOf(EmulatedProvider.Parse(Provider));

    public string JournalPath => Path.Combine(_folder.FullName, "run.jsonl");

    public int StoredCount => Emulator.Store.CountOf(EmulatedProvider.Parse(Provider));

    public static async Task<Cell> OpenAsync(string provider, SoakOptions options, IReadOnlyList<FaultRule> faults, int latencyMs = 0) =>
        new(await ProviderEmulator.StartAsync(new EmulatorOptions
        {
            RecordRequests = false,
            Seed = options.Seed,
            LatencyMs = latencyMs,
            Faults = faults,
        }), provider, options);

    /// <summary>Runs once over all rows in this process.</summary>
    /// <returns>Whether the run completed.</returns>
    public async Task<bool> PassAsync(SoakOptions options, CancellationToken cancellation = default)
    {
        Ledger.Begin();
        return await Pass.RunAsync(
            Connection, options, JournalPath, Ledger.Drafts, outcome => Ledger.Add(RowOutcome.Of(outcome)), cancellation) is null;
    }

    /// <summary>The number of rows that the journal has only as started. Must not be called during a run.</summary>
    public int InDoubt() => JournalReader.ReadLast(JournalPath).Count(entry => entry.State == KeyState.Started);

    /// <summary>Ends all faults after all pending stores have completed.</summary>
    /// <param name="usual">The options without faults.</param>
    public async Task EndFaultsAsync(EmulatorOptions usual)
    {
        await WhenStoredAsync();
        Emulator.SetFaults();
        Emulator.Configure(_ => usual);
    }

    /// <summary>Waits until all pending stores have completed.</summary>
    public async Task WhenStoredAsync()
    {
        while (Emulator.Store.PendingStores > 0)
            await Task.Delay(20);
    }

    /// <summary>Compares the ledger with the store after all pending stores have completed.</summary>
    /// <param name="isComplete">Whether the last run read all rows.</param>
    public async Task<Findings> CompareAsync(bool isComplete = true)
    {
        await WhenStoredAsync();
        return Ledger.Compare(Stored.Of(Emulator.Store, Provider), isComplete);
    }

    /// <summary>
    /// Completes the cell: compares, then starts the run again for rows that are open, like a user after a break, and compares
    /// again.
    /// </summary>
    /// <param name="title">The cell's name.</param>
    /// <param name="resumed">The number of restarts so far.</param>
    /// <param name="options">The settings of the runs.</param>
    /// <param name="again">Runs once more and returns whether the run completed.</param>
    /// <param name="isComplete">Whether the last run read all rows.</param>
    public async Task<CellResult> FinishAsync(string title, int resumed, SoakOptions options, Func<SoakOptions, Task<bool>> again, bool isComplete = true)
    {
        var findings = await CompareAsync(isComplete);
        var wasComplete = isComplete;
        var result = new CellResult
        {
            Provider = Provider,
            Cell = title,
            Rows = Rows.Count,
            Created = Ledger.Count(CustomerOutcome.Created) + Ledger.Count(CustomerOutcome.Existing),
            Duplicate = Ledger.Count(CustomerOutcome.Duplicate),
            Failed = Ledger.Count(CustomerOutcome.Failed),
            Unknown = Ledger.Count(CustomerOutcome.Unknown),
            Resumed = 0,
            Lost = 0,
            Twice = 0,
            Unaccounted = 0,
            Requests = 0,
            Seconds = 0,
        };
        if (findings.Unaccounted == 0)
        {
            for (var runs = 1; Ledger.IsOpen && runs <= MostRuns; runs++)
            {
                resumed++;
                // A run that sends only rows which fail again stops before its end.
                isComplete = await again(HonoursKey ? options : options with { Later = Break * runs });
                findings = await CompareAsync(isComplete);
                wasComplete |= isComplete;
            }
        }

        // At least one run must have read all rows.
        if (!wasComplete)
            findings = await CompareAsync();

        return result with
        {
            Resumed = resumed,
            Lost = findings.Lost,
            Twice = findings.Twice,
            Unaccounted = findings.Unaccounted,
            Details = findings.Details,
            Requests = Emulator.Store.RequestCount,
            Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
