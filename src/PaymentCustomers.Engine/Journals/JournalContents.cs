using PaymentCustomers.Engine.Keys;

namespace PaymentCustomers.Engine.Journals;

/// <summary>The contents of a journal: its runs, and the last state of each row. Filled line by line, in journal order.</summary>
/// <param name="path">The path of the journal.</param>
internal sealed class JournalContents(string path)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<JournalEntry> _entries = [];
    private readonly List<JournalEntry> _refused = [];
    private readonly List<JournalRun> _runs = [];

    /// <summary>The path of the journal.</summary>
    public string Path => path;

    /// <summary>The runs, in the order in which they started.</summary>
    public IReadOnlyList<JournalRun> Runs => _runs;

    /// <summary>
    /// The last entry of each key, in the order in which the keys first occur, followed by the rows that the last run rejected. A
    /// rejected row has no key, so that it cannot be matched with the entries of earlier runs.
    /// </summary>
    public IReadOnlyCollection<JournalEntry> Entries => [.. _entries, .. _refused];

    /// <summary>The number of rows that the last run rejected.</summary>
    public int Refused => _refused.Count;

    /// <summary>The number of rows in each state.</summary>
    public IReadOnlyDictionary<KeyState, long> Counts => _entries.GroupBy(entry => entry.State).ToDictionary(rows => rows.Key, rows => rows.LongCount());

    public void Add(JournalHeader header)
    {
        _refused.Clear();
        _runs.Add(new JournalRun(header));
    }

    public void Add(JournalEntry entry)
    {
        _runs[^1].Add(entry);
        if (entry.IsRefused)
            _refused.Add(entry);
        else if (_places.TryAdd(entry.Key, _entries.Count))
            _entries.Add(entry);
        else
            _entries[_places[entry.Key]] = entry;
    }

    /// <summary>The journal's contents as a public summary.</summary>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalMismatch"/>: the journal contains no run.</exception>
    public PaymentJournalSummary Summarize()
    {
        if (_runs.Count == 0)
            throw JournalErrors.Of(PaymentErrorId.JournalMismatch, JournalMessages.NoJournal(path));
        var header = _runs[^1].Header;
        var counts = Counts;
        return new PaymentJournalSummary
        {
            Path = path,
            Provider = header.Provider,
            Environment = header.Environment,
            Account = header.Account,
            // Arrays, because PowerShell cannot index the list type that the compiler generates.
            Runs = _runs.Select(run => new PaymentJournalRun(run.Begun, run.Last, run.Header.Input, run.Header.Rows, run.Refused)).ToArray(),
            Created = counts.GetValueOrDefault(KeyState.Created),
            Existing = counts.GetValueOrDefault(KeyState.Existing),
            Updated = counts.GetValueOrDefault(KeyState.Updated),
            Failed = counts.GetValueOrDefault(KeyState.Failed),
            Unknown = counts.GetValueOrDefault(KeyState.Unknown),
            Started = counts.GetValueOrDefault(KeyState.Started),
            Withdrawn = counts.GetValueOrDefault(KeyState.Withdrawn),
            Refused = _refused.Count,
        };
    }
}
