namespace PaymentCustomers.Engine.Imports;

/// <summary>What a journal tells people while a run goes on, kept for the thread that may show it. Safe for several threads.</summary>
internal sealed class JournalNews
{
    private readonly object _lock = new();
    private List<string> _waiting = [];
    private TaskCompletionSource _arrived = New();

    /// <summary>Done when there is something to take.</summary>
    public Task Arrived
    {
        get
        {
            lock (_lock)
                return _arrived.Task;
        }
    }

    /// <summary>Adds a message.</summary>
    public void Add(string message)
    {
        lock (_lock)
        {
            _waiting.Add(message);
            _arrived.TrySetResult();
        }
    }

    /// <summary>Takes all messages, in the order in which they came.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
                return [];
            var taken = _waiting;
            (_waiting, _arrived) = ([], New());
            return taken;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
