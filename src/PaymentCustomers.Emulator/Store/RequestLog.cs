namespace PaymentCustomers.Emulator.Store;

/// <summary>The requests in order of arrival, and their number, which is counted even if requests are not kept.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    /// <summary>Counts a request without keeping it.</summary>
    public long Number() => Interlocked.Increment(ref _count);

    /// <summary>Counts and keeps a request under one lock, so that the list is in order of the numbers.</summary>
    public RecordedRequest Add(Func<long, RecordedRequest> make)
    {
        lock (_gate)
        {
            var request = make(Interlocked.Increment(ref _count));
            _requests.Add(request);
            return request;
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
            return [.. _requests];
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            Interlocked.Exchange(ref _count, 0);
        }
    }
}
