using System.Management.Automation;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Reads the journals of runs: one object for each row, with what is known of it last, or one for each journal.</summary>
[Cmdlet(VerbsCommon.Get, "PaymentCustomerJournal", DefaultParameterSetName = PathSet)]
[OutputType(typeof(PaymentJournalEntry), typeof(PaymentJournalSummary))]
public sealed class GetPaymentCustomerJournalCommand : PSCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The journals' files; wildcards are understood.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("JournalPath")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The journals' files, as they are.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>One object for each journal: its runs, and how many rows are in which state.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in ParameterSetName == LiteralPathSet ? LiteralPath : Path.SelectMany(Expand))
            Read(path);
    }

    /// <summary>The files that a path with wildcards means, in the order of their names; a path without any as it is.</summary>
    private IEnumerable<string> Expand(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path)
            ? GetResolvedProviderPathFromPSPath(path, out _).Order(StringComparer.Ordinal)
            : [path];

    private void Read(string given)
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(given);
        try
        {
            var contents = JournalReader.ReadAll(path);
            if (Summary)
            {
                WriteObject(contents.Summarize());
                return;
            }

            foreach (var entry in contents.Entries)
            {
                WriteObject(new PaymentJournalEntry(entry.Row, entry.Key, entry.IsRefused ? "Refused" : entry.State.ToString())
                {
                    Id = entry.Id,
                    Error = entry.IsRefused ? string.Join(", ", entry.Problems) : entry.Error,
                    Status = entry.Status,
                });
            }
        }
        catch (PaymentException e)
        {
            WriteError(ErrorRecords.From(e, given));
        }
    }
}
