namespace PaymentCustomers.Engine.Http;

/// <summary>
/// Takes what the engine has to tell while it works. Called from any thread. Neither text holds a secret or a whole
/// personal value.
/// </summary>
internal interface IEngineLog
{
    /// <summary>Whether bodies are wanted too; making them readable costs.</summary>
    bool WantsDebug { get; }

    /// <summary>One line per attempt: method, address without query, status, time.</summary>
    void Verbose(string message);

    /// <summary>Bodies, with every personal value masked.</summary>
    void Debug(string message);
}
