using System.Management.Automation;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Sending;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

// This part opens the journal.
public abstract partial class RunCmdlet
{
    /// <summary>The journal file, with which the run can be stopped and continued, or the address of a journal that several machines share.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>The user and the password of a shared journal's database. They replace those of the address and the environment.</summary>
    [Parameter]
    [Credential]
    public PSCredential? JournalCredential { get; set; }

    private void OpenJournal(PaymentProvider provider)
    {
        var credential = JournalPlace.Credential(this, JournalCredential, JournalPath);
        if (JournalPath is not null && !IsDryRun)
        {
            var options = new JournalOptions
            {
                Given = GivenForAll,
                Rows = TotalCount == 0 ? null : TotalCount,
                Timeout = RetryRules.LongestRequest(TimeSpan.FromSeconds(TimeoutSec)),
                Tell = _news.Enqueue,
                Credential = credential,
            };
            _journal = Await(JournalOpening.OpenAsync(JournalPlace.Resolve(this, JournalPath), ActiveConnection, options, Cancellation));
        }

        if (_journal is { HasOtherValues: true })
            WriteWarning(Messages.JournalOfOtherValues);
        if (_journal is { HasOtherKeys: true })
            WriteWarning(provider.Capabilities.ServerFilters.Contains(CustomerField.DocumentNumber) ? JournalMessages.OtherKeysLookedUp : JournalMessages.OtherKeys);
    }
}
