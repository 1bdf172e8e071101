namespace PaymentCustomers.Soak;

/// <summary>A machine that runs one worker at a time. It has its own clock, and its network can be cut.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly Cell _cell;
    private readonly SoakOptions _options;
    private readonly Uri _address;
    private readonly string _journal;
    private readonly Relay? _toDatabase;
    private readonly Relay? _toProvider;

    /// <param name="cell">The cell.</param>
    /// <param name="options">The settings of the run, with the clock of the machine.</param>
    /// <param name="journal">Returns the journal for a port of the database; null is the port of the server.</param>
    /// <param name="database">The port of the database; null if the network is never cut.</param>
    public Machine(Cell cell, SoakOptions options, Func<int?, string> journal, int? database)
    {
        _cell = cell;
        _options = options;
        if (database is { } port)
        {
            _toDatabase = new Relay(port);
            _toProvider = new Relay(cell.BaseUri.Port);
        }

        _journal = journal(_toDatabase?.Port);
        _address = _toProvider is null ? cell.BaseUri : new UriBuilder(cell.BaseUri) { Port = _toProvider.Port }.Uri;
        Worker = StartWorker();
    }

    /// <summary>The running or last worker.</summary>
    public SharedWorkerProcess Worker { get; private set; }

    /// <summary>When the worker was started.</summary>
    public DateTime Started { get; private set; }

    /// <summary>When the worker had ended every row.</summary>
    public DateTime Ended { get; private set; }

    /// <summary>Replaces the worker by a new one.</summary>
    public void Start()
    {
        Worker.Dispose();
        Worker = StartWorker();
    }

    /// <summary>Waits until a worker has ended every row. Replaces workers that end before.</summary>
    public async Task FinishAsync()
    {
        while (!await Worker.WaitAsync())
            Start();
        Ended = DateTime.UtcNow;
    }

    /// <summary>Cuts the network to the database or to the provider for a time.</summary>
    public Task CutAsync(bool toDatabase, TimeSpan time) => (toDatabase ? _toDatabase! : _toProvider!).CutAsync(time);

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        if (_toDatabase is not null)
            await _toDatabase.DisposeAsync();
        if (_toProvider is not null)
            await _toProvider.DisposeAsync();
    }

    private SharedWorkerProcess StartWorker()
    {
        Started = DateTime.UtcNow;
        return SharedWorkerProcess.Start(_cell, _options, _journal, _address);
    }
}
