using System.Management.Automation;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

// The rows without a customer, in errors and in the file for them.
public abstract partial class RunCmdlet
{
    private readonly RowValues _rejectedValues = new();

    private void OpenRejects()
    {
        if (RejectPath is null || IsDryRun)
            return;
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(RejectPath);
        if (JournalPath is not null && !JournalAddress.IsShared(JournalPath) && IsSame(path, JournalPlace.Resolve(this, JournalPath)))
            throw ImportErrors.Of(PaymentErrorId.InputInvalid, ImportMessages.SameFile($"-{nameof(RejectPath)}", $"-{nameof(JournalPath)}", path), ImportMessages.SameFileAction);
        _rejects = new RowRejects(path);
    }

    private static bool IsSame(string one, string other) =>
        Path.GetFullPath(one) == Path.GetFullPath(other) || (NativeFiles.IdentityOf(one) is { } identity && identity == NativeFiles.IdentityOf(other));

    /// <summary>The row with its state. It is also written to the file for such rows, if there is one.</summary>
    private object Rejected(DraftOutcome outcome, object row, PaymentError error)
    {
        var draft = outcome.Draft;
        var state = RejectColumns.StateOf(outcome.Outcome, error.Id, draft.IsDoubtful);
        // If the doubt was resolved, the key with which the row was sent is removed.
        var key = state == RejectState.Doubtful ? error.IdempotencyKey ?? draft[CustomerField.IdempotencyKey] : draft.IsDoubtful ? "" : null;
        var isEarlier = draft.IsDoubtful && outcome.Outcome != CustomerOutcome.Unknown;
        object rejected;
        var cells = new List<(string, string?)>();
        try
        {
            rejected = RejectedRow.Of(row, state, error.Message, key, isEarlier ? draft.DoubtfulSince : TimeProvider.System.GetUtcNow());
            if (_rejects is null)
                return rejected;
            _rejectedValues.Read(PSObject.AsPSObject(rejected));
            for (var i = 0; i < _rejectedValues.Names.Length; i++)
                cells.Add((_rejectedValues.Names[i], _rejectedValues.Values[i]));
        }
        catch (Exception e) when (e is not (RuntimeException or FlowControlException))
        {
            // If the row cannot be read, which is then its error, it is returned unchanged, and the file contains only its state.
            rejected = row;
            cells = [(RejectColumns.State, RejectColumns.Write(state)), (RejectColumns.Reason, error.Message)];
        }

        if (_rejects is null)
            return rejected;
        try
        {
            _rejects.Add(cells);
        }
        catch (PaymentException e)
        {
            // Stop, because the outcomes of further rows could not be recorded.
            _run!.Stop(e.Error);
        }

        return rejected;
    }

    private void CompleteRejects()
    {
        try
        {
            _rejects?.Complete();
        }
        catch (PaymentException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, null));
        }
    }
}
