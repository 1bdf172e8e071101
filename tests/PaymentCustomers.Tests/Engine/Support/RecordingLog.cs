using System.Collections.Concurrent;
using PaymentCustomers.Engine.Http;

namespace PaymentCustomers.Tests.Engine.Support;

/// <summary>Keeps what the engine logs.</summary>
internal sealed class RecordingLog(bool wantsDebug = true) : IEngineLog
{
    private readonly ConcurrentQueue<string> _verbose = new();
    private readonly ConcurrentQueue<string> _debug = new();

    public bool WantsDebug => wantsDebug;

    public IReadOnlyCollection<string> VerboseLines => _verbose;

    public IReadOnlyCollection<string> DebugLines => _debug;

    /// <summary>Everything that was logged.</summary>
    public string All => string.Join('\n', _verbose.Concat(_debug));

    public void Verbose(string message) => _verbose.Enqueue(message);

    public void Debug(string message) => _debug.Enqueue(message);
}
