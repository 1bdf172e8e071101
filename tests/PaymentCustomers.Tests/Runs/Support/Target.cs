using System.Globalization;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Http;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Keys;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.Tests.Engine.Support;

namespace PaymentCustomers.Tests.Runs;

/// <summary>A provider connection that rows can be run against.</summary>
internal sealed class Target
{
    public const string DotsSecret = "dots-secret-0123456789";
    public const string OnePaySecret = "sk_test_secret0123456789";

    // Long enough that a random key or checksum cannot contain them: tests search journals and databases for them.
    public const string FirstName = "Anastasia";
    public const string LastName = "Muñozábal";

    public const string StripeSecret = "sk_test_secret9876543210";

    private readonly DraftPreparer _preparer;

    public Target(PaymentProvider provider, PaymentConnection connection, TimeProvider clock, TimeSpan? timeout = null, IEngineLog? log = null)
    {
        Connection = connection;
        // The timeout is longer than any time that these tests skip, so that only tests of timeouts see one.
        Client = new ProviderClient(provider, connection, new ProviderClientOptions { Clock = clock, Timeout = timeout ?? TimeSpan.FromHours(10), Log = log });
        _preparer = new DraftPreparer(provider, new KeyScope(connection));
    }

    private Target(PaymentConnection connection, TimeProvider clock, TimeSpan? timeout)
        : this(PaymentProviders.Get(connection.Provider), connection, clock, timeout)
    {
    }

    public PaymentConnection Connection { get; }

    public ProviderClient Client { get; }

    public static Target Dots(Uri address, TimeProvider clock, TimeSpan? timeout = null, string? account = null, PaymentEnvironment? environment = null) =>
        new(Open("Dots", new ProviderCredential("client", DotsSecret), new Uri(address, "/api"), account, environment), clock, timeout);

    public static Target OnePay(Uri address, TimeProvider clock, TimeSpan? timeout = null) =>
        new(Open("OnePay", new ProviderCredential(null, OnePaySecret), new Uri(address, "/v1"), account: null, environment: null), clock, timeout);

    public static Target Stripe(Uri address, TimeProvider clock, string key = StripeSecret) =>
        new(Open("Stripe", new ProviderCredential(null, key), address, account: null, environment: null), clock, timeout: null);

    /// <summary>Makes a row about a person. The same person always gives the same row.</summary>
    public PreparedDraft Row(int row, int? person = null, Action<Draft>? change = null)
    {
        var number = (person ?? row).ToString(CultureInfo.InvariantCulture);
        var draft = new Draft(row)
        {
            [CustomerField.FirstName] = FirstName,
            [CustomerField.LastName] = $"{LastName} {number}",
            [CustomerField.Email] = $"row{number}@example.com",
            [CustomerField.Phone] = "+573001234567",
        };
        if (Connection.Provider == "OnePay")
        {
            draft[CustomerField.DocumentType] = "CC";
            draft[CustomerField.DocumentNumber] = (100_000_000 + (person ?? row)).ToString(CultureInfo.InvariantCulture);
            draft[CustomerField.EnableNotifications] = "false";
        }

        change?.Invoke(draft);
        return _preparer.Prepare(draft);
    }

    /// <summary>Makes a row from values.</summary>
    public PreparedDraft Prepare(int row, IEnumerable<(CustomerField Field, string Value)> values, CustomerChange? change = null)
    {
        var draft = new Draft(row) { Change = change };
        foreach (var (field, value) in values)
            draft[field] = value;
        return _preparer.Prepare(draft);
    }

    public PreparedDraft[] Rows(int count) => [.. Enumerable.Range(1, count).Select(row => Row(row))];

    public CustomerRequests Reader(int maximumRetryCount = 4) => new(Client, maximumRetryCount);

    /// <summary>Runs rows as a cmdlet does: takes finished outcomes whenever the run is full, and continues after the run has
    /// stopped.</summary>
    public async Task<RunReport> RunAsync(
        IEnumerable<PreparedDraft> rows, RunOptions? options = null, IJournal? journal = null, CancellationToken cancellation = default)
    {
        await using var run = new CustomerRun(Client, options ?? new RunOptions(), journal, cancellation);
        var outcomes = new List<DraftOutcome>();
        var most = 0;
        foreach (var row in rows)
        {
            while (run.IsFull)
                await TakeAsync(run, outcomes);
            run.Submit(row);
            most = Math.Max(most, run.Outstanding);
        }

        while (run.Outstanding > 0)
            await TakeAsync(run, outcomes);
        return new RunReport(outcomes, run.Stopped, run.Counts, most);
    }

    /// <summary>Runs rows with a journal.</summary>
    public async Task<RunReport> RunAsync(
        IEnumerable<PreparedDraft> rows, string journal, RunOptions? options = null, CancellationToken cancellation = default)
    {
        await using var opened = FileJournal.Open(journal, Connection, new JournalOptions { Clock = Client.Clock });
        return await RunAsync(rows, options, opened, cancellation);
    }

    private static async Task TakeAsync(CustomerRun run, List<DraftOutcome> outcomes)
    {
        await run.WaitForRoomAsync().WaitAsync(RunTest.Patience);
        while (run.TryTake(out var outcome))
            outcomes.Add(outcome);
    }

    private static PaymentConnection Open(
        string provider, ProviderCredential credential, Uri address, string? account, PaymentEnvironment? environment) =>
        ConnectionFactory.Open(new ConnectionRequest(provider)
        {
            Credential = credential,
            BaseUri = address,
            Account = account,
            Environment = environment,
        });
}

/// <summary>What a run returned.</summary>
/// <param name="Outcomes">The outcomes in the order in which they were returned.</param>
/// <param name="Stopped">The error that stopped the run, if one did.</param>
/// <param name="Counts">The run's counts.</param>
/// <param name="MostOutstanding">The largest number of rows that were in the run at once.</param>
internal sealed record RunReport(IReadOnlyList<DraftOutcome> Outcomes, PaymentError? Stopped, RunCounts Counts, int MostOutstanding)
{
    public IEnumerable<long> Rows => Outcomes.Select(outcome => outcome.Draft.Row);

    public IEnumerable<CustomerOutcome> Kinds => Outcomes.Select(outcome => outcome.Outcome);

    public IEnumerable<string?> Ids => Outcomes.Select(outcome => outcome.Customer?.Id);

    public IEnumerable<PaymentErrorId?> Errors => Outcomes.Select(outcome => outcome.Error?.Id);
}
