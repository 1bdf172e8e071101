using System.Management.Automation;
using PaymentCustomers.Engine.Files;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.Engine.Journals;
using PaymentCustomers.Engine.Rows;
using PaymentCustomers.Engine.Runs;
using PaymentCustomers.PowerShell.Binding;

namespace PaymentCustomers.PowerShell.Commands;

// The rows without a customer: as they come back in errors, and in the file for them.
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

    /// <summary>The row with what is known of it; kept in the file for such rows, if there is one.</summary>
    private object Rejected(DraftOutcome outcome, object row, PaymentError error)
    {
        var draft = outcome.Draft;
        var state = RejectColumns.StateOf(outcome.Outcome, error.Id, draft.IsDoubtful);
        // A doubt that was settled leaves the row without the key that it was sent with.
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
            // A row that cannot be read, which is its error, comes back as it is; the file says what is known of it.
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
            // Nothing more is sent whose outcome could not be kept.
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
