namespace PaymentCustomers.Engine.Journals;

/// <summary>
/// What a run needs from a journal that several processes (workers) write at once: permission to send, and waits and stops that
/// apply to all workers. Safe for concurrent use.
/// </summary>
internal interface ISharedRun
{
    /// <summary>
    /// Whether a create may be sent at this moment. While it is true, no other worker takes over the row until the request has been
    /// answered or has timed out. Checked immediately before the request is sent.
    /// </summary>
    bool MayLeave { get; }

    /// <summary>Waits until a create may be sent.</summary>
    /// <param name="waiting">Cancels the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="PaymentException"><see cref="PaymentErrorId.JournalFailed"/>: this worker may not send anything any more.</exception>
    ValueTask ReadyAsync(CancellationToken waiting);

    /// <summary>Lets the other workers of the account delay this run, share its request rate, and stop it.</summary>
    void Join(IRunControl run);

    /// <summary>Tells the account's other workers that the provider asks to wait.</summary>
    void Hold(TimeSpan delay);

    /// <summary>Tells the account's other workers why this run stopped; the reason concerns all of them.</summary>
    void Stop(PaymentError reason);

    /// <summary>Whether this run is the last one that works with the journal.</summary>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<bool> IsLastAsync(CancellationToken cancellation);

    /// <summary>Whether a key belongs to a row of this run.</summary>
    bool Knows(string key);

    /// <summary>Records that several customers carry the same key.</summary>
    void NoteDoubled(string key, IReadOnlyList<string> ids);
}

/// <summary>What the other workers of an account can do to a run.</summary>
internal interface IRunControl
{
    /// <summary>The provider asked another worker to wait.</summary>
    void Hold(TimeSpan delay);

    /// <summary>The number of workers that share the account's request rate.</summary>
    void Share(int workers);

    /// <summary>Another worker stopped for a reason that concerns this run too.</summary>
    void Stop(PaymentError reason);
}
