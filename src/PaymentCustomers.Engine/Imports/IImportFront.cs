namespace PaymentCustomers.Engine.Imports;

/// <summary>Whoever imports a file, and shows how it goes. All of it is called on the thread that imports.</summary>
internal interface IImportFront
{
    /// <summary>Tells something that the user should know.</summary>
    void Warn(string message);

    /// <summary>The file was checked whole; nothing was sent.</summary>
    void ShowCheck(PaymentImportCheck check);

    /// <summary>Asks whether the rows may be sent in production.</summary>
    /// <returns>Null if nobody is there who could say so.</returns>
    bool? Confirm(PaymentImportCheck check);

    /// <summary>The first row is about to be sent.</summary>
    /// <param name="ledger">What became of the rows until now.</param>
    /// <param name="rows">How many rows will come.</param>
    void Begin(Ledger ledger, long rows);

    /// <summary>Takes what became of a row.</summary>
    void Take(RowReport row);

    /// <summary>Waits for a task, however it ends, and may show something meanwhile.</summary>
    void Wait(Task task);
}
