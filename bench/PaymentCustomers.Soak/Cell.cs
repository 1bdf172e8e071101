using System.Diagnostics;
using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Soak;

/// <summary>What cells have in common: a fresh emulator, a connection to it, a journal, the rows and their ledger.</summary>
internal sealed class Cell : IAsyncDisposable
{
    /// <summary>As often is a run started again that stopped or left rows open.</summary>
    public const int MostRuns = 30;

    public const string ClientId = "soak";

    // Where only the list tells what is stored, and no later row bears witness, it is believed after ten minutes.
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
    /// <returns>Whether the run came to its end.</returns>
    public async Task<bool> PassAsync(SoakOptions options, CancellationToken cancellation = default)
    {
        Ledger.Begin();
        return await Pass.RunAsync(
            Connection, options, JournalPath, Ledger.Drafts, outcome => Ledger.Add(RowOutcome.Of(outcome)), cancellation) is null;
    }

    /// <summary>The rows that the journal says were started, and no more. Not while a run has it.</summary>
    public int InDoubt() => JournalReader.ReadLast(JournalPath).Count(entry => entry.State == KeyState.Started);

    /// <summary>Ends all faults, once nothing is on its way any more.</summary>
    /// <param name="usual">The options without them.</param>
    public async Task EndFaultsAsync(EmulatorOptions usual)
    {
        while (Emulator.Store.PendingStores > 0)
            await Task.Delay(20);
        Emulator.SetFaults();
        Emulator.Configure(_ => usual);
    }

    /// <summary>Compares the ledger with the store, once nothing can be stored any more.</summary>
    public async Task<Findings> CompareAsync()
    {
        while (Emulator.Store.PendingStores > 0)
            await Task.Delay(20);
        return Ledger.Compare(Stored.Of(Emulator.Store, Provider));
    }

    /// <summary>
    /// The result: compares, then starts the run again for rows that are open, as a person would after a break, and compares
    /// once more.
    /// </summary>
    /// <param name="title">The cell's name.</param>
    /// <param name="resumed">How often the run was started again until now.</param>
    /// <param name="options">How the runs go.</param>
    /// <param name="again">Runs once more; says whether the run came to its end.</param>
    public async Task<CellResult> FinishAsync(string title, int resumed, SoakOptions options, Func<SoakOptions, Task<bool>> again)
    {
        var findings = await CompareAsync();
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
                await again(HonoursKey ? options : options with { Later = Break * runs });
                findings = await CompareAsync();
            }
        }

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
