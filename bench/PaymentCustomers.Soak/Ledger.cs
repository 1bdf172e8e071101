using PaymentCustomers.Emulator;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Soak;

/// <summary>A customer in the emulator, of any provider.</summary>
internal sealed record Stored(string Id, string? Key, string? Email, string? FirstName, string? LastName, string? Document)
{
    /// <summary>The full name, for a provider with a single name.</summary>
    public string? WholeName { get; init; }

    public static List<Stored> Of(EmulatorStore store, string provider) => provider switch
    {
        "Dots" => [.. store.DotsCustomers.Select(customer => new Stored(
            customer.Id, customer.Key, customer.Fields.Email, customer.Fields.FirstName, customer.Fields.LastName, null))],
        "OnePay" => [.. store.OnePayCustomers.Select(customer => new Stored(
            customer.Id, customer.Key, customer.Fields.Email, customer.Fields.FirstName, customer.Fields.LastName,
            $"{customer.Fields.DocumentType} {customer.Fields.DocumentNumber}"))],
        "Stripe" => [.. store.StripeCustomers.Select(customer => new Stored(
            customer.Id, customer.Key, customer.Fields.Email, null, null, null) { WholeName = customer.Fields.Name })],
        _ => throw new ArgumentException($"The soak does not know the customers of {provider}.", nameof(provider)),
    };

    /// <summary>Whether it is the customer of a row.</summary>
    public bool IsOf(Draft draft) =>
        Email == draft[CustomerField.Email]
        && (WholeName is null
            ? (FirstName, LastName) == (draft[CustomerField.FirstName], draft[CustomerField.LastName])
            : WholeName == $"{draft[CustomerField.FirstName]} {draft[CustomerField.LastName]}");
}

/// <summary>The result of a comparison.</summary>
/// <param name="Lost">The number of rows that were reported as stored but whose customer is missing under that id and key.</param>
/// <param name="Twice">The number of surplus customers with the same key or document.</param>
/// <param name="Unaccounted">The number of rows without exactly one outcome in order, of stored rows that were reported as failed, and of customers without a row.</param>
/// <param name="Details">Descriptions of the first of them.</param>
internal sealed record Findings(int Lost, int Twice, int Unaccounted, IReadOnlyList<string> Details);

/// <summary>Records the outcomes of all runs, and compares them with the emulator's customers.</summary>
internal sealed class Ledger
{
    private const int MostDetails = 20;

    private readonly SoakRows _rows;
    private readonly PreparedDraft[] _drafts;
    private readonly RowOutcome?[] _last;
    private readonly string?[] _ids;
    private readonly List<string> _details = [];
    private long _next = 1;
    private int _outOfPlace;
    private int _runs;

    public Ledger(SoakRows rows, PaymentConnection connection)
    {
        _rows = rows;
        _drafts = [.. rows.Prepare(connection)];
        _last = new RowOutcome?[rows.Count];
        _ids = new string?[rows.Count];
    }

    /// <summary>The rows in the form in which they are sent.</summary>
    public IReadOnlyList<PreparedDraft> Drafts => _drafts;

    /// <summary>
    /// Whether a first run may report customers as existing, because some responses look like those of earlier requests.
    /// </summary>
    public bool MayExist { get; set; }

    /// <summary>Whether another run may have sent failed rows again in the meantime.</summary>
    public bool IsTriedAgain { get; set; }

    /// <summary>Whether the run should be started again: a row was not sent, may succeed, or has an unknown result.</summary>
    public bool IsOpen => _last.Any(outcome => outcome is null || (outcome is { IsStored: false } && _rows.KindOf(outcome.Row) != RowKind.Invalid));

    /// <summary>The number of rows with an outcome.</summary>
    public int Count(CustomerOutcome outcome) => _last.Count(last => last?.Outcome == outcome);

    /// <summary>Starts a run, which must report every row again.</summary>
    public void Begin()
    {
        Array.Clear(_last);
        _next = 1;
        _runs++;
    }

