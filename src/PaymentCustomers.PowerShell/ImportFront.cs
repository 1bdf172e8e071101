using System.Management.Automation;
using System.Management.Automation.Host;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.PowerShell.Commands;

namespace PaymentCustomers.PowerShell;

/// <summary>
/// Shows an import in PowerShell, on the pipeline's thread. After the pipeline was stopped nothing is shown, but the rows are still
/// recorded.
/// </summary>
internal sealed class ImportFront(ImportPaymentCustomerCommand cmdlet, PaymentConnection connection, PipelineLog? log) : IImportFront
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private Ledger? _ledger;
    private ImportProgress? _progress;
    private ErrorRecord? _lastWord;

    /// <summary>The import to show.</summary>
    public FileImport Import { get; set; } = null!;

    public void Warn(string message)
    {
        if (!cmdlet.Stopping)
            cmdlet.WriteWarning(PrintableText.Line(message));
    }

    public void ShowCheck(PaymentImportCheck check)
    {
        foreach (var warning in check.Warnings)
            Warn(warning);
    }

    public bool? Confirm(PaymentImportCheck check)
    {
        try
        {
            return cmdlet.AsksFor(Messages.LiveQuestion(check, connection.BaseUri.Authority), Messages.LiveCaption);
        }
        catch (Exception e) when (e is PSInvalidOperationException or HostException)
        {
            // PowerShell was started as non-interactive, so that it cannot ask.
            return null;
        }
    }

    public void Begin(Ledger ledger, long rows)
    {
        _ledger = ledger;
        _progress = new ImportProgress(cmdlet, ledger, rows);
    }

    public void Take(RowReport row)
    {
        if (cmdlet.Stopping)
            return;
        if (row.Customer is not null && cmdlet.IsPassing)
            cmdlet.WriteObject(row.Customer);
        if (row.Error is not { } error)
            return;
        var record = ErrorRecords.From(new PaymentException(error), error.Row);
        if (!cmdlet.EndsAtFirstError)
        {
            cmdlet.WriteError(record);
            return;
        }

        // Nothing can be written after this error. It is written after the results of the open requests.
        _lastWord ??= record;
        Import.Stop(error);
    }

    public void Wait(Task task)
    {
        while (!task.IsCompleted)
        {
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne(Beat);
            if (cmdlet.Stopping)
                continue;
            log?.WriteTo(cmdlet);
            _progress?.Tick();
        }

        if (!cmdlet.Stopping)
            _progress?.Tick();
    }

    /// <summary>Removes the progress display.</summary>
    public void End()
    {
        if (cmdlet.Stopping)
            return;
        log?.WriteTo(cmdlet);
        _progress?.Complete();
    }

    /// <summary>Reports how many errors were not written, and writes the error that ends the command.</summary>
    public void WriteRest(PaymentImportSummary summary)
    {
        foreach (var (id, rows) in _ledger!.MoreErrors)
            Warn(Messages.MoreErrors(rows, id.ToString(), summary.RejectPath));
        if (_lastWord is not null)
            cmdlet.WriteError(_lastWord);
    }

    /// <summary>The error that ends the command, if the run stopped; otherwise null.</summary>
    public PaymentException? Stopped(PaymentImportSummary summary) => summary.Stopped is not { } reason ? null : new PaymentException(
        new PaymentError(Import.StopReason ?? PaymentErrorId.NotSent, Messages.RunStopped(reason)) { RecommendedAction = summary.JournalPath is { } journal ? Messages.RunAgain(journal) : null });
}
