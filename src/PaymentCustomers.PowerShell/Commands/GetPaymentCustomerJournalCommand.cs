using System.Management.Automation;
using PaymentCustomers.Engine.Journals;

namespace PaymentCustomers.PowerShell.Commands;

/// <summary>Reads the journal of a run: one object for each row, with what is known of it last.</summary>
[Cmdlet(VerbsCommon.Get, "PaymentCustomerJournal")]
[OutputType(typeof(PaymentJournalEntry))]
public sealed class GetPaymentCustomerJournalCommand : PSCmdlet
{
    /// <summary>The journal's file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath", "JournalPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        try
        {
            if (!File.Exists(path))
                throw JournalErrors.NoFile(path);
            foreach (var entry in JournalReader.ReadLast(path))
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
            WriteError(ErrorRecords.From(e, Path));
        }
    }
}