    /// <summary>Records the next outcome of a run.</summary>
    public void Add(RowOutcome outcome)
    {
        if (outcome.Row != _next)
        {
            _outOfPlace++;
            Tell($"row {outcome.Row} was given out where row {_next} was due");
        }

        _next = outcome.Row + 1;
        if (outcome.Row < 1 || outcome.Row > _rows.Count)
            return;
        var index = outcome.Row - 1;
        if (_last[index] is not null)
            Wrong($"row {outcome.Row} was given out twice");
        _last[index] = outcome;
        if (!outcome.IsStored)
            return;
        // Later runs must report the same id as earlier ones.
        if ((_ids[index] ??= outcome.Id) != outcome.Id)
            Wrong($"row {outcome.Row} had id {_ids[index]} and has now {outcome.Id}");
        if (outcome.Key != _drafts[index].Key)
            Wrong($"row {outcome.Row} was given out with another key");
    }

    /// <summary>Compares the outcomes of the last run with the stored customers.</summary>
    /// <param name="stored">The customers.</param>
    /// <param name="isComplete">False if the run stopped: it says nothing about the rows that it did not read.</param>
    public Findings Compare(IReadOnlyList<Stored> stored, bool isComplete = true)
    {
        var lost = 0;
        var unaccounted = _outOfPlace;
        var byId = stored.ToDictionary(customer => customer.Id);
        var byKey = stored.ToLookup(customer => customer.Key);
        foreach (var draft in _drafts)
        {
            var outcome = _last[draft.Draft.Row - 1];
            // A run that stopped did not read some rows, and did not send others; an earlier run may have.
            if (!isComplete && (outcome is null || outcome.Outcome == CustomerOutcome.NotSent))
                continue;
            if (outcome is null)
                unaccounted += Tell($"row {draft.Draft.Row} has no outcome");
            else if (outcome.IsStored && !(outcome.Id is { } id && byId.TryGetValue(id, out var customer) && customer.Key == draft.Key))
                lost += Tell($"row {draft.Draft.Row} is {outcome.Outcome} with id {outcome.Id}, which is not stored under its key");
            else if (!Fits(draft, outcome, byKey))
                unaccounted += Tell($"row {draft.Draft.Row}, {_rows.KindOf(draft.Draft.Row)}, is {outcome.Outcome} ({outcome.Error}), with {byKey[draft.Key].Count()} stored");
        }

        return new Findings(lost, Twice(stored, byKey), unaccounted + Strangers(stored), [.. _details]);
    }

    private bool Fits(PreparedDraft draft, RowOutcome outcome, ILookup<string?, Stored> byKey) => _rows.KindOf(draft.Draft.Row) switch
    {
        RowKind.Invalid => outcome is { Outcome: CustomerOutcome.Failed, Error: PaymentErrorId.CustomerInvalid },
        _ when outcome.Outcome == CustomerOutcome.Failed => IsTriedAgain || !byKey.Contains(draft.Key),
        // An earlier run created it without learning the result. A provider that replays responses reports it as existing.
        RowKind.Distinct when (_runs > 1 || MayExist) && outcome.Outcome == CustomerOutcome.Existing => true,
        RowKind.Distinct => outcome.Outcome is CustomerOutcome.Created or CustomerOutcome.Unknown,
        _ => outcome.Outcome is CustomerOutcome.Duplicate or CustomerOutcome.Unknown,
    };

    private int Twice(IReadOnlyList<Stored> stored, ILookup<string?, Stored> byKey)
    {
        var keys = byKey.Where(same => same.Count() > 1).ToList();
        foreach (var same in keys)
            Tell($"key {same.Key} is stored as {string.Join(", ", same.Select(customer => customer.Id))}");
        var documents = stored.Where(customer => customer.Document is not null).GroupBy(customer => customer.Document);
        return Math.Max(keys.Sum(same => same.Count() - 1), documents.Sum(same => same.Count() - 1));
    }

    /// <summary>The number of customers without a row, or with other names than the row with their key.</summary>
    private int Strangers(IReadOnlyList<Stored> stored)
    {
        var drafts = _drafts.Where(draft => draft.IsValid).DistinctBy(draft => draft.Key).ToDictionary(draft => draft.Key, draft => draft.Draft);
        return stored
            .Where(customer => !(drafts.TryGetValue(customer.Key ?? "", out var draft) && customer.IsOf(draft)))
            .Sum(customer => Tell($"customer {customer.Id} belongs to no row"));
    }

    private void Wrong(string detail) => _outOfPlace += Tell(detail);

    private int Tell(string detail)
    {
        if (_details.Count < MostDetails)
            _details.Add(detail);
        return 1;
    }
}
