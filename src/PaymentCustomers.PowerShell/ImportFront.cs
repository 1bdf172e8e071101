using System.Management.Automation;
using System.Management.Automation.Host;
using PaymentCustomers.Engine.Imports;
using PaymentCustomers.PowerShell.Commands;

namespace PaymentCustomers.PowerShell;

/// <summary>Shows in PowerShell how an import goes; all on the pipeline's thread. Once the pipeline is stopped, nothing is shown, and the rows are accounted for all the same.</summary>
internal sealed class ImportFront(ImportPaymentCustomerCommand cmdlet, PaymentConnection connection, PipelineLog? log) : IImportFront
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private Ledger? _ledger;
    private ImportProgress? _progress;
    private ErrorRecord? _lastWord;

    /// <summary>What is shown.</summary>
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
            // Nobody is there to answer: PowerShell was started to ask nothing.
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

        // Nothing can be written after it: it is written when what is on its way has come out.
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

    /// <summary>Takes the progress away.</summary>
    public void End()
    {
        if (cmdlet.Stopping)
            return;
        log?.WriteTo(cmdlet);
        _progress?.Complete();
    }

    /// <summary>Says how many errors were not written, and writes the one that ends everything.</summary>
    public void WriteRest(PaymentImportSummary summary)
    {
        foreach (var (id, rows) in _ledger!.MoreErrors)
            Warn(Messages.MoreErrors(rows, id.ToString(), summary.RejectPath));
        if (_lastWord is not null)
            cmdlet.WriteError(_lastWord);
    }

    /// <summary>Why the run stopped, as the error that ends the command; null if it did not.</summary>
    public PaymentException? Stopped(PaymentImportSummary summary) => summary.Stopped is not { } reason ? null : new PaymentException(
        new PaymentError(Import.StopReason ?? PaymentErrorId.NotSent, Messages.RunStopped(reason)) { RecommendedAction = summary.JournalPath is { } journal ? Messages.RunAgain(journal) : null });
}
