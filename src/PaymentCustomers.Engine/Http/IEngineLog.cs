namespace PaymentCustomers.Engine.Http;

/// <summary>
/// Receives the engine's log messages. Called from any thread. Messages contain no secret and no unmasked personal value.
/// </summary>
internal interface IEngineLog
{
    /// <summary>Whether bodies are logged too. Preparing them takes time.</summary>
    bool WantsDebug { get; }

    /// <summary>One line per attempt: method, address without query, status, duration.</summary>
    void Verbose(string message);

    /// <summary>Bodies, with every personal value masked.</summary>
    void Debug(string message);
}
