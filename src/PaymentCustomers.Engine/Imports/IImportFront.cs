namespace PaymentCustomers.Engine.Imports;

/// <summary>The user interface of an import. All members are called on the thread that imports.</summary>
internal interface IImportFront
{
    /// <summary>Shows a warning.</summary>
    void Warn(string message);

    /// <summary>Shows the result of the pre-flight check. Nothing has been sent.</summary>
    void ShowCheck(PaymentImportCheck check);

    /// <summary>Asks for confirmation before rows are sent in production.</summary>
    /// <returns>Null if the session is not interactive.</returns>
    bool? Confirm(PaymentImportCheck check);

    /// <summary>Called when the first row is about to be sent.</summary>
    /// <param name="ledger">The outcomes of the rows so far.</param>
    /// <param name="rows">The number of rows to send.</param>
    void Begin(Ledger ledger, long rows);

    /// <summary>Receives the outcome of a row.</summary>
    void Take(RowReport row);

    /// <summary>Waits for a task, whatever its result. May show progress in the meantime.</summary>
    void Wait(Task task);
}
