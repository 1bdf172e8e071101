namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// What a run needs of a journal that several processes write at once, its workers: that it is still allowed to send, and
/// that all of them hold back and stop together. Safe for several threads.
/// </summary>
internal interface ISharedRun
{
    /// <summary>
    /// Whether a create may leave at this moment: nobody takes the row over before it has been answered or given up. Asked
    /// last, just before its bytes go.
    /// </summary>
    bool MayLeave { get; }

    /// <summary>Waits until a create may leave.</summary>
    /// <param name="waiting">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: this worker may send nothing any more.</exception>
    ValueTask ReadyAsync(CancellationToken waiting);

    /// <summary>Lets the account's other workers hold this run back, share its rate and stop it.</summary>
    void Join(IRunControl run);

    /// <summary>The provider asks everybody to wait: the account's other workers are told.</summary>
    void Hold(TimeSpan delay);

    /// <summary>Something stopped this run that every other would meet too: the account's other workers are told.</summary>
    void Stop(PaymentError reason);

    /// <summary>Whether this run is the last that is at work on the journal.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<bool> IsLastAsync(CancellationToken cancellation);

    /// <summary>Whether a key is one of a row of this run.</summary>
    bool Knows(string key);

    /// <summary>Notes that several customers carry one key.</summary>
    void NoteDoubled(string key, IReadOnlyList<string> ids);
}

/// <summary>What the other workers of an account may do with a run.</summary>
internal interface IRunControl
{
    /// <summary>Another worker was asked to wait.</summary>
    void Hold(TimeSpan delay);

    /// <summary>So many workers share the account's rate.</summary>
    void Share(int workers);

    /// <summary>Another worker met something that this run would meet too.</summary>
    void Stop(PaymentError reason);
}
