namespace PaymentCustomers.Engine.Imports;

/// <summary>Messages that a journal sends during a run, queued for the thread that shows them. Safe for concurrent use.</summary>
internal sealed class JournalNews
{
    private readonly object _lock = new();
    private List<string> _waiting = [];
    private TaskCompletionSource _arrived = New();

    /// <summary>Completes when a message is available.</summary>
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

    /// <summary>Removes and returns all messages, in the order of their arrival.</summary>
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
