using System.Management.Automation;
using System.Net;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>
/// Reads journals of runs: one object per row with its last state, or one per journal, or, for a shared journal, one per process
/// that works on the run.
/// </summary>
[Cmdlet(VerbsCommon.Get, "PaymentCustomerJournal", DefaultParameterSetName = PathSet)]
[OutputType(typeof(PaymentJournalEntry), typeof(PaymentJournalSummary), typeof(PaymentJournalWorker))]
public sealed class GetPaymentCustomerJournalCommand : CancellableCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The paths of the journals (wildcards are supported), or the addresses of journals in a database.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("JournalPath")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The paths of the journals, without wildcards.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Returns one object per journal: its runs, and the number of rows in each state.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Returns the workers of the run instead of its rows. For a journal in a database.</summary>
    [Parameter]
    public SwitchParameter Worker { get; set; }

    /// <summary>The user and the password of a shared journal's database. They replace those of the address and the environment.</summary>
    [Parameter]
    [Credential]
    public PSCredential? JournalCredential { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in ParameterSetName == LiteralPathSet ? LiteralPath : Path.SelectMany(Expand))
            Read(path);
    }

    /// <summary>The files that a path with wildcards matches, sorted by name. Paths without wildcards and addresses are returned unchanged.</summary>
    private IEnumerable<string> Expand(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path) && !JournalAddress.IsShared(path)
            ? GetResolvedProviderPathFromPSPath(path, out _).Order(StringComparer.Ordinal)
            : [path];

    private void Read(string given)
    {
        try
        {
            var credential = JournalPlace.Credential(this, JournalCredential, given);
            if (JournalAddress.IsShared(given) && Summary)
                throw JournalErrors.NotFile();
            else if (JournalAddress.IsShared(given))
                ReadShared(given, credential);
            else if (Worker)
                throw JournalErrors.NotShared(given);
            else
                ReadFile(SessionState.Path.GetUnresolvedProviderPathFromPSPath(given));
        }
        catch (PaymentException e)
        {
            WriteError(ErrorRecords.From(e, JournalAddress.IsShared(given) ? null : given));
        }
    }

    private void ReadFile(string path)
    {
        if (!File.Exists(path))
            throw JournalErrors.NoFile(path);
        var contents = JournalReader.ReadAll(path);
        if (Summary)
        {
            WriteObject(contents.Summarize());
            return;
        }

        foreach (var entry in contents.Entries)
            Write(entry, null);
    }

    private void ReadShared(string address, NetworkCredential? credential)
    {
        var journals = ISharedJournals.Load();
        var status = Await(journals.StatusAsync(address, credential, Cancellation));
        if (Worker)
        {
            foreach (var worker in status.Workers)
                WriteObject(new PaymentJournalWorker(worker.Worker, worker.State.ToString(), worker.Begun, worker.Heard, worker.Rows, worker.TakenOver));
            return;
        }

        var doubled = status.Doubled.ToDictionary(one => one.Key, one => one.Ids, StringComparer.Ordinal);
        foreach (var entry in Await(ReadAsync(journals, address, credential)))
            Write(entry, doubled.GetValueOrDefault(entry.Key));
    }

    private async Task<List<JournalEntry>> ReadAsync(ISharedJournals journals, string address, NetworkCredential? credential)
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in journals.ReadAsync(address, credential, Cancellation).ConfigureAwait(false))
            entries.Add(entry);
        return entries;
    }

    private void Write(JournalEntry entry, IReadOnlyList<string>? ids) =>
        WriteObject(new PaymentJournalEntry(entry.Row, entry.Key, ids is not null ? "Doubled" : entry.IsRefused ? "Refused" : entry.State.ToString())
        {
            Id = ids is null ? entry.Id : entry.Id ?? ids[0],
            OtherIds = ids is null ? [] : [.. ids.Where(id => id != (entry.Id ?? ids[0]))],
            Error = entry.IsRefused ? string.Join(", ", entry.Problems) : entry.Error,
            Status = entry.Status,
        });
}
